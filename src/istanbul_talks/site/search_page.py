"""The search page: all records at once, with the words found; whatever is typed is understood somehow."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from datasette import Request, Response

from istanbul_talks.database import full_text
from istanbul_talks.site import responses

if TYPE_CHECKING:  # Datasette loads its plugins before it has loaded itself
    import sqlite3

    from datasette.app import Datasette

SHOWN = 100
"""Records that are shown, the best first."""


async def page(request: Request, datasette: Datasette) -> Response:
    """Answer /-/search?q=<words>."""
    words = request.args.get("q") or ""
    databases = await responses.seen(datasette, request)
    found = [await each.execute_fn(lambda db: _matches(db, words)) for each in databases]
    shown = {"words": words, "found": found, "shown": SHOWN, "most": full_text.MAX_RANKED}
    return await responses.page(datasette, request, "search.html", shown)


def _matches(db: sqlite3.Connection, words: str) -> dict[str, Any]:
    """Return the best records that have the words, how many have them, and a hint where none has."""
    rows = list(full_text.search_records(db, words, None, SHOWN).rows)
    hint = full_text.suggest_spelling(db, words) if words and not rows else ""
    return {"count": full_text.count_matches(db, words), "rows": rows, "hint": hint.removeprefix("; ")}


def prepare(connection: sqlite3.Connection) -> None:
    """Let the search box of Datasette's tables find nothing, instead of failing, where words are no query."""
    from datasette.utils import escape_fts  # noqa: PLC0415  (not loaded when plugins are)

    connection.create_function("escape_fts", 1, lambda words: escape_fts(words) or '""')
