"""The front page: what this is, a search, the timeline, who demands what, the disagreements, the articles."""

from __future__ import annotations

import sqlite3
from asyncio import gather
from collections import defaultdict
from collections.abc import Callable
from typing import TYPE_CHECKING, Any, NamedTuple
from urllib.parse import urlencode

from datasette import Request, Response

from istanbul_talks.database.named_queries import read_sql
from istanbul_talks.site import datasette_metadata, responses, table_filters, timeline
from istanbul_talks.site.timeline import Timeline

if TYPE_CHECKING:  # Datasette loads its plugins before it has loaded itself
    from datasette.app import Datasette
    from datasette.database import Database

ASKED = 5
"""Questions that stand on the front page; all of them have a page of their own."""

SHADES = 4
"""Shades of the matrix, from few demands to many."""

CARDS = 24
"""Articles that have a card; all of them stand in their table."""

MARKED = 1000
"""Events that are marked one by one; of more, the timeline tells how many there are in each year."""


class Count(NamedTuple):
    """A cell of the matrix: how many demands, where their rows are, and how dark it is drawn."""

    demands: int
    path: str
    shade: int


@responses.kept
async def page(request: Request, datasette: Datasette) -> Response:
    """Answer / where a talks database is served."""
    served = datasette_metadata.databases(datasette)
    shown = [
        {"name": each.name, **served[each.name], **await _contents(each)}
        for each in await responses.seen(datasette, request)
    ]
    others = [name for name in datasette.databases if name not in served and name != "_internal"]
    return await responses.page(
        datasette, request, "front.html", {"talks": shown, "others": others, "asked": ASKED}
    )


@responses.kept
async def questions(request: Request, datasette: Datasette) -> Response:
    """Answer /-/questions: every question with what it answers."""
    return await responses.page(datasette, request, "questions.html", {})


async def _contents(database: Database) -> dict[str, Any]:
    """Return what the front page shows of one database; its parts are asked for at the same time."""
    return dict(zip(PARTS, await gather(*map(database.execute_fn, PARTS.values())), strict=True))


def _counts(db: sqlite3.Connection) -> dict[str, int]:
    """Return how many rows the tables of records have."""
    return {table: _count(db, table) for (table,) in db.execute(read_sql("front/tables")).fetchall()}


def _count(db: sqlite3.Connection, table: str) -> int:
    """Return how many rows a table has."""
    return int(db.execute(f'SELECT count(*) FROM "{table}"').fetchone()[0])


def _articles(db: sqlite3.Connection) -> list[Any]:
    """Return the articles that have a card."""
    return db.execute(read_sql("front/articles"), {"most": CARDS}).fetchall()


def _disagreements(db: sqlite3.Connection) -> list[Any]:
    """Return the disagreements worth knowing."""
    return db.execute(read_sql("front/disagreements")).fetchall()


def _matrix(db: sqlite3.Connection) -> dict[str, Any]:
    """Return who makes how many demands on which of the widest topics; who makes most comes first."""
    cells: defaultdict[tuple[str, str], int] = defaultdict(int)
    topics, actors = {}, {}
    for topic_id, topic, actor_id, actor, demands in db.execute(read_sql("front/demands")):
        topics[topic_id], actors[actor_id] = topic, actor
        cells[actor_id, topic_id] = demands
    most = max(cells.values(), default=1)
    totals = {actor: sum(cells[actor, topic] for topic in topics) for actor in actors}
    rows = [
        (actor, actors[actor], [_counted(actor, topic, cells[actor, topic], most) for topic in topics])
        for actor in sorted(actors, key=lambda each: -totals[each])
    ]
    return {"topics": topics, "rows": rows}


def _counted(actor: str, topic: str, demands: int, most: int) -> Count:
    """Return a cell of the matrix, drawn as dark as it is full."""
    path = "?" + urlencode({"demander_id": actor, table_filters.TOPIC: topic})
    return Count(demands, path, -(-SHADES * demands // most))


def _drawn(db: sqlite3.Connection) -> Timeline | None:
    """Return the timeline, None where there are too many events to mark them one by one."""
    return timeline.of(db) if _count(db, "events") <= MARKED else None


def _years(db: sqlite3.Connection) -> list[tuple[str, int, str]]:
    """Return how many events there are in each year, and where their rows are."""
    return [
        (year or "no date told", events, "?" + urlencode({table_filters.YEAR: year or ""}))
        for year, events in db.execute(read_sql("front/years"))
    ]


PARTS: dict[str, Callable[[sqlite3.Connection], Any]] = {
    "counts": _counts,
    "articles": _articles,
    "disagreements": _disagreements,
    "matrix": _matrix,
    "timeline": _drawn,
    "years": _years,
}
"""What is shown of a database, by the name under which the template knows it."""
