"""Redirects: retired ids of records that were merged into others or withdrawn."""

import sqlite3
import warnings
from typing import NamedTuple

from istanbul_talks.errors import NothingFound, RedirectWarning


class Redirect(NamedTuple):
    """A retired id, the id of the record it was merged into or None, and the version and reason."""

    id: str
    to_id: str | None
    version: str
    reason: str

    def __str__(self) -> str:
        what = f"“{self.id}” was merged into “{self.to_id}”" if self.to_id else f"“{self.id}” was withdrawn"
        return f"{what} in version {self.version}: {self.reason}"


def follow_redirect(db: sqlite3.Connection, word: str) -> str:
    """Return the id that a retired id was merged into, and warn; any other word unchanged.

    Raises NothingFound for a retired id whose record was withdrawn.
    """
    redirect = find_redirect(db, word)
    if redirect is None:
        return word
    if redirect.to_id is None:
        raise NothingFound(str(redirect))
    warnings.warn(str(redirect), RedirectWarning, stacklevel=2)
    return redirect.to_id


def find_redirect(db: sqlite3.Connection, record_id: str) -> Redirect | None:
    """Return the redirect of a retired id; None for any other, and in a database without redirects."""
    if db.execute("SELECT 1 FROM contract_tables WHERE name = 'redirects'").fetchone() is None:
        return None
    query = "SELECT id, to_id, version, reason FROM redirects WHERE id = ?"
    found = db.execute(query, [record_id]).fetchone()
    return Redirect(*found) if found else None
