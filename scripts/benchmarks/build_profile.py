"""The profile of a build: the time of each stage, beside a baseline that does nearly the same.

All in seconds of processor time. The first three stages and the checks are done by two processes in a build;
here they are measured in one, and each of the first three as what it adds to the one before.
"""

from collections import deque
from collections.abc import Iterator
from functools import partial
from pathlib import Path
from typing import NamedTuple

from benchmarks import baselines
from benchmarks.baselines import measure_work
from benchmarks.build_scaling import BuildMeasurement
from generated_docs.markdown_table import format_table
from pipeline.build_steps import BATCH_SIZE
from pipeline.checks import run_checks_on_file
from pipeline.contract import Contract
from pipeline.parallel import split_batches
from pipeline.problems import Problems
from pipeline.rows.row_deriver import RowDeriver
from pipeline.seeds import Seeds, read_seeds
from pipeline.yaml_documents import Document

STEPS = {
    "reading the articles": "putting rows in",
    "indexing the rows": "indexing them",
    "writing the records": "writing the records",
    "indexing the words": "indexing the words",
    "writing the database": "writing and verifying the file",
    "writing the CSVs": "writing the CSVs",
}
"""The steps of a build's main process, and what they are called here."""


class Stage(NamedTuple):
    """Seconds of processor time of a stage, and of its baseline where it has one."""

    name: str
    seconds: float
    baseline: str = ""
    baseline_seconds: float = 0.0


def profile_build(built: BuildMeasurement, seeds: Path, contract: Contract, folder: Path) -> list[Stage]:
    """Return the stages of a build of these seeds that was made in `folder`."""
    database = folder / "built.db"
    read = read_seeds(seeds, contract, Problems())
    codings = [files.coding for files in read.articles]
    baseline_of = {
        "reading YAML": ("ryaml alone", measure_work(partial(baselines.parse_yaml, codings))),
        "finding quotes and making rows": (
            "str.find",
            measure_work(partial(baselines.find_quotes, database)),
        ),
        "putting rows in": ("executemany, no constraint", baselines.insert_rows(database, contract, folder)),
        "writing and verifying the file": (
            "copying it",
            measure_work(partial(baselines.copy_database, database, folder)),
        ),
        "writing the CSVs": ("csv.writer", baselines.write_csvs(database, contract, folder)),
    }
    steps = {name: built.spent[step] for step, name in STEPS.items()}
    checks = {"checks": measure_work(partial(run_checks_on_file, database, ()))}
    taken = {**_article_stages(read, contract), **steps, **checks}
    return [Stage(name, seconds, *baseline_of.get(name, ())) for name, seconds in taken.items()]


def tabulate_profile(stages: list[Stage], rows: int) -> str:
    """Return a table of the stages of a build with so many rows, and of their sum."""
    whole = Stage(
        "all",
        sum(stage.seconds for stage in stages),
        "all of these",
        sum(stage.baseline_seconds for stage in stages),
    )
    head = ("stage", "cheapest", "seconds of work", "thousand rows a second", "of the cheapest", "ratio")
    return format_table(head, [_row(stage, rows) for stage in (*stages, whole)], right=4)


def _row(stage: Stage, rows: int) -> tuple[str, ...]:
    taken = (f"{stage.seconds:.1f}", f"{rows / stage.seconds / 1000:.0f}")
    if not stage.baseline:
        return stage.name, "", *taken, "", ""
    beside = (f"{rows / stage.baseline_seconds / 1000:.0f}", f"{stage.seconds / stage.baseline_seconds:.1f}")
    return stage.name, stage.baseline, *taken, *beside


def _article_stages(seeds: Seeds, contract: Contract) -> dict[str, float]:
    deriver = RowDeriver(seeds, contract)
    batches = split_batches(seeds.articles, BATCH_SIZE)
    read = _exhaust(Document(files.coding, seeds.problems).tree for files in seeds.articles)
    checked = _exhaust(seeds.read_articles())
    derived = _exhaust(map(deriver.derive_batch, batches))
    return {
        "reading YAML": read,
        "checking its form": checked - read,
        "finding quotes and making rows": derived - checked,
    }


def _exhaust(items: Iterator[object]) -> float:
    """Return how many seconds of work it takes to make all items, without keeping them."""
    return measure_work(partial(deque, items, maxlen=0))
