"""Builds the SQLite file: rows are inserted as they come, then sorted, indexed, checked and written out.

`VACUUM INTO` as the last step gives the same bytes for the same rows (with the same version of SQLite), in
whatever order they came. Memory is that of SQLite's page cache, whatever the size.
"""

import re
import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from functools import partial
from pathlib import Path

from sqlite_utils import Database

from istanbul_talks.database.connection import explain_old_sqlite
from pipeline.checks import (
    Finding,
    add_checks,
    list_checks,
    run_checks,
    run_checks_on_file,
    run_sqlite_checks,
)
from pipeline.contract import Contract, Table, locate
from pipeline.contract_to_database import add_contract
from pipeline.parallel import map_in_order
from pipeline.problems import BuildError
from pipeline.progress import Progress
from pipeline.readonly_database import open_readonly
from pipeline.row_order import sort_rows
from pipeline.row_store import Cells, Rows, natural_key
from pipeline.search_index import add_record_texts, add_search_indexes
from pipeline.sql_files import read_sql_folder
from pipeline.table_ddl import create_table

SETTINGS = (
    "page_size = 4096",
    "cache_size = -16384",  # 16 MB; more is not faster
    "journal_mode = MEMORY",  # the file is thrown away if anything fails
    "synchronous = OFF",
)
OF_THE_CONTRACT = ("SQLITE_ERROR", "SQLITE_CONSTRAINT", "SQLITE_MISMATCH")
"""The errors of SQLite that a contract makes, and no disk."""

NAME = re.compile(r"\w+")
MANY_ROWS = 100_000  # rows from which on several processes run the checks faster than one


class DatabaseBuilder:
    """A database that is being built: insert all rows, finish it, check it, write it out."""

    def __init__(self, path: Path, database: Database, contract: Contract) -> None:
        self.database = database
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
            columns = tuple(self._contract.tables[table].fields)
            try:
                self.database.table(table).insert_all([columns, *cells])
            except sqlite3.IntegrityError as error:
                place = locate(self._contract.path, [table, *NAME.findall(str(error))])
                self._forbidden.setdefault(table, f"{place}: the contract forbids a row of {table}: {error}")

    def finish(self, progress: Progress) -> None:
        """Sort and index the rows, add what is made from them; raise BuildError if rows are forbidden."""
        if self._forbidden:
            raise BuildError(list(self._forbidden.values()))
        progress.step("indexing the rows")
        for table in sorted(self._unsorted):
            sort_rows(self.database, self._contract.tables[table])
        self.database.index_foreign_keys()
        _add_own_tables(self.database, self._contract)
        progress.step("writing the records")
        add_record_texts(self.database)
        progress.step("indexing the words")
        add_search_indexes(self.database, self._contract)
        self.database.commit()

    def write_out(self, path: Path, *, with_text: bool) -> None:
        """Write the finished database to a new file; without text the table `texts` is empty."""
        if not with_text:
            self.database.table("texts").delete_where()
        self.database.execute("VACUUM INTO ?", [str(path)])
        with closing(open_readonly(path)) as written:
            broken = list(run_sqlite_checks(written))
        if broken:
            raise BuildError(broken)

    def check(self) -> list[Finding]:
        """Return the findings of the checks, which need the texts."""
        if self._rows < MANY_ROWS:
            return list(run_checks(self.database.conn))
        shares = [[name] for name in list_checks()]
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
    if old := explain_old_sqlite():
        raise BuildError([old])
    with Database(path, execute_plugins=False) as database:
        for setting in SETTINGS:
            database.execute(f"PRAGMA {setting}")
        database.begin()
        try:
            for table in contract.tables.values():
                database.execute(create_table(table))
            yield DatabaseBuilder(path, database, contract)
        except sqlite3.Error as error:
            if not getattr(error, "sqlite_errorname", "").startswith(OF_THE_CONTRACT):
                raise
            place = locate(contract.path, NAME.findall(str(error)))
            what = "declare what scripts/sql/ asks for, or change what asks"
            raise BuildError([f"{place}: this contract gives no database: {error}; {what}"]) from error


def _add_own_tables(database: Database, contract: Contract) -> None:
    """Add the database's own tables, what the contract says, the checks and the views."""
    for tables in read_sql_folder("tables"):
        database.executescript(tables.sql)
    for dates in read_sql_folder("dates"):
        database.execute(f"INSERT INTO {dates.name} {dates.sql}")
    add_contract(database, contract)
    add_checks(database)
    for view in read_sql_folder("views"):
        database.create_view(view.name, view.sql)
    for table in contract.tables.values():
        _fill_columns_from_views(database, table)


def _fill_columns_from_views(database: Database, table: Table) -> None:
    """Fill the columns of a table that the contract takes from a view."""
    filled = [column for column in table.fields.values() if column.from_view]
    for view in sorted({column.from_view for column in filled if column.from_view}):
        names = [column.name for column in filled if column.from_view == view]
        assignments = ", ".join(f"{name} = made.{name}" for name in names)
        database.execute(
            f"UPDATE {table.name} SET {assignments} FROM {view} AS made WHERE made.id = {table.name}.id"
        )
