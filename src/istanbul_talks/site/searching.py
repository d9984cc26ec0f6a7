"""The search page: all records at once, with the words found; whatever is typed is understood somehow."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from datasette import Request, Response

from istanbul_talks import fulltext
from istanbul_talks.site import metadata

if TYPE_CHECKING:  # Datasette loads its plugins before it has loaded itself
    import sqlite3

    from datasette.app import Datasette

SHOWN = 100
"""Records that are shown, the best first."""


async def page(request: Request, datasette: Datasette) -> Response:
    """Answer /-/search?q=<words>."""
    words = request.args.get("q") or ""
    found = []
    for name in metadata.databases(datasette):
        await datasette.ensure_permissions(request.actor, [("view-database", name), "view-instance"])
        found.append(await datasette.get_database(name).execute_fn(lambda db: matches(db, words)))
    shown = {"words": words, "found": found, "shown": SHOWN}
    return Response.html(await datasette.render_template("search.html", shown, request))


def matches(db: sqlite3.Connection, words: str) -> dict[str, Any]:
    """Return the best records that have the words, how many have them, and a hint where none has."""
    rows = list(fulltext.search(db, words, None).rows)
    hint = fulltext.suggestion(db, words) if words and not rows else ""
    return {"count": len(rows), "rows": rows[:SHOWN], "hint": hint.removeprefix("; ")}
