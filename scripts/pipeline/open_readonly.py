"""Opens a finished database read-only."""

import sqlite3
from pathlib import Path


def open_readonly(database: Path, *, check_same_thread: bool = True) -> sqlite3.Connection:
    """Return a read-only connection; raise sqlite3.OperationalError if there is no file."""
    address = f"{database.absolute().as_uri()}?mode=ro"
    return sqlite3.connect(address, uri=True, check_same_thread=check_same_thread)
