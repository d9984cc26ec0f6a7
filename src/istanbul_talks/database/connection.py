"""Locating and opening the database, read-only; no other module of the readers opens it."""

import shutil
import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

from istanbul_talks.errors import TalksError

DATABASE_NAME = "istanbul-talks.db"
PACKAGE = Path(__file__).parent.parent
INSTALLED = PACKAGE / DATABASE_NAME
CHECKOUT = PACKAGE.parents[1] / "build" / DATABASE_NAME
OLDEST_SQLITE = (3, 37)


def locate_database(chosen: str | Path | None) -> Path:
    """Return the path of the chosen database, else of the installed one, else of the checkout's.

    Raises TalksError where there is no such file.
    """
    for path in [Path(chosen)] if chosen else [INSTALLED, CHECKOUT]:
        if path.is_file():
            return path.resolve()
    if chosen:
        raise TalksError(f"there is no database {chosen}; give the path of one with --db or TALKS_DB")
    raise TalksError(
        "no database is installed; make one with `python scripts/build.py`, or name one with --db or TALKS_DB"
    )


def connect(path: Path) -> sqlite3.Connection:
    """Open a talks database for reading only; the file must not change while it is open.

    Raises TalksError where the file is no talks database.
    """
    db = sqlite3.connect(f"{path.as_uri()}?mode=ro&immutable=1", uri=True)
    try:
        db.execute("SELECT 1 FROM contract_tables").fetchone()
    except sqlite3.DatabaseError as error:
        db.close()
        raise TalksError(explain_unusable(path, error)) from error
    return db


@contextmanager
def open_database(chosen: str | Path | None) -> Iterator[sqlite3.Connection]:
    """Yield the located database, open for reading only."""
    with closing(connect(locate_database(chosen))) as db:
        yield db


def copy_without_text(path: Path, folder: Path) -> Path:
    """Copy a database to a folder without the articles' running text, as releases are; return its path."""
    copy = Path(shutil.copyfile(path, folder / path.name))
    with closing(sqlite3.connect(copy, isolation_level=None)) as db:
        db.execute("DELETE FROM texts")
        db.execute("VACUUM")
    return copy


DAMAGE_CHECKS = {
    "SELECT quick_check FROM pragma_quick_check WHERE quick_check <> 'ok'": "{}",
    'SELECT "table" FROM pragma_foreign_key_check': "a row of {} names one that is not there",
    "SELECT 'contract_tables' WHERE NOT EXISTS (SELECT 1 FROM contract_tables)": "{} is empty",
    "SELECT 'contract_fields' WHERE NOT EXISTS (SELECT 1 FROM contract_fields)": "{} is empty",
    "SELECT 'contract_package' WHERE NOT EXISTS (SELECT 1 FROM contract_package)": "{} is empty",
    "SELECT name FROM contract_tables WHERE name NOT IN (SELECT name FROM sqlite_schema)": "{} is missing",
    """
    SELECT table_name || '.' || name FROM contract_fields
    WHERE name NOT IN (SELECT name FROM pragma_table_info(table_name))
    """: "{} is missing",
}
"""The queries that find what is damaged in a database, and what is said of it."""


def find_damage(db: sqlite3.Connection) -> str | None:
    """Return what is wrong with a database in words, None where it is whole."""
    try:
        for query, words in DAMAGE_CHECKS.items():
            if row := db.execute(query).fetchone():
                return words.format(row[0])
        for (name,) in db.execute("SELECT name FROM contract_tables").fetchall():
            db.execute(f'SELECT * FROM "{name}" LIMIT 1').fetchone()
    except sqlite3.Error as error:
        return str(error)
    return None


def explain_unusable(path: Path, error: sqlite3.Error | str) -> str:
    """Say why a database cannot be read and what to do."""
    whole = f"{path} is not a whole talks database ({error}); rebuild it, or name another with --db"
    return explain_old_sqlite() or whole


def explain_old_sqlite() -> str | None:
    """Say what to do where this Python's SQLite is too old to know STRICT tables."""
    if sqlite3.sqlite_version_info >= OLDEST_SQLITE:
        return None
    version = sqlite3.sqlite_version
    return f"this Python has SQLite {version}, and 3.37 or later is needed; use a Python that has it"
