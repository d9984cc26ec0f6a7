"""Runs the checks of scripts/sql/checks/: queries over the built database for rows that should not exist.

A check is a file; its comment begins with "Catch" and is the check's description. They are shipped in the
table `checks`. What does not belong here: faults of a coding file that can be reported with its line (those
are found while reading the seeds and deriving rows).
"""

import sqlite3
from collections.abc import Iterator, Sequence
from contextlib import closing
from pathlib import Path

from sqlite_utils import Database

from pipeline.readonly_database import open_readonly
from pipeline.sql_files import read_sql_folder


def add_checks(database: Database) -> None:
    """Insert the checks into the database."""
    checks = read_sql_folder("checks")
    database.table("checks").insert_all(
        {"name": check.name, "description": check.comment, "sql": check.sql} for check in checks
    )


def run_checks(connection: sqlite3.Connection, names: Sequence[str] = ()) -> Iterator[str]:
    """Yield a message for each check (of `names`, or all) that finds rows: name, description, rows."""
    for name, description, sql in connection.execute("SELECT * FROM checks ORDER BY name").fetchall():
        if names and name not in names:
            continue
        cursor = connection.execute(sql)
        rows = cursor.fetchall()
        if rows:
            columns = [column[0] for column in cursor.description]
            shown = "\n".join(f"    {_format_row(columns, row)}" for row in rows)
            yield f"check {name} finds {len(rows)} rows ({description})\n{shown}"


def run_checks_on_file(path: Path, names: Sequence[str]) -> list[str]:
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


def _format_row(columns: list[str], row: tuple[object, ...]) -> str:
    return ", ".join(f"{column}={value!r}" for column, value in zip(columns, row, strict=True))
