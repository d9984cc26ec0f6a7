"""Opens a finished database read-only, and counts the rows of a table."""

import sqlite3
from contextlib import closing
from pathlib import Path

from pipeline.table_ddl import quote_identifier


def open_readonly(database: Path, *, check_same_thread: bool = True) -> sqlite3.Connection:
    """Return a read-only connection; raise sqlite3.OperationalError if there is no file."""
    address = f"{database.absolute().as_uri()}?mode=ro"
    return sqlite3.connect(address, uri=True, check_same_thread=check_same_thread)


def carries_contract(database: Path, name: str) -> bool:
    """Tell whether a file is a database built from the contract of this name."""
    try:
        with closing(
            sqlite3.connect(f"{database.absolute().as_uri()}?mode=ro&immutable=1", uri=True)
        ) as found:
            query = "SELECT 1 FROM contract_package WHERE key = 'name' AND value = ?"
            return found.execute(query, [name]).fetchone() is not None
    except sqlite3.DatabaseError:
        return False


def count_rows(connection: sqlite3.Connection, table: str) -> int:
    """Return the number of rows of a table or view."""
    (count,) = connection.execute(f"SELECT count(*) FROM {quote_identifier(table)}").fetchone()
    return int(count)
