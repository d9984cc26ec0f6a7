"""The redirects of the database: ids of records that were merged or withdrawn, so that old links lead on."""

import sqlite3
from typing import NamedTuple

HAS_REDIRECTS = "SELECT 1 FROM contract_tables WHERE name = 'redirects'"
REDIRECTS = "SELECT id, to_id, version, reason FROM redirects ORDER BY id"


class Redirect(NamedTuple):
    """A retired id, the id of the record it was merged into or None, and since which version and why."""

    id: str
    to_id: str | None
    version: str
    reason: str


def load_redirects(database: sqlite3.Connection) -> dict[str, Redirect]:
    """Return the redirects by retired id; none from a database of a version before there were any."""
    if database.execute(HAS_REDIRECTS).fetchone() is None:
        return {}
    return {row[0]: Redirect(*row) for row in database.execute(REDIRECTS)}
