"""Reading: a finished database, opened in a way that changes nothing."""

import sqlite3
from pathlib import Path


def read_only(database: Path, *, check_same_thread: bool = True) -> sqlite3.Connection:
    """Open a database for reading only; sqlite3.OperationalError where there is no file."""
    address = f"{database.absolute().as_uri()}?mode=ro"
    return sqlite3.connect(address, uri=True, check_same_thread=check_same_thread)
