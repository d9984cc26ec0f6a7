"""The comparison page: what each article or speaker says on a topic or record, and its silence."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from itertools import groupby
from typing import TYPE_CHECKING, Any, NamedTuple

from datasette import Request, Response

from istanbul_talks.database import records
from istanbul_talks.database.named_queries import Condition, run_query
from istanbul_talks.database.possible_originals import find_notes
from istanbul_talks.site import responses
from istanbul_talks.site.page_sql import read_page_sql

if TYPE_CHECKING:  # Datasette loads its plugins before it has loaded itself
    from datasette.app import Datasette

SOURCES = "SELECT id, label FROM sources ORDER BY id"


class ComparedQuote(NamedTuple):
    """Quoted words in a cell after their voice: the whole chain, the stance and the distance."""

    voice: str
    words: str
    quote_id: str


class ComparedRecord(NamedTuple):
    """A record with the quotes of each column; a column without quotes is silent."""

    item_id: str
    item: str
    cells: list[list[ComparedQuote]]


@responses.cache_page
@responses.follow_redirects
async def show_comparison(request: Request, datasette: Datasette) -> Response:
    """Answer /-/compare/<id>, ?by=source or ?by=speaker."""
    record_id, by = request.url_vars["id"], request.args.get("by") or "source"
    missing = f"There is no topic, demand, claim or event “{record_id}” to compare."
    database, context = await responses.find_first(
        datasette, request, lambda db: _load_comparison(db, record_id, by), missing
    )
    return await responses.render_page(datasette, request, "compare_page.html", context, database.name)


@responses.cache_page
async def show_choices(request: Request, datasette: Datasette) -> Response:
    """Answer /-/compare: what there is to compare."""
    (database, *_) = await responses.authorize(datasette, request)
    context = {
        "topics": (await database.execute(read_page_sql("compare_page/topics"))).rows,
        "shared": (await database.execute(read_page_sql("compare_page/shared_records"))).rows,
    }
    return await responses.render_page(datasette, request, "compare_choices.html", context, database.name)


def _load_comparison(db: sqlite3.Connection, record_id: str, by: str) -> dict[str, Any] | None:
    """Return the template's values, None where there is nothing to compare; `by` is source or speaker."""
    names, rows = run_query(db, "comparison", [Condition("concerned.thing = ?", (record_id,))])
    answers = [dict(zip(names, row, strict=True)) for row in rows]
    if not answers:
        return None
    key = "speaker" if by == "speaker" else "source"
    columns = dict(db.execute(SOURCES)) if key == "source" else _list_speakers(answers)
    return {
        "record_id": record_id,
        "label": records.get_label(db, records.list_tables_with(db, record_id)[0], record_id),
        "by": key,
        "notes": find_notes(db, answers).values(),
        "columns": columns,
        "rows": list(_build_rows(answers, columns, key)),
    }


def _list_speakers(answers: list[dict[str, Any]]) -> dict[str, str]:
    """Return the names of all who speak, sorted; each is the id and the title of its column."""
    return {name: name for name in sorted({answer["speaker"] for answer in answers})}


def _build_rows(answers: list[dict[str, Any]], columns: dict[str, str], key: str) -> Iterator[ComparedRecord]:
    """Yield a row for each record, with a cell for each column."""
    for (item, label), group in groupby(answers, lambda answer: (answer["id"], answer["record"])):
        cells: dict[str, list[ComparedQuote]] = {column: [] for column in columns}
        for answer in group:
            quote = ComparedQuote(answer["voice"] or "told", answer["words"], answer["quote"])
            cells[answer[key]].append(quote)
        yield ComparedRecord(item, label, list(cells.values()))
