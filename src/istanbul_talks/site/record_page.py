"""The page of one record: what it says, what refers to it, and its quotes in their sentences."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING, Any

from datasette import NotFound, Request, Response

from istanbul_talks import record
from istanbul_talks.site import metadata

if TYPE_CHECKING:  # Datasette loads its plugins before it has loaded itself
    import sqlite3

    from datasette.app import Datasette


async def page(request: Request, datasette: Datasette) -> Response:
    """Answer /-/record/<id>, whatever table the record is in."""
    record_id = request.url_vars["id"]
    for name in metadata.databases(datasette):
        await datasette.ensure_permissions(request.actor, [("view-database", name), "view-instance"])
        shown = await datasette.get_database(name).execute_fn(lambda db: contents(db, record_id))
        if shown:
            shown["database"] = name
            return Response.html(await datasette.render_template("record.html", shown, request))
    raise NotFound(f"There is no record “{record_id}”.")


def contents(db: sqlite3.Connection, record_id: str) -> dict[str, Any] | None:
    """Return what the page shows, None where no record has the id."""
    if not record.holding(db, record_id):
        return None
    found = record.gather(db, record_id)
    by_field = groupby(found.references, lambda each: (each.table, each.column))
    return {"record": found, "references": [(*field, list(group)) for field, group in by_field]}
