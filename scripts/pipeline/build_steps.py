"""Building: the whole line, from seeds to data/ and the database, in place only when all of it is right."""

import tempfile
from pathlib import Path

from pipeline.atomic_replace import recover, replace_folder, staging
from pipeline.build_report import Report, make_report
from pipeline.contract import Contract, read_contract
from pipeline.csv_files import copy_others, differing, write_csvs
from pipeline.database_builder import Making, making
from pipeline.parallel import in_order
from pipeline.problems import BuildError, Problems
from pipeline.progress import Progress
from pipeline.rows import Deriver
from pipeline.seeds import read_seeds

BATCH = 20  # articles


def build(
    seeds: Path,
    package: Path,
    database: Path,
    data: Path | None = None,
    *,
    with_text: bool = True,
    draft: bool = False,
) -> Report:
    """Build the file `database`, and the folder of CSVs `data` if given, from the seeds and the contract.

    `package` is the contract's file. Without `with_text` the database leaves the articles' text out. A
    `draft` lets unfinished work pass. Raises BuildError with all that is wrong; the old outputs are then as
    they were.
    """
    progress, problems, contract = Progress(), Problems(), read_contract(package)
    with staging(database) as aside, making(aside / "making.db", contract) as made:
        _fill(made, seeds, contract, problems, progress, draft=draft)
        findings = _check(made, progress, draft=draft)
        report = make_report(made.connection, contract, problems.unfinished(), findings, progress.spent)
        progress.step("writing the database")
        made.write_out(aside / database.name, with_text=with_text)
        if data:
            progress.step("writing the CSVs")
            _replace_csvs(data, contract, made)
        (aside / database.name).replace(database)
        progress.stop()
    return report


def stale_csvs(seeds: Path, package: Path, data: Path) -> list[str]:
    """Run the whole line without writing; return the names of the CSVs in `data` that it would change."""
    contract = read_contract(package)
    with tempfile.TemporaryDirectory() as folder, making(Path(folder) / "making.db", contract) as made:
        _fill(made, seeds, contract, Problems(), Progress(), draft=False)
        _check(made, Progress(), draft=False)
        made.write_out(Path(folder) / "fresh.db", with_text=True)
        write_csvs(Path(folder), contract, made.connection)
        return differing(Path(folder), data)


def _fill(
    made: Making, folder: Path, contract: Contract, problems: Problems, progress: Progress, *, draft: bool
) -> None:
    """Insert the rows of all articles and registers, unless something is wrong, and finish the database."""
    progress.step("reading the registers")
    seeds = read_seeds(folder, contract, problems)
    deriver = Deriver(seeds, contract)
    progress.step("reading the articles")
    starts = range(0, len(seeds.codings), BATCH)
    for batch in in_order(deriver.derive_batch, [seeds.codings[start : start + BATCH] for start in starts]):
        deriver.gather(batch)
        made.insert(batch.rows)
    made.insert(deriver.derive_shared())
    problems.stop(draft=draft)
    made.finish(progress)


def _check(made: Making, progress: Progress, *, draft: bool) -> list[str]:
    """Return what the checks find, in a draft; else raise BuildError if they find something."""
    progress.step("checking")
    findings = made.check()
    if findings and not draft:
        raise BuildError(findings)
    return findings


def _replace_csvs(data: Path, contract: Contract, made: Making) -> None:
    recover(data)
    with staging(data) as aside:
        fresh = aside / data.name
        fresh.mkdir()
        copy_others(data, fresh)
        write_csvs(fresh, contract, made.connection)
        replace_folder(fresh, data)
