"""The page of a record: everything about it, with the words it rests on in their sentences."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING, Any

from datasette import Request, Response

from istanbul_talks.database import attribution_tree, citation_formats, records
from istanbul_talks.database.citable import work
from istanbul_talks.site import discrepancy_sides, record_sections, responses, timeline

if TYPE_CHECKING:  # Datasette loads its plugins before it has loaded itself
    import sqlite3

    from datasette.app import Datasette

COMPARABLE = {"topics", "demands", "claims", "events"}
"""The tables whose records can be laid out side by side."""


@responses.kept
@responses.lasting
async def page(request: Request, datasette: Datasette) -> Response:
    """Answer /-/record/<id>, whatever table the record is in."""
    record_id = request.url_vars["id"]
    missing = f"There is no record “{record_id}”."
    database, shown = await responses.first(datasette, request, lambda db: _contents(db, record_id), missing)
    return await responses.page(datasette, request, "record.html", shown, database.name)


def _contents(db: sqlite3.Connection, record_id: str) -> dict[str, Any] | None:
    """Return what the page shows, None where no record has the id."""
    tables = records.list_tables_with(db, record_id)
    if not tables:
        return None
    found = records.load_record(db, record_id)
    by_field = groupby(found.references, lambda each: (each.table, each.column))
    voiced = {"demands", "claims"}.intersection(tables)
    return {
        "record": found,
        "parts": list(record_sections.of(db, tables, record_id)),
        "voices": attribution_tree.roots(db, record_id) if voiced else [],
        "sides": discrepancy_sides.of(db, record_id, found.passages) if "discrepancies" in tables else [],
        "events": timeline.of(db, record_id) if "actors" in tables else None,
        "references": [(*field, list(group)) for field, group in by_field],
        "comparable": bool(COMPARABLE.intersection(tables)),
        "readable": "sources" in tables,
        "citation": citation_formats.as_text(work(db, record_id)),
    }
