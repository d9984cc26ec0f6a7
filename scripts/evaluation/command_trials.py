"""Trials of a command of `talks` that reads a file, run as its users run it.

Each runs on a database with the articles' text and on one without. What does not belong here: the files, and
how what the command says of them is judged (check_trials.py, reanchor_trials.py).
"""

import json
import os
import subprocess
import sys
import tempfile
from collections.abc import Callable, Collection, Iterable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from pathlib import Path
from typing import Any, TypeVar

from pipeline import build
from pipeline.progress import Progress

WITH_TEXT = "with the articles' text"
DATABASES = (WITH_TEXT, "as released, without")

Result = TypeVar("Result")


@contextmanager
def building_databases(seeds: Path, package: Path) -> Iterator[tuple[Path, dict[str, Path]]]:
    """Give a folder for files, which ends with the context, and in it a database of each kind.

    Raises BuildError if the seeds do not build.
    """
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        databases = {kind: folder / f"{number}.db" for number, kind in enumerate(DATABASES)}
        for kind, path in databases.items():
            build(seeds, package, path, with_text=kind == WITH_TEXT)
        yield folder, databases


def run_trials(try_one: Callable[[int], Iterable[Result]], count: int, what: str) -> list[Result]:
    """Return what comes of `count` trials, which run beside one another, in their order; shows progress."""
    progress = Progress()

    def run(number: int) -> list[Result]:
        if number % 100 == 0:
            progress.step(f"{what} {number} of {count}")
        return list(try_one(number))

    with ThreadPoolExecutor(os.cpu_count()) as pool:
        return [result for results in pool.map(run, range(count)) for result in results]


def run_talks(
    database: Path, command: str, file: Path, *options: str, statuses: Collection[int] = (0,)
) -> list[dict[str, Any]]:
    """Return the rows that a command prints of a file; RuntimeError where it ends with another status."""
    words = [
        sys.executable,
        "-m",
        "istanbul_talks",
        "--db",
        str(database),
        command,
        str(file),
        *options,
        "--json",
    ]
    result = subprocess.run(words, capture_output=True, text=True, encoding="utf-8", check=False)
    if result.returncode not in statuses:
        raise RuntimeError(f"{file.read_text(encoding='utf-8')}\n{result.stderr}")
    return list(json.loads(result.stdout))
