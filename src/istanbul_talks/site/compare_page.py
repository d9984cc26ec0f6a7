"""The comparing page: what each article or speaker says on a topic or record, and its silence."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from itertools import groupby
from typing import TYPE_CHECKING, Any, NamedTuple

from datasette import Request, Response

from istanbul_talks.database import records
from istanbul_talks.database.named_queries import Condition, read_sql, run_query
from istanbul_talks.site import responses

if TYPE_CHECKING:  # Datasette loads its plugins before it has loaded itself
    from datasette.app import Datasette

SOURCES = "SELECT id, label FROM sources ORDER BY id"


class Words(NamedTuple):
    """Words put in a cell, by whom and with which stand."""

    speaker: str
    stance: str
    words: str
    quote_id: str


class Row(NamedTuple):
    """A record with the words of each column; a column without words is silent."""

    item_id: str
    item: str
    cells: list[list[Words]]


@responses.kept
@responses.lasting
async def page(request: Request, datasette: Datasette) -> Response:
    """Answer /-/compare/<id>, ?by=source or ?by=speaker."""
    record_id, by = request.url_vars["id"], request.args.get("by") or "source"
    missing = f"There is no topic, demand, claim or event “{record_id}” to compare."
    database, shown = await responses.first(
        datasette, request, lambda db: _contents(db, record_id, by), missing
    )
    return await responses.page(datasette, request, "compare.html", shown, database.name)


@responses.kept
async def choices(request: Request, datasette: Datasette) -> Response:
    """Answer /-/compare: what there is to compare."""
    (database, *_) = await responses.seen(datasette, request)
    shown = {
        "topics": (await database.execute(read_sql("compare/topics"))).rows,
        "shared": (await database.execute(read_sql("compare/shared"))).rows,
    }
    return await responses.page(datasette, request, "choices.html", shown, database.name)


def _contents(db: sqlite3.Connection, record_id: str, by: str) -> dict[str, Any] | None:
    """Return what the page shows, None where there is nothing to compare; `by` is source or speaker."""
    names, answers = run_query(db, "comparison", [Condition("concerned.thing = ?", (record_id,))])
    told = [dict(zip(names, row, strict=True)) for row in answers]
    if not told:
        return None
    key = "speaker" if by == "speaker" else "source"
    columns = dict(db.execute(SOURCES)) if key == "source" else _speakers(told)
    return {
        "record_id": record_id,
        "label": records.get_label(db, records.list_tables_with(db, record_id)[0], record_id),
        "by": key,
        "columns": columns,
        "rows": list(_rows(told, columns, key)),
    }


def _speakers(told: list[dict[str, Any]]) -> dict[str, str]:
    """Return the names of all who speak, in their order, each as its own column."""
    return {name: name for name in sorted({each["speaker"] for each in told})}


def _rows(told: list[dict[str, Any]], columns: dict[str, str], key: str) -> Iterator[Row]:
    """Yield a row for each record, with a cell for each column."""
    for (item, label), group in groupby(told, lambda each: (each["id"], each["record"])):
        cells: dict[str, list[Words]] = {column: [] for column in columns}
        for each in group:
            words = Words(each["speaker"], each["stance"] or "tells", each["words"], each["quote"])
            cells[each[key]].append(words)
        yield Row(item, label, list(cells.values()))
