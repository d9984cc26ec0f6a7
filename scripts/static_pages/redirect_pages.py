"""Moving: what became of records that are gone, so that links to their pages still lead on."""

import sqlite3
from typing import NamedTuple

KEPT = "SELECT 1 FROM contract_tables WHERE name = 'redirects'"
REDIRECTS = "SELECT id, to_id, version, reason FROM redirects ORDER BY id"


class Gone(NamedTuple):
    """An id that is gone, that of the record it was merged into or None, and since when and why."""

    id: str
    to_id: str | None
    version: str
    reason: str


def gone(database: sqlite3.Connection) -> dict[str, Gone]:
    """Return what became of each id that is gone; nothing where the database is too old to tell."""
    if database.execute(KEPT).fetchone() is None:
        return {}
    return {row[0]: Gone(*row) for row in database.execute(REDIRECTS)}
