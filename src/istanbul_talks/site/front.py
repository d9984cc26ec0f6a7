"""The front page: what this is, a search, the timeline, who demands what, the disagreements, the articles."""

from __future__ import annotations

import sqlite3
from collections import defaultdict
from typing import TYPE_CHECKING, Any, NamedTuple
from urllib.parse import urlencode

from datasette import Request, Response

from istanbul_talks.site import metadata, pages, timeline

if TYPE_CHECKING:  # Datasette loads its plugins before it has loaded itself
    from datasette.app import Datasette

ASKED = 5
"""Questions that stand on the front page; all of them have a page of their own."""

SHADES = 4
"""Shades of the matrix, from few demands to many."""

DISAGREEMENTS = """
SELECT discrepancies.id, discrepancies.label, discrepancies.kind, count(*) AS sides
FROM discrepancies JOIN discrepancy_sides ON discrepancy_sides.discrepancy_id = discrepancies.id
WHERE discrepancies.status = 'unresolved'
GROUP BY discrepancies.id
ORDER BY count(DISTINCT discrepancy_sides.source_id) DESC, sides DESC, discrepancies.label
LIMIT 8
"""

ARTICLES = """
WITH covered AS (
  SELECT source_id, start_char, end_char, coalesce(
    max(end_char) OVER (
      PARTITION BY source_id ORDER BY start_char, end_char ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING
    ), 0
  ) AS reached
  FROM quotes
)
SELECT
  sources.id,
  sources.label,
  (SELECT value FROM source_metadata WHERE source_id = sources.id AND field = 'publisher') AS publisher,
  (SELECT value FROM source_metadata WHERE source_id = sources.id AND field = 'date_published') AS published,
  (SELECT count(*) FROM sentences WHERE source_id = sources.id) AS sentences,
  (SELECT count(*) FROM quotes WHERE source_id = sources.id) AS quotes,
  (SELECT round(100.0 * sum(max(0, end_char - max(start_char, reached))) / sources.length)
   FROM covered WHERE source_id = sources.id) AS share
FROM sources
ORDER BY sources.id
"""

DEMANDED = """
SELECT DISTINCT
  coalesce(broader.id, topics.id) AS topic_id,
  coalesce(broader.name, topics.name) AS topic,
  demands.demander_id,
  actors.name,
  demands.id
FROM demands
JOIN actors ON actors.id = demands.demander_id
JOIN demand_topics ON demand_topics.demand_id = demands.id
JOIN topics ON topics.id = demand_topics.topic_id
LEFT JOIN topics AS broader ON broader.id = topics.broader_id
ORDER BY topic, actors.name, demands.id
"""

TABLES = "SELECT name FROM contract_tables WHERE json_array_length(search_fields) > 0 ORDER BY position"


class Count(NamedTuple):
    """A cell of the matrix: how many demands, where their rows are, and how dark it is drawn."""

    demands: int
    path: str
    shade: int


@pages.kept
async def page(request: Request, datasette: Datasette) -> Response:
    """Answer / where a talks database is served."""
    served = metadata.databases(datasette)
    shown = [
        {"name": each.name, **served[each.name], **await each.execute_fn(contents)}
        for each in await pages.seen(datasette, request)
    ]
    others = [name for name in datasette.databases if name not in served and name != "_internal"]
    return await pages.page(
        datasette, request, "front.html", {"talks": shown, "others": others, "asked": ASKED}
    )


@pages.kept
async def questions(request: Request, datasette: Datasette) -> Response:
    """Answer /-/questions: every question with what it answers."""
    return await pages.page(datasette, request, "questions.html", {})


def contents(db: sqlite3.Connection) -> dict[str, Any]:
    """Return what the front page shows of one database."""
    return {
        "counts": {table: count(db, table) for (table,) in db.execute(TABLES).fetchall()},
        "articles": db.execute(ARTICLES).fetchall(),
        "disagreements": db.execute(DISAGREEMENTS).fetchall(),
        "matrix": matrix(db),
        "timeline": timeline.of(db),
    }


def count(db: sqlite3.Connection, table: str) -> int:
    """Return how many rows a table has."""
    return int(db.execute(f'SELECT count(*) FROM "{table}"').fetchone()[0])


def matrix(db: sqlite3.Connection) -> dict[str, Any]:
    """Return who demands how much on which of the widest topics; those who demand most come first."""
    cells: defaultdict[tuple[str, str], list[str]] = defaultdict(list)
    topics, actors = {}, {}
    for topic_id, topic, actor_id, actor, demand_id in db.execute(DEMANDED):
        topics[topic_id], actors[actor_id] = topic, actor
        cells[actor_id, topic_id].append(demand_id)
    most = max(map(len, cells.values()), default=1)
    totals = {actor: sum(len(cells.get((actor, topic), [])) for topic in topics) for actor in actors}
    rows = [
        (actor, actors[actor], [counted(cells.get((actor, topic), []), most) for topic in topics])
        for actor in sorted(actors, key=lambda each: -totals[each])
    ]
    return {"topics": topics, "rows": rows}


def counted(demands: list[str], most: int) -> Count:
    """Return a cell of the matrix, drawn as dark as it is full."""
    path = "?" + urlencode({"id__in": ",".join(demands)})
    return Count(len(demands), path, -(-SHADES * len(demands) // most))
