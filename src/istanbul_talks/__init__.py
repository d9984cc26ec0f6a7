"""The dataset in Python, and its readers: the command `talks` and the Datasette plugin.

    import istanbul_talks
    istanbul_talks.read_rows("demands")

They read only the database, which holds the records, the schema (its tables `contract_…`) and the views. What
makes or changes data belongs in scripts/; facts about the talks belong in the data.
"""

from __future__ import annotations

import os

TYPE_CHECKING = False  # type checkers know it; to import it from typing would take longer than all else here
if TYPE_CHECKING:
    import sqlite3
    from pathlib import Path
    from typing import Any

__all__ = ["connect", "locate", "read_rows"]


def locate(path: str | Path | None = None) -> Path:
    """Return where the database is: at the path, else where TALKS_DB says, else the installed one.

    Raises TalksError where there is none.
    """
    from istanbul_talks.database.connection import locate_database  # noqa: PLC0415

    return locate_database(path or os.environ.get("TALKS_DB"))


def connect(path: str | Path | None = None) -> sqlite3.Connection:
    """Return a new connection to the database, for reading only; close it when done.

    Raises TalksError where there is none, or a file that is no talks database.
    """
    from istanbul_talks.database import connection  # noqa: PLC0415

    return connection.connect(locate(path))


def read_rows(table: str, path: str | Path | None = None) -> list[dict[str, Any]]:
    """Return the rows of a table or view, each as a dictionary with the value of every column.

    Raises TalksError where there is no database or no such table; it says which is meant, or nearest.
    """
    from contextlib import closing  # noqa: PLC0415

    from istanbul_talks.database.declared_tables import read_table  # noqa: PLC0415

    with closing(connect(path)) as db:
        names, rows = read_table(db, table)
        return [dict(zip(names, row, strict=True)) for row in rows]
