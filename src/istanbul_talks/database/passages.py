"""The passages of an article that are evidence for records, each with notes on what it says.

A passage is what overlapping quotes cover together, and has one number. Its notes are in the order of their
quotes, the outermost first, which answers the whole passage; demands and claims come before all else.
"""

from __future__ import annotations

import json
import re
import sqlite3
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby
from typing import NamedTuple

from istanbul_talks.database.article_text import Fragment, QuoteSpan, Segment, split_at_spans
from istanbul_talks.database.named_queries import read_sql
from istanbul_talks.text.markup import find_markup

ATTRIBUTED = ("demands", "claims")
"""The tables whose records are told by the sentence of each statement, not by their label."""

PASSAGE, MARKUP = "a passage", "markup"
"""In place of the id of a quote: the span is that of a passage, or markup of the article."""


class Note(NamedTuple):
    """A record for which words of a passage are evidence.

    The sentence begins with `voice`, which is empty where no statement makes the record.
    """

    table: str
    row_id: str
    voice: str
    sentence: str
    is_denial: bool


class Passage(NamedTuple):
    """Positions in the article, end exclusive, with their number and what they are evidence for."""

    number: int
    start: int
    end: int
    notes: list[Note]

    @property
    def tables(self) -> set[str]:
        """The tables of its records."""
        return {note.table for note in self.notes}

    @property
    def has_denial(self) -> bool:
        """Whether one of the notes is a denial."""
        return any(note.is_denial for note in self.notes)


class PassageText(NamedTuple):
    """Consecutive fragments inside one passage, or outside any; or how many characters are missing."""

    passage: Passage | None
    fragments: list[Fragment]
    missing: int


def load_passages(db: sqlite3.Connection, source_id: str, tables: Iterable[str]) -> list[Passage]:
    """Return the passages of an article that are evidence for records of the tables, in order."""
    passages: list[Passage] = []
    for start, end, note in sorted(
        _load_notes(db, source_id, list(tables)), key=lambda row: (row[0], -row[1])
    ):
        if passages and start < passages[-1].end:
            last = passages[-1]
            notes = last.notes if note in last.notes else [*last.notes, note]
            passages[-1] = last._replace(end=max(end, last.end), notes=notes)
        else:
            passages.append(Passage(len(passages) + 1, start, end, [note]))
    for passage in passages:
        passage.notes.sort(key=lambda note: note.table not in ATTRIBUTED)
    return passages


def _load_notes(db: sqlite3.Connection, source_id: str, tables: list[str]) -> Iterator[tuple[int, int, Note]]:
    """Yield positions in the article, and what they are evidence for."""
    values = {"source": source_id, "tables": json.dumps(tables)}
    queries = ["passage_statements"] * (not set(tables).isdisjoint(ATTRIBUTED))
    queries += ["passage_records"] * (not set(tables).issubset(ATTRIBUTED))
    for query in queries:
        for start, end, *note in db.execute(read_sql(f"with_parameters/{query}"), values):
            yield start, end, Note._make(note)


def divide_paragraphs(
    paragraphs: Iterable[list[Segment]], passages: Sequence[Passage], spans: Sequence[QuoteSpan] = ()
) -> Iterator[list[PassageText]]:
    """Yield each paragraph divided at the edges of passages, of the article's markup and of the spans."""
    edges = sorted([*(QuoteSpan(passage.start, passage.end, PASSAGE) for passage in passages), *spans])
    by_start = {passage.start: passage for passage in passages}
    for paragraph in paragraphs:
        first, last = (bisect_left(edges, (place,)) for place in (paragraph[0].start, paragraph[-1].end))
        near = edges[first:last]
        yield [part for segment in paragraph for part in _divide_segment(segment, by_start, near)]


def _divide_segment(
    segment: Segment, by_start: dict[int, Passage], edges: list[QuoteSpan]
) -> Iterator[PassageText]:
    """Yield a segment divided at edges, those of passages among them, and of its markup."""
    if segment.text is None:
        yield PassageText(None, [], segment.length)
        return
    fragments = split_at_spans(segment, [*edges, *_list_markup(segment)])
    for span, group in groupby(fragments, lambda fragment: _find_span(fragment, PASSAGE)):
        yield PassageText(by_start[span.start] if span else None, list(group), 0)


def is_markup(fragment: Fragment) -> bool:
    """Tell whether a fragment is markup, which is not shown to a reader."""
    return _find_span(fragment, MARKUP) is not None


def _list_markup(segment: Segment) -> Iterator[QuoteSpan]:
    """Yield the spans of a segment's markup, and of the line feeds with which it begins or ends."""
    assert segment.text is not None
    for start, end in find_markup(segment.text):
        yield QuoteSpan(segment.start + start, segment.start + end, MARKUP)
    for match in re.finditer(r"^\n+|\n+\Z", segment.text):
        yield QuoteSpan(segment.start + match.start(), segment.start + match.end(), MARKUP)


def _find_span(fragment: Fragment, kind: str) -> QuoteSpan | None:
    """Return the span of a kind that covers a fragment, None where none does."""
    return next((span for span in fragment.spans if span.quote_id == kind), None)
