"""Building: the whole line, from seeds to data/ and the database, in place only when all of it is right."""

import tempfile
from pathlib import Path

from makers.contract import Contract, read_contract
from makers.csvs import copy_others, differing, write_csvs
from makers.database import write_database
from makers.derive import derive
from makers.problems import Problems
from makers.progress import Progress
from makers.report import Report, make_report
from makers.seeds import read_seeds
from makers.swap import recover, replace_folder, staging
from makers.tables import Rows


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
    rows = _make_rows(seeds, contract, problems, progress, draft=draft)
    progress.step("writing the database")
    with staging(database) as aside:
        new = aside / database.name
        findings = write_database(new, contract, rows, with_text=with_text, draft=draft)
        if data:
            progress.step("writing the CSVs")
            _replace_csvs(data, contract, rows)
        new.replace(database)
    return make_report(rows, problems.unfinished(), findings)


def stale_csvs(seeds: Path, package: Path, data: Path) -> list[str]:
    """Run the whole line without writing; return the names of the CSVs in `data` that it would change."""
    contract = read_contract(package)
    rows = _make_rows(seeds, contract, Problems(), Progress(), draft=False)
    with tempfile.TemporaryDirectory() as folder:
        fresh = Path(folder)
        write_database(fresh / "fresh.db", contract, rows, with_text=True, draft=False)
        write_csvs(fresh, contract, rows)
        return differing(fresh, data)


def _make_rows(
    seeds: Path, contract: Contract, problems: Problems, progress: Progress, *, draft: bool
) -> Rows:
    progress.step("reading the coding")
    read = read_seeds(seeds, contract, problems)
    progress.step("finding the quotes")
    rows = derive(read, contract)
    problems.stop(draft=draft)
    return rows


def _replace_csvs(data: Path, contract: Contract, rows: Rows) -> None:
    recover(data)
    with staging(data) as aside:
        fresh = aside / data.name
        fresh.mkdir()
        copy_others(data, fresh)
        write_csvs(fresh, contract, rows)
        replace_folder(fresh, data)
