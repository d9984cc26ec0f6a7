"""The reading page of an article: its text with the quotes marked, and the records they are evidence for.

The text on the page is the article's, character for character. Offsets are not sent: the browser gets words
and the ids of quotes. The template escapes whatever comes from the database.
"""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterator
from itertools import groupby
from typing import TYPE_CHECKING, Any, NamedTuple

from datasette import Request, Response

from istanbul_talks.database import article_text
from istanbul_talks.database.article_text import QuoteSpan, Segment
from istanbul_talks.database.citation_formats import describe_original
from istanbul_talks.database.citations import cite_article
from istanbul_talks.site import responses
from istanbul_talks.site.page_sql import read_page_sql

if TYPE_CHECKING:  # Datasette loads its plugins before it has loaded itself
    from datasette.app import Datasette

LAYERS = ("demands", "claims", "events", "roles", "discrepancies")
"""The tables whose evidence is marked."""

STATED_METADATA = "SELECT field, value, basis FROM source_metadata WHERE source_id = ? ORDER BY rowid"


class TextPiece(NamedTuple):
    """Words of the article (None where the database does not contain them) that the same quotes cover.

    `length` is in code points, `classes` are those of the mark, `numbers` those of the quotes that cover it,
    separated by spaces; `opening` are the ids of the quotes that begin here.
    """

    words: str | None
    length: int
    classes: str
    numbers: str
    opening: list[str]


class BackedRecord(NamedTuple):
    """A record that a quote is evidence for."""

    table: str
    row_id: str
    label: str


class BackingQuote(NamedTuple):
    """A quote with the records that it is evidence for."""

    quote_id: str
    exact: str
    records: list[BackedRecord]

    @property
    def layers(self) -> set[str]:
        """The tables of its records."""
        return {record.table for record in self.records}


@responses.cache_page
@responses.follow_redirects
async def show_article(request: Request, datasette: Datasette) -> Response:
    """Answer /-/read/<source>; ?quote=<id> highlights a quote."""
    source_id, focus = request.url_vars["source"], request.args.get("quote")
    missing = f"There is no article “{source_id}”."
    database, context = await responses.find_first(
        datasette, request, lambda db: _load_article(db, source_id, focus), missing
    )
    return await responses.render_page(datasette, request, "reading_page.html", context, database.name)


def _load_article(db: sqlite3.Connection, source_id: str, focus: str | None) -> dict[str, Any] | None:
    """Return the template's values, None where there is no such article; `focus` is the id of a quote."""
    source = db.execute("SELECT label, extent_note FROM sources WHERE id = ?", [source_id]).fetchone()
    if source is None:
        return None
    quotes = _load_quotes(db, source_id)
    spans = article_text.load_quote_spans(db, source_id)
    segments = article_text.load_segments(db, source_id)
    has_gaps = any(segment.text is None for segment in segments)
    original = cite_article(db, source_id) if has_gaps else None
    return {
        "original": original,
        "original_lines": describe_original(original) if original else [],
        "label": source[0],
        "extent_note": source[1],
        "source_id": source_id,
        "metadata": db.execute(STATED_METADATA, [source_id]).fetchall(),
        "pieces": [piece for segment in segments for piece in _cut_pieces(segment, spans, quotes, focus)],
        "quotes": quotes,
        "focus": focus,
        "layers": [layer for layer in LAYERS if any(layer in quote.layers for quote in quotes)],
    }


def _load_quotes(db: sqlite3.Connection, source_id: str) -> list[BackingQuote]:
    """Return the quotes behind records of the layers, in the order of the article."""
    rows = db.execute(read_page_sql("reading_page/evidence"), [source_id, json.dumps(LAYERS)])
    return [
        BackingQuote(quote_id, exact, [BackedRecord(*row[2:]) for row in group])
        for (quote_id, exact), group in groupby(rows, lambda row: tuple(row[:2]))
    ]


def _cut_pieces(
    segment: Segment, spans: list[QuoteSpan], quotes: list[BackingQuote], focus: str | None
) -> Iterator[TextPiece]:
    """Yield a segment of the text in pieces, each covered by the same quotes."""
    if segment.text is None:
        yield TextPiece(None, segment.length, "", "", [])
        return
    numbered = {quote.quote_id: (number, quote.layers) for number, quote in enumerate(quotes)}
    for cut in article_text.split_at_spans(segment, spans):
        covering = [numbered[span.quote_id] for span in cut.spans if span.quote_id in numbered]
        found = {layer for _, layers in covering for layer in layers}
        focused = ["focus"] if any(span.quote_id == focus for span in cut.spans) else []
        classes = " ".join([*(layer for layer in LAYERS if layer in found), *focused])
        numbers = " ".join(str(number) for number, _ in covering)
        opening = [span.quote_id for span in cut.spans if span.start == cut.start]
        yield TextPiece(cut.text, len(cut.text), classes, numbers, opening)
