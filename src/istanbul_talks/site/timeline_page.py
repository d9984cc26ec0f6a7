"""The page of the timeline: all events, or those with an actor or on a topic."""

from __future__ import annotations

import sqlite3
from typing import TYPE_CHECKING, Any

from datasette import Request, Response

from istanbul_talks.database.named_queries import count_rows
from istanbul_talks.site import responses, timeline
from istanbul_talks.site.page_sql import read_page_sql

if TYPE_CHECKING:  # Datasette loads its plugins before it has loaded itself
    from datasette.app import Datasette

ACTORS_LINKED = 8
"""Actors whose events are one step away; all others can be chosen."""


@responses.cache_page
async def show_timeline(request: Request, datasette: Datasette) -> Response:
    """Answer /-/timeline; ?by=<actor> and ?topic=<topic> keep some of the events."""
    by, topic = (request.args.get(name) or None for name in ("by", "topic"))
    missing = f"There are no events with “{by or topic}”."
    database, context = await responses.find_first(
        datasette, request, lambda db: _load_page(db, by, topic), missing
    )
    return await responses.render_page(datasette, request, "timeline_page.html", context, database.name)


def _load_page(db: sqlite3.Connection, by: str | None, topic: str | None) -> dict[str, Any] | None:
    """Return the template's values, None where no actor or topic of events has the id."""
    actors = db.execute(read_page_sql("timeline/actors")).fetchall()
    topics = db.execute(read_page_sql("timeline/topics")).fetchall()
    names = {row_id: name for row_id, name, _ in [*actors, *topics]}
    if not {by, topic} - {None} <= names.keys():
        return None
    return {
        "timeline": timeline.load_timeline(db, by, topic),
        "months": timeline.MONTHS,
        "actors": sorted(actors, key=lambda actor: actor[1].casefold()),
        "linked": actors[:ACTORS_LINKED],
        "topics": topics,
        "by": by,
        "topic": topic,
        "names": names,
        "events": count_rows(db, "events"),
    }
