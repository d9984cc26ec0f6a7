"""The steps of a build, from seeds to data/ and the database; outputs are replaced only if all succeed."""

import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from pathlib import Path

from sqlite_utils import Database

from istanbul_talks.database.outputs import FileOutput, FolderOutput, Output, stage_outputs
from istanbul_talks.errors import OutputError
from pipeline.acceptances import apply_acceptances
from pipeline.build_report import BuildReport, report_build
from pipeline.contract import Contract, read_contract
from pipeline.csv_files import find_differing_csvs, list_own_csvs, write_csvs
from pipeline.database_builder import DatabaseBuilder, open_builder
from pipeline.parallel import map_in_order, split_batches
from pipeline.problems import BuildError, Problems
from pipeline.progress import Progress
from pipeline.readonly_database import carries_contract
from pipeline.rows.row_deriver import RowDeriver
from pipeline.seeds import read_seeds

BATCH_SIZE = 20  # articles


def build(
    seeds: Path,
    package: Path,
    database: Path,
    data: Path | None = None,
    *,
    with_text: bool = True,
    draft: bool = False,
    force: bool = False,
) -> BuildReport:
    """Build the file `database`, and the folder of CSVs `data` if given, from the seeds and the contract.

    `package` is the contract's file. Without `with_text` the database leaves the articles' text out. A
    `draft` lets unfinished work pass. Raises BuildError with all that is wrong, OutputError where an output
    would replace what is not ours (but with `force`), and then leaves the old outputs unchanged.
    """
    progress, contract = Progress(), read_contract(package)
    outputs = list(_list_outputs(database, data, contract, force=force))
    with (
        stage_outputs(*outputs) as (new, *folders),
        open_builder(new.with_name("rows.db"), contract) as builder,
    ):
        deriver = _fill(builder, seeds, contract, progress, draft=draft)
        findings = _check(builder, deriver, progress, draft=draft)
        unfinished = deriver.problems.list_unfinished()
        report = report_build(builder.database, contract, unfinished, findings, progress.spent)
        progress.step("writing the database")
        builder.write_out(new, with_text=with_text)
        for folder in folders:
            progress.step("writing the CSVs")
            write_csvs(folder, contract, builder.database)
        progress.stop()
    return report


def find_stale_csvs(seeds: Path, package: Path, data: Path) -> list[str]:
    """Build without writing; return the names of the CSVs in `data` that a build would change."""
    contract = read_contract(package)
    with tempfile.TemporaryDirectory() as folder, open_builder(Path(folder) / "rows.db", contract) as builder:
        deriver = _fill(builder, seeds, contract, Progress(), draft=False)
        _check(builder, deriver, Progress(), draft=False)
        builder.write_out(Path(folder) / "fresh.db", with_text=True)
        write_csvs(Path(folder), contract, builder.database)
        return find_differing_csvs(Path(folder), data)


@contextmanager
def open_draft(seeds: Path, package: Path) -> Iterator[tuple[Database, RowDeriver]]:
    """Provide the database of a coding under way, and what locates its rows in the seeds; it is temporary.

    Unfinished work passes, and no check is run. Raises BuildError with all that is wrong with the seeds.
    """
    contract = read_contract(package)
    with tempfile.TemporaryDirectory() as folder, open_builder(Path(folder) / "rows.db", contract) as builder:
        deriver = _fill(builder, seeds, contract, Progress(), draft=True)
        yield builder.database, deriver


def _list_outputs(database: Path, data: Path | None, contract: Contract, *, force: bool) -> Iterator[Output]:
    """Yield the database, known by the contract in it, and data/, known by the names of its tables."""
    try:
        str(database.absolute()).encode()
    except UnicodeEncodeError as error:
        raise OutputError(f"{database} is no UTF-8, which SQLite needs; give another path") from error
    yield FileOutput(database, partial(carries_contract, name=contract.package.get("name", "")), force)
    if data:
        if database.absolute().is_relative_to(data.absolute()):
            raise OutputError(f"{database} would be in {data}, the folder of the CSVs; give another path")
        yield FolderOutput(data, partial(list_own_csvs, contract=contract), force)


def _fill(
    builder: DatabaseBuilder, folder: Path, contract: Contract, progress: Progress, *, draft: bool
) -> RowDeriver:
    """Insert the rows of all articles and registers, and finish the database; return what derived them.

    Raises BuildError if anything is wrong.
    """
    progress.step("reading the registers")
    seeds = read_seeds(folder, contract, Problems())
    deriver = RowDeriver(seeds, contract)
    progress.step("reading the articles")
    for batch in map_in_order(deriver.derive_batch, split_batches(seeds.articles, BATCH_SIZE)):
        deriver.gather(batch)
        if not seeds.problems.find_blocking(draft=draft):
            builder.insert(batch.rows)
    shared = deriver.derive_shared()
    seeds.problems.raise_blocking(draft=draft)
    builder.insert(shared)
    builder.finish(progress)
    return deriver


def _check(builder: DatabaseBuilder, deriver: RowDeriver, progress: Progress, *, draft: bool) -> list[str]:
    """Return the findings of the checks in a draft; otherwise raise BuildError if there are any."""
    progress.step("checking")
    findings, idle = apply_acceptances(builder.database.conn, builder.check())
    locations = deriver.locate([*idle, *(cell for finding in findings for cell in finding.cells)])
    messages = [
        *(finding.format(locations) for finding in findings),
        *(f"{locations[name]}: nothing asks for this any more; remove the entry" for name in idle),
    ]
    if messages and not draft:
        raise BuildError(messages)
    return messages
