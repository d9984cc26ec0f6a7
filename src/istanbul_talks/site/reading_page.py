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

from datasette import Request, Response

from istanbul_talks.database import article_text
from istanbul_talks.database.article_text import Segment, Span
from istanbul_talks.database.originals import original
from istanbul_talks.site import responses

if TYPE_CHECKING:  # Datasette loads its plugins before it has loaded itself
    from datasette.app import Datasette

LAYERS = ("demands", "claims", "events", "roles", "discrepancies")
"""The tables whose evidence is marked."""

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

    `length` is in code points, `classes` are those of the mark, `numbers` those of the quotes that cover it,
    with spaces between; `opening` are the ids of the quotes that begin here.
    """

    words: str | None
    length: int
    classes: str
    numbers: str
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

    @property
    def layers(self) -> set[str]:
        """The tables of its records."""
        return {record.table for record in self.records}


@responses.kept
@responses.lasting
async def page(request: Request, datasette: Datasette) -> Response:
    """Answer /-/read/<source>; ?quote=<id> brings out a quote."""
    source_id, focus = request.url_vars["source"], request.args.get("quote")
    missing = f"There is no article “{source_id}”."
    database, shown = await responses.first(
        datasette, request, lambda db: _contents(db, source_id, focus), missing
    )
    return await responses.page(datasette, request, "read.html", shown, database.name)


def _contents(db: sqlite3.Connection, source_id: str, focus: str | None) -> dict[str, Any] | None:
    """Return what the page shows: the article in pieces, and its quotes with the records they back."""
    source = db.execute("SELECT label, extent_note FROM sources WHERE id = ?", [source_id]).fetchone()
    if source is None:
        return None
    quotes = _backing(db, source_id)
    spans = article_text.load_quote_spans(db, source_id)
    segments = article_text.load_segments(db, source_id)
    has_gaps = any(segment.text is None for segment in segments)
    return {
        "original": original(db, source_id) if has_gaps else None,
        "label": source[0],
        "extent_note": source[1],
        "source_id": source_id,
        "metadata": db.execute(STATED, [source_id]).fetchall(),
        "pieces": [piece for segment in segments for piece in _pieces(segment, spans, quotes, focus)],
        "quotes": quotes,
        "focus": focus,
        "layers": [layer for layer in LAYERS if any(layer in each.layers for each in quotes)],
    }


STATED = "SELECT field, value, basis FROM source_metadata WHERE source_id = ? ORDER BY rowid"


def _backing(db: sqlite3.Connection, source_id: str) -> list[Quote]:
    """Return the quotes behind records of the layers, in the order of the article."""
    rows = db.execute(BACKED, [source_id, json.dumps(LAYERS)])
    return [
        Quote(quote_id, exact, [Backed(*row[2:]) for row in group])
        for (quote_id, exact), group in groupby(rows, lambda row: tuple(row[:2]))
    ]


def _pieces(segment: Segment, spans: list[Span], quotes: list[Quote], focus: str | None) -> Iterator[Piece]:
    """Yield a segment in pieces that are marked alike."""
    if segment.text is None:
        yield Piece(None, segment.length, "", "", [])
        return
    numbered = {quote.quote_id: (number, quote.layers) for number, quote in enumerate(quotes)}
    for cut in article_text.split_at_spans(segment, spans):
        covering = [numbered[span.quote_id] for span in cut.spans if span.quote_id in numbered]
        found = {layer for _, layers in covering for layer in layers}
        focused = ["focus"] if any(span.quote_id == focus for span in cut.spans) else []
        classes = " ".join([*(layer for layer in LAYERS if layer in found), *focused])
        numbers = " ".join(str(number) for number, _ in covering)
        opening = [span.quote_id for span in cut.spans if span.start == cut.start]
        yield Piece(cut.text, len(cut.text), classes, numbers, opening)
