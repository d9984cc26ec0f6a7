"""Building: the whole line, from seeds to data/ and the database, put into place only when all of it is right."""

import tempfile
from pathlib import Path

from makers.contract import read_contract
from makers.csvs import copy_others, differing, write_csvs
from makers.database import write_database
from makers.derive import derive
from makers.problems import Problems
from makers.progress import Progress
from makers.report import Report, make_report
from makers.seeds import read_seeds
from makers.swap import recover, replace_folder, staging
from makers.tables import Tables


def build(
    seeds: Path,
    package: Path,
    database: Path,
    data: Path | None = None,
    *,
    with_text: bool = True,
    draft: bool = False,
) -> Report:
    """Build the file `database`, and the folder of CSVs `data` if given, from `seeds` and the contract `package`.

    Without `with_text` the database leaves the articles' text out. A `draft` lets unfinished work pass. Raises
    BuildError with everything that is wrong; the old outputs are then as they were.
    """
    progress, problems = Progress(), Problems()
    tables = _make_tables(seeds, package, problems, progress, draft=draft)
    progress.step("writing the database")
    with staging(database) as aside:
        findings = write_database(aside / database.name, tables, with_text=with_text, draft=draft)
        if data:
            progress.step("writing the CSVs")
            _replace_csvs(data, tables)
        (aside / database.name).replace(database)
    return make_report(tables, problems.unfinished(), findings)


def stale_csvs(seeds: Path, package: Path, data: Path) -> list[str]:
    """Run the whole line without writing; return the names of the CSVs in `data` that it would change."""
    problems = Problems()
    tables = _make_tables(seeds, package, problems, Progress(), draft=False)
    with tempfile.TemporaryDirectory() as folder:
        fresh = Path(folder)
        write_database(fresh / "check.db", tables, with_text=True, draft=False)
        write_csvs(fresh, tables)
        return differing(fresh, data)


def _make_tables(
    seeds: Path, package: Path, problems: Problems, progress: Progress, *, draft: bool
) -> Tables:
    contract = read_contract(package)
    progress.step("reading the coding")
    read = read_seeds(seeds, contract, problems)
    progress.step("finding the quotes")
    tables = derive(read, contract)
    problems.stop(draft=draft)
    return tables


def _replace_csvs(data: Path, tables: Tables) -> None:
    recover(data)
    with staging(data) as aside:
        fresh = aside / data.name
        fresh.mkdir()
        copy_others(data, fresh)
        write_csvs(fresh, tables)
        replace_folder(fresh, data)
