"""CSVs: the folder data/, one file for each table of the data package, written from the database."""

import csv
import shutil
import sqlite3
from pathlib import Path

from pipeline.contract import Contract, Field, Table
from pipeline.table_ddl import quoted


def write_csvs(folder: Path, contract: Contract, connection: sqlite3.Connection) -> None:
    """Write one CSV for each table that has a path, into a folder that stands for data/."""
    for table in contract.tables.values():
        if table.path:
            _write(folder / Path(table.path).name, table, connection)


def copy_others(data: Path, folder: Path) -> None:
    """Copy what is not a CSV (the folder's README) from data/ into the folder that will replace it."""
    for path in data.iterdir() if data.is_dir() else ():
        if path.suffix != ".csv":
            shutil.copy2(path, folder / path.name)


def differing(one: Path, other: Path) -> list[str]:
    """Return the names of the CSVs that are not the same in both folders."""
    names = {path.name for folder in (one, other) for path in folder.glob("*.csv")}
    return sorted(name for name in names if _content(one / name) != _content(other / name))


def _write(path: Path, table: Table, connection: sqlite3.Connection) -> None:
    columns = ", ".join(_printed(column) for column in table.fields.values())
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(table.fields)
        writer.writerows(connection.execute(f"SELECT {columns} FROM {quoted(table.name)} ORDER BY rowid"))


def _printed(column: Field) -> str:
    """Return a column as an expression; a whole number is printed without a point."""
    name = quoted(column.name)
    if column.type != "number":
        return name
    return f"iif({name} = CAST({name} AS INTEGER), CAST({name} AS INTEGER), {name})"


def _content(path: Path) -> bytes | None:
    return path.read_bytes() if path.exists() else None
