"""The comparison page: what each article or speaker says on a topic or record, or what two articles say."""

from __future__ import annotations

import sqlite3
from typing import TYPE_CHECKING, Any

from datasette import Request, Response

from istanbul_talks.database import compared_records, records
from istanbul_talks.database.compared_records import ALONE, MOST_ALONE, SIGNS, Comparison
from istanbul_talks.site import responses
from istanbul_talks.site.page_sql import read_page_sql

if TYPE_CHECKING:  # Datasette loads its plugins before it has loaded itself
    from datasette.app import Datasette

SOURCES = "SELECT id, label FROM sources ORDER BY id"

FIRST_PARAMETER, SECOND_PARAMETER = "article", "beside"
"""What the two articles are called in the address of their comparison."""


@responses.cache_page
@responses.follow_redirects
async def show_comparison(request: Request, datasette: Datasette) -> Response:
    """Answer /-/compare/<id>, ?by=source or ?by=speaker."""
    record_id = request.url_vars["id"]
    by = "speaker" if request.args.get("by") == "speaker" else "source"
    missing = f"There is no topic, demand, claim or event “{record_id}” to compare."
    database, context = await responses.find_first(
        datasette, request, lambda db: _load_comparison(db, record_id, by), missing
    )
    return await responses.render_page(datasette, request, "compare_page.html", context, database.name)


@responses.cache_page
async def show_choices(request: Request, datasette: Datasette) -> Response:
    """Answer /-/compare: what there is to compare; with two articles their comparison."""
    pair = [request.args.get(name) for name in (FIRST_PARAMETER, SECOND_PARAMETER)]
    if all(pair):
        missing = f"There are no two articles “{pair[0]}” and “{pair[1]}” to compare."
        database, context = await responses.find_first(
            datasette, request, lambda db: _load_pair(db, *pair), missing
        )
        return await responses.render_page(datasette, request, "compare_page.html", context, database.name)
    (database, *_) = await responses.authorize(datasette, request)
    context = {
        "articles": (await database.execute(SOURCES)).rows,
        "topics": (await database.execute(read_page_sql("compare_page/topics"))).rows,
        "shared": (await database.execute(read_page_sql("compare_page/shared_records"))).rows,
    }
    return await responses.render_page(datasette, request, "compare_choices.html", context, database.name)


def _load_comparison(db: sqlite3.Connection, record_id: str, by: str) -> dict[str, Any] | None:
    """Return the template's values, None where there is nothing to compare; `by` is source or speaker."""
    tables = set(records.list_tables_with(db, record_id))
    comparison = compared_records.compare_record(db, record_id, by)
    if not comparison.records or tables.isdisjoint(records.COMPARABLE_TABLES):
        return None
    label = records.get_label(db, next(iter(tables)), record_id)
    return {"record_id": record_id, "label": label, "by": by, "pair": [], **_describe(db, comparison)}


def _load_pair(db: sqlite3.Connection, first: str, second: str) -> dict[str, Any] | None:
    """Return the template's values for two articles, None where they are none, or one."""
    labels = dict(db.execute(SOURCES))
    if first == second or not {first, second} <= labels.keys():
        return None
    comparison = compared_records.compare_articles(db, first, second)
    label = f"“{labels[first]}” beside “{labels[second]}”"
    return {"label": label, "by": "source", "pair": [first, second], **_describe(db, comparison)}


def _describe(db: sqlite3.Connection, comparison: Comparison) -> dict[str, Any]:
    """Return what the template shows of a comparison; what one column alone tells is counted where much."""
    alone = [record for record in comparison.records if record.verdict == ALONE]
    is_summed = len(alone) > MOST_ALONE
    heard = [
        column for column in comparison.columns if any(each.cells[column] for each in comparison.records)
    ]
    told = [
        (column, record.topic or record.table)
        for record in (alone if is_summed else [])
        for column in comparison.columns
        if record.cells[column]
    ]
    return {
        "articles": list(db.execute(SOURCES)),
        "labels": {**{column: column for column in comparison.columns}, **dict(db.execute(SOURCES))},
        "signs": SIGNS,
        "notes": comparison.notes.values(),
        "rows": [record for record in comparison.records if not is_summed or record.verdict != ALONE],
        "group_answers": compared_records.group_answers,
        "alone": compared_records.count_alone(told),
        "silent": [column for column in comparison.columns if column not in heard],
    }
