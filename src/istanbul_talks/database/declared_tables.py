"""The tables and views that the contract declares: finding one by its name, and reading it whole."""

import sqlite3

from istanbul_talks.database.named_queries import QueryResult, read_result
from istanbul_talks.errors import NothingFound

LIKENESS = 0.5
"""Minimum likeness of a name that is suggested (difflib's ratio, from 0 to 1)."""


def read_table(db: sqlite3.Connection, table: str) -> QueryResult:
    """Return all rows of a table or view of the contract; NothingFound when there is no such table."""
    find_kind(db, table)
    return read_result(db.execute(f'SELECT * FROM "{table}"'))


def find_kind(db: sqlite3.Connection, table: str) -> str:
    """Return whether a name is that of a table or a view; NothingFound, with names near it, when of none."""
    kinds = dict(db.execute("SELECT name, kind FROM contract_tables"))
    if table not in kinds:
        from difflib import get_close_matches  # noqa: PLC0415  (only for mistakes)

        near = get_close_matches(str(table), kinds, cutoff=LIKENESS)
        asked = f"; did you mean {' or '.join(near)}?" if near else ""
        raise NothingFound(f"there is no table “{table}”{asked or '; `talks schema` lists them'}")
    return str(kinds[table])
