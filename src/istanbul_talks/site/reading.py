"""The reading page of an article: its text with the coded words marked, and what they are evidence for.

The text on the page is the article's, character for character. Positions stay here: the browser gets words
and the ids of quotes. Whatever comes from the database is escaped by the template.
"""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterator
from itertools import groupby
from typing import TYPE_CHECKING, Any, NamedTuple

from datasette import NotFound, Request, Response

from istanbul_talks import article
from istanbul_talks.article import Span, Stretch
from istanbul_talks.site import metadata

if TYPE_CHECKING:  # Datasette loads its plugins before it has loaded itself
    from datasette.app import Datasette
    from datasette.database import Database

LAYERS = ("demands", "claims", "events", "roles", "discrepancies")
"""The tables whose evidence is marked."""

POLICY = "default-src 'none'; style-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'"

BACKED = """
SELECT
  evidence.source_id || '_' || evidence.start_char || '-' || evidence.end_char AS quote_id,
  evidence.exact,
  evidence.table_name,
  evidence.row_id,
  records.label
FROM evidence
JOIN records ON records.table_name = evidence.table_name AND records.row_id = evidence.row_id
WHERE evidence.source_id = ? AND evidence.table_name IN (SELECT value FROM json_each(?))
ORDER BY evidence.start_char, evidence.end_char, evidence.table_name, records.label
"""


class Piece(NamedTuple):
    """Words of the article (None where the database does not carry them), marked alike.

    `length` is in code points, `classes` are those of the mark, `opening` the quotes that begin here.
    """

    words: str | None
    length: int
    classes: list[str]
    opening: list[str]


class Backed(NamedTuple):
    """A record that rests on a quote."""

    table: str
    row_id: str
    label: str


class Quote(NamedTuple):
    """A quote with the records that rest on it."""

    quote_id: str
    exact: str
    records: list[Backed]


async def page(request: Request, datasette: Datasette) -> Response:
    """Answer /-/read/<source>."""
    source_id = request.url_vars["source"]
    db = await having(datasette, request, source_id)
    variables = await db.execute_fn(
        lambda connection: contents(connection, source_id, request.args.get("quote"))
    )
    html = await datasette.render_template("read.html", {**variables, "database": db.name}, request=request)
    return Response.html(html, headers={"content-security-policy": POLICY})


async def having(datasette: Datasette, request: Request, source_id: str) -> Database:
    """Return the talks database that has the article, if the visitor may see it."""
    for name in metadata.databases(datasette):
        db = datasette.get_database(name)
        if (await db.execute("SELECT 1 FROM sources WHERE id = ?", [source_id])).rows:
            await datasette.ensure_permissions(request.actor, [("view-database", name), "view-instance"])
            return db
    raise NotFound(f"There is no article “{source_id}”.")


def contents(db: sqlite3.Connection, source_id: str, focus: str | None) -> dict[str, Any]:
    """Return what the page shows: the article in pieces, and its quotes with the records they back."""
    (label,) = db.execute("SELECT label FROM sources WHERE id = ?", [source_id]).fetchone()
    quotes = backing(db, source_id)
    layers = {quote.quote_id: {record.table for record in quote.records} for quote in quotes}
    spans = article.every_span(db, source_id)
    stretches = article.stretches(db, source_id)
    return {
        "label": label,
        "metadata": db.execute(STATED, [source_id]).fetchall(),
        "pieces": [piece for stretch in stretches for piece in pieces(stretch, spans, layers, focus)],
        "quotes": quotes,
        "layers": [layer for layer in LAYERS if any(layer in each for each in layers.values())],
    }


STATED = "SELECT field, value, basis FROM source_metadata WHERE source_id = ? ORDER BY rowid"


def backing(db: sqlite3.Connection, source_id: str) -> list[Quote]:
    """Return the quotes behind records of the layers, in the order of the article."""
    rows = db.execute(BACKED, [source_id, json.dumps(LAYERS)])
    return [
        Quote(quote_id, exact, [Backed(*row[2:]) for row in group])
        for (quote_id, exact), group in groupby(rows, lambda row: tuple(row[:2]))
    ]


def pieces(
    stretch: Stretch, spans: list[Span], layers: dict[str, set[str]], focus: str | None
) -> Iterator[Piece]:
    """Yield a stretch in pieces that are marked alike."""
    if stretch.words is None:
        yield Piece(None, stretch.end - stretch.start, [], [])
        return
    for cut in article.cut(stretch, spans):
        found = {layer for span in cut.spans for layer in layers.get(span.quote_id, ())}
        classes = [layer for layer in LAYERS if layer in found]
        focused = ["focus"] if any(span.quote_id == focus for span in cut.spans) else []
        opening = [span.quote_id for span in cut.spans if span.start == cut.start]
        yield Piece(cut.words, len(cut.words), classes + focused, opening)
