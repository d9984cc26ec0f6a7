"""Tests of `talks serve` as a program: what it prints, and what other computers get."""

import os
import signal
import sqlite3
import subprocess
import urllib.request
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from typing import NamedTuple
from urllib.parse import urlencode

import pytest

from fixtures.talks_runner import TALKS

PATHS = [
    "/-/read/well-talks",
    "/test/texts",
    "/test/texts.json",
    "/test.json?" + urlencode({"sql": "SELECT text FROM texts"}),
    "/test.db",
]


@contextmanager
def _serve(db: Path, *options: str) -> Iterator[tuple[subprocess.Popen[bytes], str, str]]:
    """Serve a database; yield the process, its first line, and its address on this computer."""
    command = [*TALKS, "--db", str(db), "serve", "--port", "0", *options]
    environment = {name: value for name, value in os.environ.items() if name != "PYTHONUNBUFFERED"}
    with subprocess.Popen(
        command, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, env=environment
    ) as server:
        assert server.stdout is not None
        line = server.stdout.readline().decode()
        try:
            yield server, line, line.partition(";")[0].partition(",")[0].rstrip("/").strip()
        finally:
            server.terminate()


def _stop(server: subprocess.Popen[bytes]) -> str:
    """Stop a server as Ctrl+C does; return what it printed after its first line."""
    server.send_signal(signal.SIGINT)
    return server.communicate()[0].decode()


def _find_unquoted(db: Path) -> bytes:
    """Return words of an article that no quote covers."""
    with closing(sqlite3.connect(db)) as read:
        (text,) = read.execute("SELECT text FROM texts WHERE source_id = 'well-talks'").fetchone()
        covered = read.execute("SELECT exact, prefix, suffix FROM quotes").fetchall()
    said = " ".join(str(part) for row in covered for part in row)
    lines: list[str] = text.splitlines()
    return next(line for line in lines if len(line) > 40 and line not in said).encode()


def _read(address: str) -> bytes:
    return bytes(urllib.request.urlopen(address).read())


class Case(NamedTuple):
    """How a database is served; each server shows what several options do, since it is slow to start."""

    options: tuple[str, ...] = ()
    whole: bool = True
    logged: bool = False
    opened: bool = False


CASES = [
    Case(),
    Case(("--verbose", "--open"), logged=True, opened=True),
    Case(("--host", "0.0.0.0", "--no-open"), whole=False),
    Case(("--host", "0.0.0.0", "--with-text")),
]


@pytest.mark.parametrize("case", CASES, ids=lambda case: " ".join(case.options))
def test_the_text_goes_out_requests_are_logged_and_the_browser_opens_only_where_it_is_asked_for(
    village_db: Path, tmp_path: Path, case: Case, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Catch an article's whole text on other computers, and a browser that opens for a pipe."""
    note = tmp_path / "opened"
    monkeypatch.setenv("BROWSER", f"sh -c 'echo \"$0\" > {note}' %s")
    with closing(sqlite3.connect(village_db)) as read:
        (text,) = read.execute("SELECT text FROM texts WHERE source_id = 'well-talks'").fetchone()
    ending = text.rstrip()[-12:].encode()
    with _serve(village_db, *case.options) as (server, line, address):
        assert ("without the articles' whole text" in line) == (not case.whole)
        others = "--host" in case.options
        assert ("other computers" in line) == others
        assert (line == f"{address}/; Ctrl+C stops it\n") == (not others)
        pages = {path: _read(address + path) for path in ["/", *PATHS]}
        said = _stop(server)
    assert ("GET / HTTP" in said) == case.logged
    assert bool(said) == case.logged
    assert note.exists() == case.opened
    assert (_find_unquoted(village_db) in pages["/test.db"]) == case.whole
    assert (ending in pages["/test/texts.json"]) == case.whole
    assert ("characters …]".encode() in pages["/-/read/well-talks"]) == (not case.whole)
    assert (ending in pages[PATHS[3]]) == case.whole
    assert b"/-/record/share-the-well" in pages["/-/read/well-talks"]
