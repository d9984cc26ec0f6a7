"""The page of a record: all its columns, sections and references, and its quotes in their sentences."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING, Any

from datasette import Request, Response

from istanbul_talks.database import attribution_tree, records
from istanbul_talks.database.citation_formats import as_text
from istanbul_talks.database.citations import cite
from istanbul_talks.site import discrepancy_sides, record_sections, responses

if TYPE_CHECKING:  # Datasette loads its plugins before it has loaded itself
    import sqlite3

    from datasette.app import Datasette


@responses.cache_page
@responses.follow_redirects
async def show_record(request: Request, datasette: Datasette) -> Response:
    """Answer /-/record/<id>, whatever table the record is in."""
    record_id = request.url_vars["id"]
    missing = f"There is no record “{record_id}”."
    database, context = await responses.find_first(
        datasette, request, lambda db: _load_record(db, record_id), missing
    )
    return await responses.render_page(datasette, request, "record_page.html", context, database.name)


def _load_record(db: sqlite3.Connection, record_id: str) -> dict[str, Any] | None:
    """Return the template's values, None where no record has the id."""
    tables = records.list_tables_with(db, record_id)
    if not tables:
        return None
    record = records.load_record(db, record_id)
    by_column = groupby(record.references, lambda reference: (reference.table, reference.column))
    is_attributed = {"demands", "claims"}.intersection(tables)
    is_discrepancy = "discrepancies" in tables
    return {
        "record": record,
        "sections": list(record_sections.load_sections(db, tables, record_id)),
        "attributions": attribution_tree.load_attribution_trees(db, record_id) if is_attributed else [],
        "sides": discrepancy_sides.load_sides(db, record_id, record.passages) if is_discrepancy else [],
        "references": [(*column, list(group)) for column, group in by_column],
        "comparable": not set(tables).isdisjoint(records.COMPARABLE_TABLES),
        "readable": "sources" in tables,
        "citation": as_text(cite(db, record_id)),
    }
