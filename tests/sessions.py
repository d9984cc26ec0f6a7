"""Running `talks` as its users do, in this process, into a pipe or in a terminal; and visiting its site."""

import asyncio
import fcntl
import json
import os
import pty
import re
import select
import signal
import struct
import subprocess
import sys
import termios
from collections.abc import Callable
from pathlib import Path
from typing import Any

from datasette.app import Datasette
from typer.testing import CliRunner, Result

from istanbul_talks.cli import app

TALKS = [sys.executable, "-m", "istanbul_talks"]


def talks(db: Path, *words: str) -> Result:
    """Run `talks` in this process; its output is no terminal."""
    return CliRunner().invoke(app, ["--db", str(db), *words], prog_name="talks")


def rows(db: Path, *words: str) -> list[dict[str, Any]]:
    """Run a listing and return its rows."""
    result = talks(db, *words, "--json")
    assert result.exit_code == 0, result.output
    return list(json.loads(result.stdout))


def in_pipe(db: Path, *words: str, **environment: str) -> subprocess.CompletedProcess[bytes]:
    """Run `talks` into a pipe."""
    command = [*TALKS, "--db", str(db), *words]
    return subprocess.run(command, capture_output=True, env={**os.environ, **environment}, check=False)


def in_terminal(db: Path, *words: str, columns: int = 80, **environment: str) -> str:
    """Run `talks` in a terminal and return what appears on its screen, escape sequences included."""
    master, slave = pty.openpty()
    fcntl.ioctl(slave, termios.TIOCSWINSZ, struct.pack("HHHH", 50, columns, 0, 0))
    env = {**os.environ, "TERM": "xterm-256color", "PAGER": "cat", **environment}
    process = subprocess.Popen([*TALKS, "--db", str(db), *words], stdin=slave, stdout=slave, env=env)
    os.close(slave)
    screen = b"".join(iter(lambda: read(master), b""))
    process.wait()
    os.close(master)
    return screen.decode().replace("\r\n", "\n")


def read(master: int) -> bytes:
    """Return what the terminal shows next, nothing at its end."""
    try:
        return os.read(master, 65536)
    except OSError:  # how Linux says that the other side is closed
        return b""


def typed(db: Path, *words: str, steps: list[tuple[bytes, bytes]]) -> str:
    """Run `talks` in a terminal and return its screen; each step waits for what is shown, then types keys."""
    process, terminal = pty.fork()
    if process == 0:
        env = {**os.environ, "TERM": "xterm", "PROMPT_TOOLKIT_NO_CPR": "1"}
        os.execve(sys.executable, [*TALKS, "--db", str(db), *words], env)
    screen, reached, waiting = b"", 0, list(steps)
    while shown := read(terminal) if select.select([terminal], [], [], PATIENCE)[0] else b"":
        screen += shown
        if waiting and waiting[0][0] in screen[reached:]:
            reached = len(screen)
            os.write(terminal, waiting.pop(0)[1])
    os.kill(process, signal.SIGKILL)
    os.waitpid(process, 0)
    os.close(terminal)
    return plain(screen.decode())


PATIENCE = 10
"""Seconds after which a program that shows nothing is taken to hang."""


def plain(screen: str) -> str:
    """Return a screen without colours and other styles."""
    return re.sub(r"\x1b\[[0-9;?]*[a-zA-Z]", "", screen)


Visit = Callable[..., Any]


def visitor(*databases: Path, metadata: dict[str, Any] | None = None) -> Visit:
    """Return a function that visits a page of a site of these databases; `metadata` is its owner's."""
    site = Datasette([], immutables=[str(path) for path in databases], metadata=metadata)

    def visit(path: str) -> Any:
        return asyncio.run(site.client.get(path))

    return visit
