"""The search page: the records of all tables that have the words."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from datasette import Request, Response

from istanbul_talks.database import full_text
from istanbul_talks.site import responses

if TYPE_CHECKING:  # Datasette loads its plugins before it has loaded itself
    import sqlite3

    from datasette.app import Datasette

RECORDS_SHOWN = 100
"""Records that are shown, the best first."""


async def show_search(request: Request, datasette: Datasette) -> Response:
    """Answer /-/search?q=<words>."""
    words = request.args.get("q") or ""
    databases = await responses.authorize(datasette, request)
    context = {
        "words": words,
        "results": [await database.execute_fn(lambda db: _search(db, words)) for database in databases],
        "records_shown": RECORDS_SHOWN,
        "counted_at_most": full_text.MAX_RANKED,
    }
    return await responses.render_page(datasette, request, "search_page.html", context)


def _search(db: sqlite3.Connection, words: str) -> dict[str, Any]:
    """Return the best records that have the words, how many have them, and a hint where none has."""
    rows = list(full_text.search_records(db, words, None, RECORDS_SHOWN).rows)
    hint = full_text.suggest_spelling(db, words) if words and not rows else ""
    return {"count": full_text.count_matches(db, words), "rows": rows, "hint": hint.removeprefix("; ")}


def tolerate_any_words(connection: sqlite3.Connection) -> None:
    """Let the search box of Datasette's tables find nothing, instead of failing, where words are no query."""
    from datasette.utils import escape_fts  # noqa: PLC0415  (not loaded when plugins are)

    connection.create_function("escape_fts", 1, lambda words: escape_fts(words) or '""')
