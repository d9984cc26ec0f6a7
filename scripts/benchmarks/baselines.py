"""Baselines of a build: the least work that could be done with its files and its rows.

Each does one thing without any check: parse, search, insert, write or copy.
"""

import csv
import shutil
import sqlite3
import time
from collections.abc import Callable, Iterable, Iterator
from contextlib import closing
from functools import partial
from itertools import groupby
from pathlib import Path

from ryaml import loads  # type: ignore[attr-defined]  # (it is in its stub)

from pipeline.contract import Contract, Table
from pipeline.readonly_database import open_readonly
from pipeline.row_store import Cells
from pipeline.table_ddl import quote_identifier

QUOTES = "SELECT text, exact FROM quotes JOIN texts USING (source_id) ORDER BY quotes.rowid"


def measure_work(work: Callable[[], object]) -> float:
    """Return the seconds of processor time that a piece of work takes in this process."""
    start = time.process_time()
    work()
    return time.process_time() - start


def parse_yaml(codings: Iterable[Path]) -> None:
    """Parse the codings and do nothing with what they say."""
    for path in codings:
        loads(path.read_text(encoding="utf-8"))


def find_quotes(database: Path) -> None:
    """Search each article for each of its quotes, and for a second place of it."""
    with closing(open_readonly(database)) as connection:
        for text, quotes in groupby(connection.execute(QUOTES), key=lambda row: row[0]):
            for _, exact in quotes:
                text.find(exact, text.find(exact) + 1)


def insert_rows(database: Path, contract: Contract, folder: Path) -> float:
    """Insert the rows of all tables into tables without constraints; return seconds of work."""
    with closing(sqlite3.connect(folder / "bare.db")) as bare:
        bare.execute("PRAGMA synchronous = OFF")
        seconds = [_insert(bare, table, rows) for table, rows in _tables(database, contract)]
        return sum(seconds) + measure_work(bare.commit)


def write_csvs(database: Path, contract: Contract, folder: Path) -> float:
    """Write the rows of all tables as CSV; return seconds of work."""
    tables = _tables(database, contract)
    return sum(measure_work(partial(_write, folder / f"{table.name}.csv", rows)) for table, rows in tables)


def copy_database(database: Path, folder: Path) -> None:
    """Copy the database."""
    shutil.copyfile(database, folder / "copy.db")


def _insert(bare: sqlite3.Connection, table: Table, rows: list[Cells]) -> float:
    name, marks = quote_identifier(table.name), ", ".join("?" * len(table.fields))
    bare.execute(f"CREATE TABLE {name} ({', '.join(map(quote_identifier, table.fields))})")
    return measure_work(partial(bare.executemany, f"INSERT INTO {name} VALUES ({marks})", rows))


def _write(path: Path, rows: list[Cells]) -> None:
    with path.open("w", encoding="utf-8", newline="") as file:
        csv.writer(file).writerows(rows)


def _tables(database: Path, contract: Contract) -> Iterator[tuple[Table, list[Cells]]]:
    """Yield every table with its rows."""
    with closing(open_readonly(database)) as connection:
        for table in contract.tables.values():
            yield table, connection.execute(f"SELECT * FROM {quote_identifier(table.name)}").fetchall()
