"""CSVs: the folder data/, one file for each table of the data package."""

import csv
import shutil
from pathlib import Path

from makers.contract import Contract, Row
from makers.tables import Rows


def write_csvs(folder: Path, contract: Contract, rows: Rows) -> None:
    """Write one CSV for each table that has a path, into a folder that stands for data/."""
    for table in contract.tables.values():
        if table.path:
            _write(folder / Path(table.path).name, list(table.fields), rows[table.name])


def copy_others(data: Path, folder: Path) -> None:
    """Copy what is not a CSV (the folder's README) from data/ into the folder that will replace it."""
    for path in data.iterdir() if data.is_dir() else ():
        if path.suffix != ".csv":
            shutil.copy2(path, folder / path.name)


def differing(one: Path, other: Path) -> list[str]:
    """Return the names of the CSVs that are not the same in both folders."""
    names = {path.name for folder in (one, other) for path in folder.glob("*.csv")}
    return sorted(name for name in names if _content(one / name) != _content(other / name))


def _write(path: Path, header: list[str], rows: list[Row]) -> None:
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(header)
        writer.writerows(row.values() for row in rows)


def _content(path: Path) -> bytes | None:
    return path.read_bytes() if path.exists() else None
