"""Builds the SQLite file: rows are inserted as they come, then sorted, indexed, checked and written out.

`VACUUM INTO` as the last step gives the same bytes for the same rows (with the same version of SQLite), in
whatever order they came. Memory is that of SQLite's page cache, whatever the size.
"""

import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from functools import partial
from pathlib import Path

from pipeline.checks import add_checks, run_checks, run_checks_on_file, run_sqlite_checks
from pipeline.contract import Contract
from pipeline.contract_to_database import add_contract
from pipeline.open_readonly import open_readonly
from pipeline.parallel import map_in_order
from pipeline.problems import BuildError
from pipeline.progress import Progress
from pipeline.row_order import sort_rows
from pipeline.row_store import Cells, Rows, natural_key
from pipeline.search_index import add_record_texts, add_search_indexes
from pipeline.sql_files import read_sql_folder
from pipeline.table_ddl import create_indexes, create_table, quote_identifier

SETTINGS = """
PRAGMA page_size = 4096;
PRAGMA cache_size = -16384; -- 16 MB; more is not faster
PRAGMA journal_mode = OFF; -- the file is thrown away if anything fails
PRAGMA synchronous = OFF;
"""
MANY_ROWS = 100_000  # rows from which on several processes run the checks faster than one


class DatabaseBuilder:
    """A database that is being built: insert all rows, finish it, check it, write it out."""

    def __init__(self, path: Path, connection: sqlite3.Connection, contract: Contract) -> None:
        self.connection = connection
        self._path = path
        self._rows = 0
        self._contract = contract
        self._last: dict[str, str] = {}
        self._unsorted: set[str] = set()
        self._forbidden: dict[str, str] = {}

    def insert(self, rows: Rows) -> None:
        """Insert rows, each table's in order; those that the contract forbids are reported by `finish`."""
        for table, cells in rows.items():
            self._note_order(table, cells)
            self._rows += len(cells)
            marks = ", ".join("?" * len(self._contract.tables[table].fields))
            try:
                self.connection.executemany(f"INSERT INTO {quote_identifier(table)} VALUES ({marks})", cells)
            except sqlite3.IntegrityError as error:
                self._forbidden.setdefault(table, f"the contract forbids a row of {table}: {error}")

    def finish(self, progress: Progress) -> None:
        """Sort and index the rows, add what is made from them; raise BuildError if rows are forbidden."""
        if self._forbidden:
            raise BuildError(list(self._forbidden.values()))
        progress.step("indexing the rows")
        for table in self._contract.tables.values():
            if table.name in self._unsorted:
                sort_rows(self.connection, table)
            for statement in create_indexes(table):
                self.connection.execute(statement)
        _add_own_tables(self.connection, self._contract)
        progress.step("writing the records")
        add_record_texts(self.connection)
        progress.step("indexing the words")
        add_search_indexes(self.connection, self._contract)
        self.connection.execute("COMMIT")

    def write_out(self, path: Path, *, with_text: bool) -> None:
        """Write the finished database to a new file; without text the table `texts` is empty."""
        if not with_text:
            self.connection.execute("DELETE FROM texts")
        self.connection.execute("VACUUM INTO ?", [str(path)])
        with closing(open_readonly(path)) as written:
            broken = list(run_sqlite_checks(written))
        if broken:
            raise BuildError(broken)

    def check(self) -> list[str]:
        """Return the findings of the checks, which need the texts."""
        if self._rows < MANY_ROWS:
            return list(run_checks(self.connection))
        shares = [[check.name] for check in read_sql_folder("checks")]
        found = map_in_order(partial(run_checks_on_file, self._path), shares)
        return [finding for findings in found for finding in findings]

    def _note_order(self, table: str, cells: list[Cells]) -> None:
        """Note whether a table's rows come in order of their primary key."""
        fields, key = list(self._contract.tables[table].fields), self._contract.tables[table].primary_key
        places = [fields.index(column) for column in key]
        first, last = (natural_key(*(cells[row][place] for place in places)) for row in (0, -1))
        if first < self._last.get(table, ""):
            self._unsorted.add(table)
        self._last[table] = last


@contextmanager
def open_builder(path: Path, contract: Contract) -> Iterator[DatabaseBuilder]:
    """Provide a builder on a new file with the contract's tables; the file is temporary."""
    with closing(sqlite3.connect(path, isolation_level=None)) as connection:
        connection.executescript(SETTINGS)
        connection.execute("BEGIN")
        for table in contract.tables.values():
            connection.execute(create_table(table))
        yield DatabaseBuilder(path, connection, contract)


def _add_own_tables(connection: sqlite3.Connection, contract: Contract) -> None:
    """Add the database's own tables, what the contract says, the checks and the views."""
    for query in read_sql_folder("tables"):
        for statement in query.sql.split(";\n"):
            connection.execute(statement)
    add_contract(connection, contract)
    add_checks(connection)
    for view in read_sql_folder("views"):
        connection.execute(f"CREATE VIEW {quote_identifier(view.name)} AS\n{view.sql}")
