"""The reading page of an article: its paragraphs with passages marked, and beside each what they say.

The text on the page is the article's, character for character; its markup is not shown. Offsets are not sent:
the browser gets words and the ids of quotes. Whatever comes from the database is escaped.
"""

from __future__ import annotations

import sqlite3
from typing import TYPE_CHECKING, Any, NamedTuple

from datasette import Request, Response
from markupsafe import Markup, escape

from istanbul_talks.database import article_text
from istanbul_talks.database.addresses import locate_article
from istanbul_talks.database.article_metadata import describe_metadata
from istanbul_talks.database.article_text import Fragment
from istanbul_talks.database.citation_formats import describe_original
from istanbul_talks.database.citations import cite_article
from istanbul_talks.database.passages import (
    ATTRIBUTED,
    MARKUP,
    PASSAGE,
    Passage,
    PassageText,
    divide_paragraphs,
    is_markup,
    load_passages,
)
from istanbul_talks.database.table_nouns import name_row
from istanbul_talks.site import responses

if TYPE_CHECKING:  # Datasette loads its plugins before it has loaded itself
    from datasette.app import Datasette

MARK_PARAMETER = "mark"
"""The parameter with a table whose evidence is marked; it may be repeated."""

LAYERS = {
    table: name_row(table) for table in ("demands", "claims", "events", "people", "roles", "discrepancies")
}
"""The tables whose evidence can be marked, and what one of their records is called."""


class MarkedText(NamedTuple):
    """Words of one passage, or of none, as HTML; where words are `missing`, how many characters."""

    passage: Passage | None
    words: Markup
    missing: int


class Paragraph(NamedTuple):
    """A paragraph, and the passages that begin in it."""

    texts: list[MarkedText]
    passages: list[Passage]


@responses.cache_page
@responses.follow_redirects
async def show_article(request: Request, datasette: Datasette) -> Response:
    """Answer /-/read/<source>; ?quote=<id> highlights a quote, ?mark=<table> chooses what is marked."""
    source_id, focus = request.url_vars["source"], request.args.get("quote")
    asked = request.args.getlist(MARK_PARAMETER)
    tables = [*LAYERS] if "all" in asked else [layer for layer in LAYERS if layer in (asked or ATTRIBUTED)]
    missing = f"There is no article “{source_id}”."
    database, context = await responses.find_first(
        datasette, request, lambda db: _load_article(db, source_id, tables, focus), missing
    )
    return await responses.render_page(datasette, request, "reading_page.html", context, database.name)


def _load_article(
    db: sqlite3.Connection, source_id: str, tables: list[str], focus: str | None
) -> dict[str, Any] | None:
    """Return the template's values, None where there is no such article; `focus` is the id of a quote."""
    query = "SELECT label, language, extent, extent_note FROM sources WHERE id = ?"
    source = db.execute(query, [source_id]).fetchone()
    if source is None:
        return None
    label, language, extent, extent_note = source
    passages = load_passages(db, source_id, tables)
    paragraphs = _load_paragraphs(db, source_id, passages, focus)
    return {
        "label": label,
        "language": language,
        "extent_note": None if extent == "complete" else extent_note,
        "source_id": source_id,
        "address": locate_article(db, source_id),
        "metadata": describe_metadata(db, source_id),
        "original": _find_original(db, source_id, paragraphs),
        "paragraphs": paragraphs,
        "layers": LAYERS,
        "marked": tables,
    }


def _load_paragraphs(
    db: sqlite3.Connection, source_id: str, passages: list[Passage], focus: str | None
) -> list[Paragraph]:
    """Return the article by paragraphs, divided so that every quote has its beginning marked."""
    segments = article_text.load_paragraphs(db, source_id)
    spans = article_text.load_quote_spans(db, source_id)
    return [
        Paragraph([_mark(text, focus) for text in texts], _list_passages(texts))
        for texts in divide_paragraphs(segments, passages, spans)
    ]


def _mark(text: PassageText, focus: str | None) -> MarkedText:
    """Return the text of a passage as it stands on the page."""
    words = Markup("").join(_write_words(fragment, focus) for fragment in text.fragments)
    return MarkedText(text.passage, words, text.missing)


def _write_words(fragment: Fragment, focus: str | None) -> Markup:
    """Return the words of a fragment: markup hidden, the quote in focus marked, those that begin here named.

    In Python, since these are the many small parts of a page.
    """
    words = escape(fragment.text)
    quotes = [span for span in fragment.spans if span.quote_id not in (PASSAGE, MARKUP)]
    if is_markup(fragment):
        words = Markup("<span hidden>{}</span>").format(words)
    elif any(span.quote_id == focus for span in quotes):
        words = Markup('<mark class="focus">{}</mark>').format(words)
    for span in quotes:
        if span.start == fragment.start:
            words = Markup('<span id="{}">{}</span>').format(span.quote_id, words)
    return words


def _list_passages(texts: list[PassageText]) -> list[Passage]:
    """Return the passages of a paragraph, each once."""
    return list({text.passage.number: text.passage for text in texts if text.passage}.values())


def _find_original(
    db: sqlite3.Connection, source_id: str, paragraphs: list[Paragraph]
) -> dict[str, Any] | None:
    """Return where the whole article is, None where it is on the page."""
    if not any(text.missing for paragraph in paragraphs for text in paragraph.texts):
        return None
    article = cite_article(db, source_id)
    return {"lines": describe_original(article), "url": article.url or article.original_url}
