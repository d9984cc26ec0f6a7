"""The search page: the records and sentences that have the words."""

from __future__ import annotations

import sqlite3
from contextlib import AbstractContextManager
from functools import partial
from typing import TYPE_CHECKING, Any

from datasette import Request, Response

from istanbul_talks.commands.search import select_within
from istanbul_talks.database import full_text, json_cells, query_limits
from istanbul_talks.database.full_text import Hit
from istanbul_talks.database.search_query import cut_words
from istanbul_talks.database.table_nouns import name_row
from istanbul_talks.errors import TalksError
from istanbul_talks.site import responses
from istanbul_talks.text.running_text import nest_quotation_marks

if TYPE_CHECKING:  # Datasette loads its plugins before it has loaded itself
    from datasette.app import Datasette

Period = tuple[str | None, ...]
"""The first and the last date of a time, as they are typed."""


async def show_search(request: Request, datasette: Datasette) -> Response:
    """Answer /-/search?q=<words>; &all=1 shows all that is ranked."""
    words = request.args.get("q") or ""
    shown = full_text.UNLIMITED if request.args.get("all") else full_text.SHOWN
    period = tuple((request.args.get(bound) or "").strip() or None for bound in ("from", "to"))
    search = partial(
        _search_in_time,
        words=words,
        shown=shown,
        period=period,
        milliseconds=datasette.setting("sql_time_limit_ms"),
    )
    databases = await responses.authorize(datasette, request)
    context = {
        "words": cut_words(words),
        "period": dict(zip(("from", "to"), period, strict=True)),
        "results": [await database.execute_fn(search) for database in databases],
        "counted_at_most": full_text.MAX_RANKED,
    }
    return await responses.render_page(datasette, request, "search_page.html", context)


def _search_in_time(
    db: sqlite3.Connection, words: str, shown: int, period: Period, milliseconds: int
) -> dict[str, Any]:
    """Return what `_search` does, nothing and a hint where that takes too long."""
    try:
        with limit_milliseconds(db, milliseconds):
            return _search(db, words, shown, period)
    except db.OperationalError as error:
        if str(error) != query_limits.INTERRUPTED:
            raise
        hint = f"stopped after {milliseconds / 1000:g} s, try fewer words"
        return {"count": 0, "hits": [], "hint": hint, "notes": []}


def limit_milliseconds(db: sqlite3.Connection, milliseconds: int) -> AbstractContextManager[None]:
    """Stop what the connection does inside after so many milliseconds."""
    return query_limits.limit_time(db, milliseconds / 1000)


def _search(db: sqlite3.Connection, words: str, shown: int, period: Period) -> dict[str, Any]:
    """Return the best hits for the words, how many there are, what to say, and a hint where there is none."""
    if not words:
        return {"count": 0, "hits": [], "hint": "", "notes": []}
    is_dated = any(period)
    found = full_text.search(db, words, shown=full_text.UNLIMITED if is_dated else shown)
    try:
        hits, note = select_within(db, found.hits, *period)
    except TalksError as error:
        return {"count": 0, "hits": [], "hint": str(error), "notes": []}
    hint = "none of it lies within that time" if found.total else found.hint
    return {
        "count": len(hits) if is_dated else found.total,
        "hits": list(map(_describe_hit, hits[: None if shown == full_text.UNLIMITED else shown])),
        "hint": "" if hits else hint,
        "notes": [*found.notes, *filter(None, [note])],
    }


def _describe_hit(hit: Hit) -> dict[str, Any]:
    """Return what the template shows of a hit; the words found are every second part of `parts`."""
    return {
        **hit._asdict(),
        "noun": name_row(hit.table),
        "source": hit.id.rpartition("_")[0],
        "parts": nest_quotation_marks(hit.found).split(full_text.HIGHLIGHT),
        "records": json_cells.decode(hit.records) or [],
    }


def tolerate_any_words(connection: sqlite3.Connection) -> None:
    """Let the search box of Datasette's tables find nothing, instead of failing, where words are no query."""
    from datasette.utils import escape_fts  # noqa: PLC0415  (not loaded when plugins are)

    connection.create_function("escape_fts", 1, lambda words: escape_fts(cut_words(words)) or '""')
