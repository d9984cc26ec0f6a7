"""Notes that two voices may be one, because an article may be the very text that another relays."""

import sqlite3
from collections.abc import Iterable, Mapping
from typing import Any

NOTES = """
SELECT DISTINCT source_metadata_id, note, source_id, quote_id FROM possible_originals
ORDER BY source_metadata_id, note
"""


def find_notes(db: sqlite3.Connection, statements: Iterable[Mapping[str, Any]]) -> dict[str, str]:
    """Return the notes on rows of the named query `comparison`, each under the id of its metadata.

    There is a note where an article stands beside words that another has from what may be its own text.
    """
    compared = {(statement["source"], statement["quote"]) for statement in statements}
    sources, quotes = {source for source, _ in compared}, {quote for _, quote in compared}
    return {
        metadata_id: note
        for metadata_id, note, source, quote in db.execute(NOTES)
        if source in sources and quote in quotes
    }
