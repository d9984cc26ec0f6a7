"""Floors: the cheapest that can be done with the files of a corpus and the rows made of them."""

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


def worked(work: Callable[[], object]) -> float:
    """Return how many seconds this process works on something."""
    start = time.process_time()
    work()
    return time.process_time() - start


def parse(codings: Iterable[Path]) -> None:
    """Parse the codings and do nothing with what they say."""
    for path in codings:
        loads(path.read_text(encoding="utf-8"))


def find(database: Path) -> None:
    """Find each quote in its article, and whether it stands there again."""
    with closing(open_readonly(database)) as connection:
        for text, quotes in groupby(connection.execute(QUOTES), key=lambda row: row[0]):
            for _, exact in quotes:
                text.find(exact, text.find(exact) + 1)


def insert(database: Path, contract: Contract, folder: Path) -> float:
    """Return what it takes to insert the rows of all tables into tables without a constraint."""
    with closing(sqlite3.connect(folder / "bare.db")) as bare:
        bare.execute("PRAGMA synchronous = OFF")
        seconds = [_insert(bare, table, rows) for table, rows in _tables(database, contract)]
        return sum(seconds) + worked(bare.commit)


def write(database: Path, contract: Contract, folder: Path) -> float:
    """Return what it takes to write the rows of all tables as CSV."""
    tables = _tables(database, contract)
    return sum(worked(partial(_write, folder / f"{table.name}.csv", rows)) for table, rows in tables)


def copy(database: Path, folder: Path) -> None:
    """Copy the database."""
    shutil.copyfile(database, folder / "copy.db")


def _insert(bare: sqlite3.Connection, table: Table, rows: list[Cells]) -> float:
    name, marks = quote_identifier(table.name), ", ".join("?" * len(table.fields))
    bare.execute(f"CREATE TABLE {name} ({', '.join(map(quote_identifier, table.fields))})")
    return worked(partial(bare.executemany, f"INSERT INTO {name} VALUES ({marks})", rows))


def _write(path: Path, rows: list[Cells]) -> None:
    with path.open("w", encoding="utf-8", newline="") as file:
        csv.writer(file).writerows(rows)


def _tables(database: Path, contract: Contract) -> Iterator[tuple[Table, list[Cells]]]:
    """Yield each table with its rows."""
    with closing(open_readonly(database)) as connection:
        for table in contract.tables.values():
            yield table, connection.execute(f"SELECT * FROM {quote_identifier(table.name)}").fetchall()
