"""Redirects: ids of records that are gone; they lead to what took their place, or say why nothing did."""

import sqlite3
import warnings
from typing import NamedTuple

from istanbul_talks.errors import NothingFound, RedirectWarning


class Redirect(NamedTuple):
    """An id that is gone, that of the record it was merged into or None, and since when and why."""

    id: str
    to_id: str | None
    version: str
    reason: str

    def __str__(self) -> str:
        what = f"“{self.id}” was merged into “{self.to_id}”" if self.to_id else f"“{self.id}” was withdrawn"
        return f"{what} in version {self.version}: {self.reason}"


def follow_redirect(db: sqlite3.Connection, word: str) -> str:
    """Return, for the id of a record that was merged, that of the other, and warn; any other word as it is.

    Raises NothingFound for the id of a record that was withdrawn.
    """
    redirect = find_redirect(db, word)
    if redirect is None:
        return word
    if redirect.to_id is None:
        raise NothingFound(str(redirect))
    warnings.warn(str(redirect), RedirectWarning, stacklevel=2)
    return redirect.to_id


def find_redirect(db: sqlite3.Connection, record_id: str) -> Redirect | None:
    """Return what became of an id that is gone; None for any other, and where the database is too old."""
    if db.execute("SELECT 1 FROM contract_tables WHERE name = 'redirects'").fetchone() is None:
        return None
    query = "SELECT id, to_id, version, reason FROM redirects WHERE id = ?"
    found = db.execute(query, [record_id]).fetchone()
    return Redirect(*found) if found else None
