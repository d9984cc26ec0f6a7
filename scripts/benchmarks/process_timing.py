"""Times whole processes: in turn, so that a busy machine slows all alike; the results are medians."""

import os
import pty
import re
import shutil
import subprocess
import sys
import threading
import time
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path
from statistics import median

Seconds = dict[str, float]
"""Seconds by the name of what was measured."""

IMPORTED = re.compile(r"import time: +(\d+) \| +\d+ \| +(\S+)")


@dataclass(frozen=True)
class Command:
    """A command line, with variables besides those of this process, and whether its output is a terminal.

    `status` is that of the exit, where it is no failure.
    """

    words: list[str]
    environment: dict[str, str] = field(default_factory=dict)
    terminal: bool = False
    status: int = 0

    def run(self) -> bytes:
        """Run it to its end; return its output."""
        if self.terminal:
            return self._run_in_terminal()
        result = subprocess.run(self.words, check=False, stdout=subprocess.PIPE, env=self._variables())
        if result.returncode != self.status:
            result.check_returncode()
        return result.stdout

    def _run_in_terminal(self) -> bytes:
        screen = bytearray()
        outside, inside = pty.openpty()
        reader = threading.Thread(target=_drain, args=[outside, screen])
        reader.start()
        subprocess.run(self.words, check=True, stdin=inside, stdout=inside, env=self._variables())
        os.close(inside)
        reader.join()
        os.close(outside)
        return bytes(screen)

    def _variables(self) -> dict[str, str]:
        """Return the environment; Python may keep what it compiles, as it does for everybody."""
        kept = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
        return {**kept, "TERM": "xterm-256color", "COLUMNS": "120", "PAGER": "cat", **self.environment}


def _drain(terminal: int, screen: bytearray) -> None:
    with suppress(OSError):  # how Linux says that the other side has closed
        while output := os.read(terminal, 65536):
            screen += output


def find_program(name: str) -> str:
    """Return the path of a program beside this Python; FileNotFoundError where it is not installed."""
    found = shutil.which(name, path=str(Path(sys.executable).parent))
    if found is None:
        raise FileNotFoundError(f"{name} is not installed beside {sys.executable}: pip install '.[dev]'")
    return found


def time_commands(commands: dict[str, Command], rounds: int) -> Seconds:
    """Return the median wall time of each command; a first round, to warm up, is left out."""
    times: dict[str, list[float]] = {name: [] for name in commands}
    for _ in range(rounds + 1):
        for name, command in commands.items():
            start = time.perf_counter()
            command.run()
            times[name].append(time.perf_counter() - start)
    return {name: median(seconds[1:]) for name, seconds in times.items()}


def measure_imports(words: list[str], shown: int = 8) -> list[tuple[str, float]]:
    """Return the packages that take longest to import when Python runs these words, in seconds, and the rest.

    The interpreter's bookkeeping makes them half as long again as they are.
    """
    python, *rest = words
    printed = subprocess.run(
        [python, "-X", "importtime", *rest], check=True, capture_output=True, text=True
    ).stderr
    packages: Seconds = {}
    for microseconds, module in IMPORTED.findall(printed):
        package = module.partition(".")[0]
        packages[package] = packages.get(package, 0.0) + int(microseconds) / 1e6
    ordered = sorted(packages.items(), key=lambda package: -package[1])
    return [*ordered[:shown], (f"{len(ordered) - shown} others", sum(t for _, t in ordered[shown:]))]
