"""Writes the folder data/ from the database: one CSV for each table of the data package."""

import csv
from pathlib import Path

from sqlite_utils import Database

from istanbul_talks.errors import OutputError
from pipeline.contract import Contract, Field, Table
from pipeline.table_ddl import quote_identifier

README = "README.md"
"""The file that may stand alone in the folder before the first build."""


def write_csvs(folder: Path, contract: Contract, database: Database) -> None:
    """Write one CSV for each table that has a path, into `folder`."""
    for table in contract.tables.values():
        if table.path:
            _write_csv(folder / Path(table.path).name, table, database)


def list_own_csvs(folder: Path, contract: Contract) -> set[str]:
    """Return the names of the CSVs that are ours in a folder: those of the contract's tables.

    Raises OutputError where another CSV is there, one whose columns are those of something else, or only
    other things.
    """
    tables = {Path(table.path).name: table for table in contract.tables.values() if table.path}
    found = {path.name for path in folder.iterdir()}
    for name in sorted(found):
        if name.endswith(".csv") and not (name in tables and _is_of_table(folder / name, tables[name])):
            raise OutputError(f"{folder / name} is no table of the contract, and stays; move it away")
    if found.isdisjoint(tables) and found - {README}:
        raise OutputError(f"{folder} holds other things, which stay (no table in it); give another path")
    return set(tables)


def _is_of_table(path: Path, table: Table) -> bool:
    """Tell whether a file has more columns of the table than it lacks, or has besides."""
    if path.is_symlink() or not path.is_file():
        return False
    with path.open(encoding="utf-8", errors="replace") as file:
        header = set(file.readline().rstrip("\n").split(","))
    return path.stat().st_size == 0 or len(header & {*table.fields}) > len(header ^ {*table.fields})


def find_differing_csvs(one: Path, other: Path) -> list[str]:
    """Return the names of the CSVs that are not the same in both folders."""
    names = {path.name for folder in (one, other) for path in folder.glob("*.csv")}
    return sorted(name for name in names if _read_bytes(one / name) != _read_bytes(other / name))


def _write_csv(path: Path, table: Table, database: Database) -> None:
    columns = ", ".join(_select_column(column) for column in table.fields.values())
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(table.fields)
        writer.writerows(
            database.execute(f"SELECT {columns} FROM {quote_identifier(table.name)} ORDER BY rowid")
        )


def _select_column(column: Field) -> str:
    """Return an SQL expression of a column, under which a whole number has no decimal point."""
    name = quote_identifier(column.name)
    if column.type != "number":
        return name
    return f"iif({name} = CAST({name} AS INTEGER), CAST({name} AS INTEGER), {name})"


def _read_bytes(path: Path) -> bytes | None:
    return path.read_bytes() if path.exists() else None
