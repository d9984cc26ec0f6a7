"""Builds seeds and contracts that are damaged by seeded chance, each in a process that may crash or hang.

What does not belong here: the damage itself (fuzz_damage.py).
"""

import os
import re
import resource
import shutil
import signal
import tempfile
import time
import traceback
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from concurrent.futures import ProcessPoolExecutor
from functools import partial
from itertools import chain
from pathlib import Path
from random import Random
from typing import NamedTuple

from evaluation.fuzz_damage import correct_checksum, draw_damage
from generated_docs.markdown_table import format_table
from pipeline import BuildError, build

DAMAGED = 500
"""How many damaged datasets docs/reliability.md shows."""

PARTS = {
    "codings": "articles/*.yaml",
    "registers": "registers/*.yaml",
    "languages": "languages/*.yaml",
    "articles": "articles/*.txt",
    "the contract": "../datapackage.json",
}
"""What is damaged, each as often as any other."""

BUILT, PLACED, UNPLACED, CRASHED, SLOW = OUTCOMES = (
    "built",
    "file:line",
    "without a line",
    "traceback",
    "slow",
)
SLOWNESS = 20
"""How many times the processor time of the build of the sound seeds a build may take."""

SHOWN_FRAMES = 4
PATIENCE = 20  # seconds that a build may wait for something without using the processor
MEMORY = 2 * 1024**3  # bytes
PLACE = re.compile(r"^\s*\S.*?:\d+: ", re.MULTILINE)


class Trial(NamedTuple):
    """What was damaged, how, and what came of it; `said` are the words of what did not go well."""

    part: str
    what: str
    outcome: str
    said: str


def run_fuzz(seeds: Path, package: Path, count: int) -> list[Trial]:
    """Build `count` damaged copies; the same seeds and count give the same copies. Uses all processors.

    Raises BuildError if the seeds do not build as they are.
    """
    limit = _time_sound_build(seeds, package) * SLOWNESS
    with ProcessPoolExecutor() as pool:
        return list(pool.map(partial(_try_damage, seeds, package, limit), range(count), chunksize=5))


def tabulate_fuzz(trials: Sequence[Trial]) -> str:
    """Return the table of docs/reliability.md: how many of each part came to what."""
    parts = {part: [trial.outcome for trial in trials if trial.part == part] for part in PARTS}
    return tabulate_outcomes(("damaged", "datasets", *OUTCOMES), parts)


def list_failures(trials: Iterable[Trial]) -> Iterator[str]:
    """Yield what was done and what was said, where a damaged dataset was neither built nor told a line."""
    for trial in trials:
        if trial.outcome not in (BUILT, PLACED):
            yield f"{trial.outcome}: {trial.part}: {trial.what}\n    {trial.said}"


def tabulate_outcomes(head: Sequence[str], groups: Mapping[str, Sequence[str]]) -> str:
    """Return a table with a line for each group and one for all: how many trials came to what.

    `groups` has the outcomes of the trials by the group's name; from the third on, `head` has the outcomes.
    """
    rows = []
    for name, outcomes in {**groups, "all": [*chain.from_iterable(groups.values())]}.items():
        counts = Counter(outcomes)
        rows.append((name, len(outcomes), *(counts[outcome] for outcome in head[2:])))
    return format_table(head, rows, right=len(head) - 1)


def _time_sound_build(seeds: Path, package: Path) -> float:
    """Return the seconds of processor time that a build takes of the seeds as they are."""
    with tempfile.TemporaryDirectory() as folder:
        build(seeds, package, Path(folder) / "warm.db")
        start = time.process_time()
        build(seeds, package, Path(folder) / "sound.db")
    return time.process_time() - start


def _try_damage(seeds: Path, package: Path, limit: float, number: int) -> Trial:
    """Damage a copy of the dataset in the `number`-th way, and build it."""
    chance, part = Random(number), list(PARTS)[number % len(PARTS)]
    with tempfile.TemporaryDirectory() as folder:
        copy = Path(folder) / "seeds"
        shutil.copytree(seeds, copy)
        shutil.copy(package, Path(folder) / "datapackage.json")
        path = chance.choice(sorted(copy.glob(PARTS[part])))
        before, damage = path.read_bytes(), draw_damage(path, chance)
        damage.put(path)
        if path.suffix == ".txt" and path.is_file():
            correct_checksum(path, before)
        told = run_limited(lambda: _build(Path(folder)), limit)
        outcome, _, said = told.replace(folder, "").partition("\n")
    return Trial(part, f"{path.name}: {damage.what}", outcome, said)


def _build(folder: Path) -> str:
    """Build a dataset; return the outcome, and on further lines what was said."""
    try:
        build(folder / "seeds", folder / "datapackage.json", folder / "fuzz.db")
    except BuildError as error:
        unplaced = [message for message in error.messages if not PLACE.search(message)]
        return "\n".join([UNPLACED, *unplaced] if unplaced else [PLACED])
    except BaseException as error:  # what a user would see as a traceback
        return f"{CRASHED}\n{_summarize_traceback(error)}"
    return BUILT


def _summarize_traceback(error: BaseException) -> str:
    frames = traceback.extract_tb(error.__traceback__)[-SHOWN_FRAMES:]
    way = " > ".join(f"{Path(frame.filename).name}:{frame.lineno}" for frame in frames)
    return f"{way}: {type(error).__name__}: {error}"


def run_limited(run: Callable[[], str], seconds: float, patience: float = PATIENCE) -> str:
    """Return what a function returns in a process of its own, which the system ends if it takes long."""
    reading, writing = os.pipe()
    child = os.fork()
    if child == 0:
        os.close(reading)
        _limit_process(seconds, patience)
        try:
            os.write(writing, run().encode("utf-8", "backslashreplace")[:4096])
        finally:
            os._exit(0)
    os.close(writing)
    with os.fdopen(reading, "rb") as pipe:
        told = pipe.read().decode("utf-8", "replace")
    status = os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])
    if -status in (signal.SIGPROF, signal.SIGALRM):
        return SLOW
    return told or f"{CRASHED}\nended with status {status}"


def _limit_process(seconds: float, patience: float) -> None:
    """Let the system end this process after so much time, and give it no more than so much memory."""
    nowhere = os.open(os.devnull, os.O_RDWR)
    os.dup2(nowhere, 1)
    os.dup2(nowhere, 2)
    resource.setrlimit(resource.RLIMIT_DATA, (MEMORY, MEMORY))
    signal.setitimer(signal.ITIMER_PROF, seconds)
    signal.setitimer(signal.ITIMER_REAL, patience)
