"""The front page: a search, the timeline, who demands what, the disagreements, the articles, downloads.

The page of all questions is here, too.
"""

from __future__ import annotations

import sqlite3
from asyncio import gather
from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping
from typing import TYPE_CHECKING, Any, NamedTuple
from urllib.parse import urlencode

from datasette import Request, Response

from istanbul_talks.database.named_queries import count_rows
from istanbul_talks.site import datasette_metadata, responses, table_filters, timeline
from istanbul_talks.site.page_sql import read_page_sql

if TYPE_CHECKING:  # Datasette loads its plugins before it has loaded itself
    from datasette.app import Datasette
    from datasette.database import Database

QUESTIONS_SHOWN = 5
"""Questions on the front page; all of them have a page of their own."""

SHADES = 4
"""Shades of the matrix, from few demands to many."""

ARTICLES_SHOWN = 24
"""Articles that have a card; all of them are in their table."""


class MatrixCell(NamedTuple):
    """A cell of the matrix: how many demands, the address of their rows, and how dark it is."""

    demands: int
    path: str
    shade: int


@responses.cache_page
async def show_front_page(request: Request, datasette: Datasette) -> Response:
    """Answer / where a talks database is served."""
    served = datasette_metadata.describe_databases(datasette)
    databases = [
        {"name": database.name, **served[database.name], **await _load_sections(database)}
        for database in await responses.authorize(datasette, request)
    ]
    others = [name for name in datasette.databases if name not in served and name != "_internal"]
    context = {
        "databases": databases,
        "others": others,
        "questions_shown": QUESTIONS_SHOWN,
        "months": timeline.MONTHS,
        "disagreements": datasette_metadata.describe_query("disagreements")[0],
    }
    return await responses.render_page(datasette, request, "front_page.html", context)


@responses.cache_page
async def show_questions(request: Request, datasette: Datasette) -> Response:
    """Answer /-/questions: every question with what it answers."""
    return await responses.render_page(datasette, request, "questions.html", {"narrowed": QUESTIONS_SHOWN})


async def show_robots(request: Request, datasette: Datasette) -> Response:
    """Answer /robots.txt: pages may be found, but not searches, nor the endless filters of the tables."""
    names = [database.name for database in await responses.authorize(datasette, request)]
    closed = [datasette.urls.path("/-/search"), *(f"{datasette.urls.database(name)}/" for name in names)]
    return Response.text("\n".join(["User-agent: *", *(f"Disallow: {path}" for path in closed), ""]))


async def _load_sections(database: Database) -> dict[str, Any]:
    """Return what the front page shows of one database; the sections are loaded at the same time."""
    return dict(zip(SECTIONS, await gather(*map(database.execute_fn, SECTIONS.values())), strict=True))


def _count_records(db: sqlite3.Connection) -> dict[str, int]:
    """Return the number of rows of each table of records."""
    tables = db.execute(read_page_sql("front_page/record_tables")).fetchall()
    return {table: count_rows(db, f'"{table}"') for (table,) in tables}


def _load_articles(db: sqlite3.Connection) -> list[Any]:
    """Return the articles that have a card."""
    return db.execute(read_page_sql("front_page/articles"), {"most": ARTICLES_SHOWN}).fetchall()


def _load_disagreements(db: sqlite3.Connection) -> list[Any]:
    """Return the disagreements in which most articles and sides take part."""
    return db.execute(read_page_sql("front_page/disagreements")).fetchall()


def _build_matrix(db: sqlite3.Connection) -> dict[str, Any]:
    """Return the number of demands by widest topic, of each side and its parts; who makes most is first."""
    cells: defaultdict[tuple[str, str], int] = defaultdict(int)
    topics, names = {}, {}
    parts: defaultdict[str, set[str]] = defaultdict(set)
    for topic_id, topic, side, maker, name, demands in db.execute(read_page_sql("front_page/demand_matrix")):
        topics[topic_id], names[maker] = topic, name
        parts[side].update({maker} - {side})
        cells[maker, topic_id] = demands
    most = max(cells.values(), default=1)
    rows = {
        maker: (maker, name, [_build_cell(maker, topic, cells[maker, topic], most) for topic in topics])
        for maker, name in sorted(names.items(), key=lambda item: _rank_maker(cells, topics, *item))
    }
    sides = [
        (row, [part for part in rows.values() if part[0] in parts[side]])
        for side, row in rows.items()
        if side in parts
    ]
    return {"topics": topics, "sides": sides}


def _rank_maker(
    cells: Mapping[tuple[str, str], int], topics: Iterable[str], maker: str, name: str
) -> tuple[int, str]:
    """Return by what makers are sorted: most demands first, then by name."""
    return -sum(cells[maker, topic] for topic in topics), name


def _build_cell(actor: str, topic: str, demands: int, most: int) -> MatrixCell:
    """Return a cell of the matrix; the shade is in proportion to the fullest cell."""
    path = "?" + urlencode({table_filters.MAKER_PARAMETER: actor, table_filters.TOPIC_PARAMETER: topic})
    return MatrixCell(demands, path, -(-SHADES * demands // most))


def _count_events_by_year(db: sqlite3.Connection) -> list[tuple[str, int, str]]:
    """Return each year with the number of its events and the address of their rows."""
    return [
        (year or "no date told", events, "?" + urlencode({table_filters.YEAR_PARAMETER: year or ""}))
        for year, events in db.execute(read_page_sql("front_page/events_by_year"))
    ]


SECTIONS: dict[str, Callable[[sqlite3.Connection], Any]] = {
    "counts": _count_records,
    "articles": _load_articles,
    "disagreements": _load_disagreements,
    "matrix": _build_matrix,
    "timeline": timeline.load_timeline,
    "years": _count_events_by_year,
}
"""What is shown of a database, by the name under which the template knows it."""
