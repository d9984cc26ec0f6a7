"""The front page: what this is, a search, the timeline, who demands what, the disagreements, the articles."""

from __future__ import annotations

import sqlite3
from collections import Counter, defaultdict
from itertools import groupby
from typing import TYPE_CHECKING, Any, NamedTuple
from urllib.parse import urlencode

from datasette import Request, Response

from istanbul_talks.site import metadata, pages

if TYPE_CHECKING:  # Datasette loads its plugins before it has loaded itself
    from datasette.app import Datasette

ASKED = 5
"""Questions that stand on the front page; all of them have a page of their own."""

SHADES = 4
"""Shades of the matrix, from few demands to many."""

CROWDED = 8
"""Events in a month above which its days are told apart."""

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

EVENTS = """
WITH dated AS (
  SELECT
    id, name, edtf, status, date_text,
    coalesce(earliest, latest) AS first,
    iif(date_basis = 'not_stated', NULL, coalesce(latest, earliest)) AS last
  FROM events
)
SELECT
  id,
  name,
  edtf,
  status,
  date_text,
  CASE
    WHEN first IS NULL THEN NULL
    WHEN first = last THEN first
    WHEN substr(first, 1, 7) = substr(last, 1, 7) THEN substr(first, 1, 7)
    WHEN substr(first, 1, 4) = substr(last, 1, 4) THEN substr(first, 1, 4)
    ELSE substr(first, 1, 4) || '/' || substr(last, 1, 4)
  END AS period
FROM dated
ORDER BY period IS NULL, period, first, id
"""

TABLES = "SELECT name FROM contract_tables WHERE json_array_length(search_fields) > 0 ORDER BY position"


class Event(NamedTuple):
    """An event of the timeline; `period` is the day, month, year or years it falls in, None where unknown."""

    id: str
    name: str
    edtf: str | None
    status: str
    printed: str | None
    period: str | None


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
        "periods": periods([Event(*row) for row in db.execute(EVENTS)]),
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


def periods(events: list[Event]) -> list[tuple[str | None, list[Event]]]:
    """Return the events by period in the order of time: by day only in months with many events."""
    months = Counter((event.period or "")[:7] for event in events)
    grouped = groupby(events, lambda event: period(event, months))
    return [(name, list(group)) for name, group in grouped]


def period(event: Event, months: dict[str, int]) -> str | None:
    """Return the period under which an event is drawn."""
    if event.period is None or months[event.period[:7]] > CROWDED:
        return event.period
    return event.period if "/" in event.period else event.period[:7]
