"""Kills builds at events of the file system, and looks at what stands there then and after the next build."""

import os
import shutil
import sqlite3
import sys
import tempfile
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from contextlib import closing, redirect_stderr
from functools import partial
from io import StringIO
from pathlib import Path
from random import Random
from typing import NamedTuple

from evaluation.fuzz_trials import run_limited
from generated_docs.markdown_table import format_table
from pipeline import build

KILLS = 40
"""How many kills docs/reliability.md shows."""

MAKING, PLACING, CLEARING = PHASES = ("making the outputs", "putting them in place", "clearing away")
EVENTS = {
    **dict.fromkeys(("open", "sqlite3.connect", "os.mkdir"), MAKING),
    **dict.fromkeys(("os.rename", "os.link", "os.symlink", "os.chmod", "os.chown"), PLACING),
    **dict.fromkeys(("os.remove", "os.rmdir"), CLEARING),
}
"""What Python tells of the file system before it happens, and when a build does it."""

WRITING = os.O_WRONLY | os.O_RDWR | os.O_CREAT
PATIENCE = 120  # seconds
DATABASE, DATA = "build/killed.db", "data"
KINDS = ("killed", "kills", "half-written", "unnoticed mismatch", "staging folders left")


class KillTrial(NamedTuple):
    """When a build was killed, and what was found: how many outputs are half-written, and so on."""

    phase: str
    half_written: int
    unnoticed: int
    left: int


def run_kills(seeds: Path, package: Path, count: int) -> list[KillTrial]:
    """Kill so many builds, each at another event: at all that put outputs in place, and at some others."""
    with tempfile.TemporaryDirectory() as name:
        old, new, watched = (Path(name) / part for part in ("old", "new", "watched"))
        make = partial(_build, seeds, package)
        make(new)
        _make_older(new, old)
        shutil.copytree(old, watched)
        phases = [EVENTS[event] for event in list_events(lambda: make(watched))]
        with ProcessPoolExecutor() as pool:
            trial = partial(_try_kill, make, old, new)
            return list(pool.map(trial, *zip(*_choose(phases, count), strict=True)))


def tabulate_kills(trials: Sequence[KillTrial]) -> str:
    """Return the table of docs/reliability.md: how many kills of each phase left what."""
    groups = {phase: [trial for trial in trials if trial.phase == phase] for phase in PHASES}
    rows = [
        (name, len(group), *(sum(counts) for counts in list(zip(*group, strict=True))[1:]))
        for name, group in {**groups, "all": trials}.items()
        if group
    ]
    return format_table(KINDS, rows, right=len(KINDS) - 1)


def kill_at(number: int, run: Callable[[], object]) -> None:
    """Run a function in a process of its own, and kill that at its `number`-th event, from 0."""
    spared = iter(range(number))

    def kill(_event: str) -> None:
        if next(spared, None) is None:
            os._exit(1)

    run_limited(lambda: _run_watched(run, kill), PATIENCE, PATIENCE)


def list_events(run: Callable[[], object]) -> list[str]:
    """Return the names of the events of a function, run in a process of its own."""
    names = list[str]()
    return run_limited(lambda: _run_watched(run, names.append) + " ".join(names), PATIENCE, PATIENCE).split()


def _run_watched(run: Callable[[], object], tell: Callable[[str], None]) -> str:
    """Run a function, and tell the name of each event that changes the file system before it happens.

    What watches cannot be taken away again: only in a process that ends. Returns nothing to say.
    """

    def watch(event: str, arguments: tuple[object, ...]) -> None:
        if event in EVENTS and (event != "open" or _is_writing(arguments)):
            tell(event)

    sys.addaudithook(watch)
    run()
    return ""


def _is_writing(arguments: tuple[object, ...]) -> bool:
    return isinstance(arguments[2], int) and bool(arguments[2] & WRITING)


def _build(seeds: Path, package: Path, folder: Path) -> str:
    """Build into a folder; return what is said on stderr."""
    said = StringIO()
    with redirect_stderr(said):
        build(seeds, package, folder / DATABASE, folder / DATA)
    return said.getvalue()


def _make_older(new: Path, old: Path) -> None:
    """Copy outputs as if they had been built of other seeds: no rows, and another number in the database."""
    shutil.copytree(new, old)
    for path in (old / DATA).iterdir():
        path.write_bytes(path.read_bytes().splitlines(keepends=True)[0])
    with closing(sqlite3.connect(old / DATABASE)) as database:
        database.execute("PRAGMA user_version = 1")


def _choose(phases: Sequence[str], count: int) -> list[tuple[int, str]]:
    """Return so many numbers of events with their phases: those of placing, and others by seeded chance."""
    numbered = list(enumerate(phases))
    placing = [event for event in numbered if event[1] == PLACING]
    others = [event for event in numbered if event[1] != PLACING]
    return sorted(placing + Random(0).sample(others, max(0, min(len(others), count - len(placing)))))


def _try_kill(make: Callable[[Path], str], old: Path, new: Path, number: int, phase: str) -> KillTrial:
    """Kill a build at an event, look, build again, and look again."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name) / "outputs"
        shutil.copytree(old, folder)
        kill_at(number, lambda: make(folder))
        data, database = (_compare(part, folder, old, new) for part in (DATA, DATABASE))
        said = run_limited(lambda: make(folder) or "nothing", PATIENCE, PATIENCE)
        mended = all(_compare(part, folder, old, new) == "new" for part in (DATA, DATABASE))
        half = [data, database].count("half")
        unnoticed = not mended or (data != database and "was killed" not in said)
        left = sum(".staging-" in path.name for path in Path(name).rglob("*"))
    return KillTrial(phase, half, int(unnoticed), left)


def _compare(part: str, folder: Path, old: Path, new: Path) -> str:
    """Return whether an output is `old`, `new`, `missing` or `half` of something."""
    found = dict(_read(folder / part))
    if not found:
        return "missing"
    versions = {"old": dict(_read(old / part)), "new": dict(_read(new / part))}
    return next((name for name, content in versions.items() if content == found), "half")


def _read(path: Path) -> Iterator[tuple[str, bytes]]:
    for file in [path, *path.glob("*")]:
        if file.is_file():
            yield file.name, file.read_bytes()
