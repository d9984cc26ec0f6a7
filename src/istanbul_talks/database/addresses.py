"""Addresses on the web, made from the contract's `homepage`, where the static edition stands.

The contract may leave `homepage` and `id`, the DOI, empty: then nothing has an address.
"""

import sqlite3

DOI_RESOLVER = "https://doi.org/"


def read_homepage(db: sqlite3.Connection) -> str | None:
    """Return the address of the site, with a slash at its end."""
    homepage = _read_property(db, "homepage")
    return homepage and homepage.rstrip("/") + "/"


def locate_dataset(db: sqlite3.Connection) -> str | None:
    """Return the address of the dataset: that of its DOI, else of its site."""
    doi = _read_property(db, "id")
    return DOI_RESOLVER + doi if doi else read_homepage(db)


def locate_record(db: sqlite3.Connection, record_id: str) -> str | None:
    """Return the address of the page of a record, or of its place on the page that tells it whole."""
    homepage = read_homepage(db)
    if not homepage:
        return None
    whole = db.execute(WHOLE_QUERY, {"id": record_id}).fetchone()
    return f"{homepage}record/{whole[0]}.html#{record_id}" if whole else f"{homepage}record/{record_id}.html"


WHOLE_QUERY = """
SELECT coalesce(demand_id, claim_id) FROM statements WHERE id = :id
UNION ALL SELECT event_id FROM participants WHERE id = :id
"""
"""The record of which this is a part that has no page of its own."""


def locate_article(db: sqlite3.Connection, source_id: str) -> str | None:
    """Return the address of the page on which an article is read; each quote there is `#` and its id."""
    homepage = read_homepage(db)
    return homepage and f"{homepage}read/{source_id}.html"


def _read_property(db: sqlite3.Connection, key: str) -> str | None:
    """Return a property of the contract, None where it is left out or empty."""
    found = db.execute("SELECT value FROM contract_package WHERE key = ?", [key]).fetchone()
    return (found and found[0]) or None
