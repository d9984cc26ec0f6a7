"""Stages: what each stage of a build takes, beside the cheapest that does nearly the same with the same rows.

All in seconds of work of one processor. The first three stages and the checks are done by two processes in a
build; here they are measured in one, the first as what each adds to the one before.
"""

from collections import deque
from collections.abc import Iterator
from functools import partial
from pathlib import Path
from typing import NamedTuple

from benchmarks import baselines
from benchmarks.baselines import worked
from benchmarks.build_growth import Built
from generated_docs.markdown_table import format_table
from pipeline.build_steps import BATCH_SIZE
from pipeline.checks import run_checks_on_file
from pipeline.contract import Contract
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
    """Seconds of work of a stage; what would be cheapest, with its seconds, where there is such a thing."""

    name: str
    seconds: float
    floor: str = ""
    cheapest: float = 0.0


def measure(built: Built, seeds: Path, contract: Contract, folder: Path) -> list[Stage]:
    """Return the stages of a build of these seeds that was made in a folder."""
    database = folder / "corpus.db"
    read = read_seeds(seeds, contract, Problems())
    codings = [files.coding for files in read.articles]
    cheapest = {
        "reading YAML": ("ryaml alone", worked(partial(baselines.parse, codings))),
        "finding quotes and making rows": ("str.find", worked(partial(baselines.find, database))),
        "putting rows in": ("executemany, no constraint", baselines.insert(database, contract, folder)),
        "writing and verifying the file": ("copying it", worked(partial(baselines.copy, database, folder))),
        "writing the CSVs": ("csv.writer", baselines.write(database, contract, folder)),
    }
    steps = {name: built.spent[step] for step, name in STEPS.items()}
    checks = {"checks": worked(partial(run_checks_on_file, database, ()))}
    taken = {**_article_stages(read, contract), **steps, **checks}
    return [Stage(name, seconds, *cheapest.get(name, ())) for name, seconds in taken.items()]


def stages_table(stages: list[Stage], rows: int) -> str:
    """Return a table of the stages of a build with so many rows, and of their sum."""
    whole = Stage(
        "all", sum(each.seconds for each in stages), "all of these", sum(each.cheapest for each in stages)
    )
    head = ("stage", "cheapest", "seconds of work", "thousand rows a second", "of the cheapest", "ratio")
    return format_table(head, [_row(stage, rows) for stage in (*stages, whole)], right=4)


def _row(stage: Stage, rows: int) -> tuple[str, ...]:
    taken = (f"{stage.seconds:.1f}", f"{rows / stage.seconds / 1000:.0f}")
    if not stage.floor:
        return stage.name, "", *taken, "", ""
    beside = (f"{rows / stage.cheapest / 1000:.0f}", f"{stage.seconds / stage.cheapest:.1f}")
    return stage.name, stage.floor, *taken, *beside


def _article_stages(seeds: Seeds, contract: Contract) -> dict[str, float]:
    deriver = RowDeriver(seeds, contract)
    starts = range(0, len(seeds.articles), BATCH_SIZE)
    batches = (seeds.articles[start : start + BATCH_SIZE] for start in starts)
    read = _worked_through(Document(files.coding, seeds.problems).tree for files in seeds.articles)
    checked = _worked_through(seeds.read_articles())
    derived = _worked_through(map(deriver.derive_batch, batches))
    return {
        "reading YAML": read,
        "checking its form": checked - read,
        "finding quotes and making rows": derived - checked,
    }


def _worked_through(items: Iterator[object]) -> float:
    """Return how many seconds it takes to make all items, none of which is kept."""
    return worked(partial(deque, items, maxlen=0))
