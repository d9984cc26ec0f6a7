"""The page of a record: its voices, what is listed under it, and the words with their article."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, Any

from datasette import Request, Response

from istanbul_talks.database import attribution_tree, record_sections, records
from istanbul_talks.database.addresses import locate_record
from istanbul_talks.database.citation_formats import as_text
from istanbul_talks.database.citations import cite
from istanbul_talks.database.quoted_sentences import join_passages
from istanbul_talks.site import responses
from istanbul_talks.text.running_text import format_running_text

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
    is_attributed = {"demands", "claims"}.intersection(tables)
    return {
        "record": record,
        "label": format_running_text(record.label),
        "page": record_sections.load_page(db, record),
        "attributions": attribution_tree.load_attribution_trees(db, record_id) if is_attributed else [],
        "sentences": list(join_passages(record.passages)),
        "has_sides": "discrepancies" in tables,
        "is_named": not {"actors", "topics", "sources"}.isdisjoint(tables),
        "comparable": _is_comparable(tables, record.passages),
        "readable": "sources" in tables,
        "address": locate_record(db, record_id),
        "citation": as_text(cite(db, record_id)),
    }


def _is_comparable(tables: Iterable[str], passages: Iterable[records.Passage]) -> bool:
    """Tell whether there is something to compare: a topic, or what several articles tell."""
    articles = {passage.source_id for passage in passages}
    return "topics" in tables or (len(articles) > 1 and not set(tables).isdisjoint(records.COMPARABLE_TABLES))
