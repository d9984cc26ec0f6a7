"""How a build scales with the number of articles: time and memory, each build in a process of its own.

Seconds of work are processor time, which other work on the machine does not stretch; `seconds` are wall time.
"""

import resource
import time
from collections.abc import Iterable
from concurrent.futures import ProcessPoolExecutor
from multiprocessing import get_context
from pathlib import Path
from typing import NamedTuple

from generated_docs.markdown_table import format_table
from pipeline import build

MEGABYTE = 1024  # in kilobytes, in which Linux counts


class BuildMeasurement(NamedTuple):
    """What one build took: wall time, work in its main and in its other processes, peak memory.

    `rows` are those of all tables; `spent` are the seconds of work of the main process by step.
    """

    articles: int
    quotes: int
    rows: int
    seconds: float
    main: float
    others: float
    megabytes: int
    megabytes_of_others: int
    spent: dict[str, float]


def measure_build(seeds: Path, package: Path, folder: Path) -> BuildMeasurement:
    """Build seeds into a folder in a fresh process, and return what it took."""
    with ProcessPoolExecutor(1, get_context("fork")) as pool:
        return pool.submit(_build, seeds, package, folder).result()


def tabulate_builds(builds: Iterable[BuildMeasurement]) -> str:
    """Return a table of what the builds took, a row for each."""
    size = ("articles", "quotes", "rows")
    pace = ("seconds", "rows a second", "work, main process", "work, the others")
    memory = ("MB, main process", "MB, each other")
    return format_table([*size, *pace, *memory], [_row(built) for built in builds], right=9)


def _row(built: BuildMeasurement) -> tuple[str, ...]:
    rate = round(built.rows / built.seconds)
    counts = (built.articles, built.quotes, built.rows, round(built.seconds), rate)
    work = (f"{built.main:.1f}", f"{built.others:.1f}")
    return *(f"{count:,}" for count in counts), *work, str(built.megabytes), str(built.megabytes_of_others)


def _build(seeds: Path, package: Path, folder: Path) -> BuildMeasurement:
    start, worked = time.perf_counter(), time.process_time()
    report = build(seeds, package, folder / "built.db", folder / "data")
    main, others = (resource.getrusage(who) for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN))
    return BuildMeasurement(
        articles=report.rows["sources"],
        quotes=report.rows["quotes"],
        rows=sum(report.rows.values()),
        seconds=time.perf_counter() - start,
        main=time.process_time() - worked,
        others=others.ru_utime + others.ru_stime,
        megabytes=main.ru_maxrss // MEGABYTE,
        megabytes_of_others=others.ru_maxrss // MEGABYTE,
        spent=report.spent,
    )
