"""Runs the checks of scripts/sql/checks/: queries over the built database for rows that should not exist.

A check is a file; its comment begins with "Catch" and is the check's description. They are shipped in the
table `checks`. With them run the checks of text_checks.py, which no query can make. What does not belong
here: faults of a coding file that can be reported with its line (those are found while reading the seeds and
deriving rows).
"""

import sqlite3
from collections.abc import Iterator, Mapping, Sequence
from contextlib import closing
from pathlib import Path
from typing import NamedTuple

from sqlite_utils import Database

from pipeline.readonly_database import open_readonly
from pipeline.sql_files import read_sql_folder
from pipeline.text_checks import COLUMNS, TEXT_CHECKS


class Finding(NamedTuple):
    """The rows that a check finds and that should not exist."""

    check: str
    description: str
    columns: list[str]
    rows: list[tuple[object, ...]]

    @property
    def cells(self) -> set[str]:
        """The words in the rows, among which are the ids of what is wrong."""
        return {cell for row in self.rows for cell in self._list_names(row)}

    def format(self, locations: Mapping[str, str]) -> str:
        """Return the finding as text; a row begins with the file and line of its first cell that has one."""
        head = f"check {self.check} finds {len(self.rows)} rows ({self.description})"
        return "\n".join([head, *(f"    {self._format_row(row, locations)}" for row in self.rows)])

    def _format_row(self, row: tuple[object, ...], locations: Mapping[str, str]) -> str:
        cells = ", ".join(f"{column}={value!r}" for column, value in zip(self.columns, row, strict=True))
        place = next((locations[name] for name in self._list_names(row) if name in locations), None)
        return f"{place}: {cells}" if place else cells

    def _list_names(self, row: tuple[object, ...]) -> list[str]:
        """Return the cells of a row that may be ids; the name of a table may be an id of another table."""
        named = zip(self.columns, row, strict=True)
        return [cell for column, cell in named if isinstance(cell, str) and column != "table_name"]


def add_checks(database: Database) -> None:
    """Insert the checks into the database."""
    checks = read_sql_folder("checks")
    database.table("checks").insert_all(
        {"name": check.name, "description": check.comment, "sql": check.sql} for check in checks
    )


def run_checks(connection: sqlite3.Connection, names: Sequence[str] = ()) -> Iterator[Finding]:
    """Yield what each check finds (of `names`, or all) that finds rows."""
    for name, description, sql in connection.execute("SELECT * FROM checks ORDER BY name").fetchall():
        if names and name not in names:
            continue
        cursor = connection.execute(sql)
        rows = cursor.fetchall()
        if rows:
            yield Finding(name, description, [column[0] for column in cursor.description], rows)
    for name, check in TEXT_CHECKS.items():
        if not names or name in names:
            faults: list[tuple[object, ...]] = list(check.find_faults(connection))
            if faults:
                yield Finding(name, check.description, list(COLUMNS), faults)


def list_checks() -> list[str]:
    """Return the names of all checks."""
    return [*(check.name for check in read_sql_folder("checks")), *TEXT_CHECKS]


def run_checks_on_file(path: Path, names: Sequence[str]) -> list[Finding]:
    """Return the findings of these checks in a database file."""
    with closing(open_readonly(path)) as connection:
        return list(run_checks(connection, names))


def run_sqlite_checks(connection: sqlite3.Connection) -> Iterator[str]:
    """Yield what SQLite's own checks find: broken foreign keys, a damaged file."""
    for table, row, parent, _ in connection.execute("PRAGMA foreign_key_check"):
        yield f"row {row} of {table} refers to a row of {parent} that is not there"
    for (finding,) in connection.execute("PRAGMA integrity_check"):
        if finding != "ok":
            yield f"SQLite's integrity check: {finding}"
