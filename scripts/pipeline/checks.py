"""Checks: named queries over the built database that return the rows that should not be there.

They stand in scripts/sql/checks/, one file each, whose first words say what it catches; they are shipped in
the table `checks`. What does not belong here: faults of a coding file that can be told with its line (those
are found while reading and deriving).
"""

import sqlite3
from collections.abc import Iterator, Sequence
from contextlib import closing
from pathlib import Path

from pipeline.open_readonly import read_only
from pipeline.sql_files import read_queries


def add_checks(connection: sqlite3.Connection) -> None:
    """Put the checks into the database."""
    connection.executemany("INSERT INTO checks VALUES (?, ?, ?)", read_queries("checks"))


def run_checks(connection: sqlite3.Connection, names: Sequence[str] = ()) -> Iterator[str]:
    """Yield, for each check (of these, or all) that finds rows, its name, what it catches, and the rows."""
    for name, description, sql in connection.execute("SELECT * FROM checks ORDER BY name").fetchall():
        if names and name not in names:
            continue
        cursor = connection.execute(sql)
        rows = cursor.fetchall()
        if rows:
            columns = [column[0] for column in cursor.description]
            shown = "\n".join(f"    {_shown(columns, row)}" for row in rows)
            yield f"check {name} finds {len(rows)} rows ({description})\n{shown}"


def run_checks_beside(path: Path, names: Sequence[str]) -> list[str]:
    """Return what these checks find in a file that others read too."""
    with closing(read_only(path)) as connection:
        return list(run_checks(connection, names))


def run_pragmas(connection: sqlite3.Connection) -> Iterator[str]:
    """Yield what SQLite itself finds wrong: broken foreign keys, a damaged file."""
    for table, row, parent, _ in connection.execute("PRAGMA foreign_key_check"):
        yield f"row {row} of {table} refers to a row of {parent} that is not there"
    for (finding,) in connection.execute("PRAGMA integrity_check"):
        if finding != "ok":
            yield f"SQLite's integrity check: {finding}"


def _shown(columns: list[str], row: tuple[object, ...]) -> str:
    return ", ".join(f"{column}={value!r}" for column, value in zip(columns, row, strict=True))
