"""The text of an article as far as the database has it, and its division at the edges of quotes.

Positions are Unicode code points. A released database has no running text: there an article consists of its
quotes, with gaps between them.
"""

import json
import sqlite3
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import pairwise
from typing import NamedTuple

from istanbul_talks.text import GAP


class QuoteSpan(NamedTuple):
    """The positions of a quote in the article, end exclusive, and its id."""

    start: int
    end: int
    quote_id: str


@dataclass(frozen=True)
class Segment:
    """Consecutive characters of the article; `text` is None where the database does not have them."""

    start: int
    end: int
    text: str | None

    @property
    def length(self) -> int:
        """The number of characters."""
        return self.end - self.start


@dataclass(frozen=True)
class Fragment:
    """Text inside which no span begins or ends, its position, and the spans that cover it."""

    start: int
    text: str
    spans: list[QuoteSpan]


def load_segments(db: sqlite3.Connection, source_id: str) -> list[Segment]:
    """Return the whole article in order, as one segment or as quotes and gaps."""
    (length,) = db.execute("SELECT length FROM sources WHERE id = ?", [source_id]).fetchone()
    text = db.execute("SELECT text FROM texts WHERE source_id = ?", [source_id]).fetchone()
    if text:
        return [Segment(0, length, text[0])]
    return list(_join_quotes(db, source_id, length))


def _join_quotes(db: sqlite3.Connection, source_id: str, length: int) -> Iterator[Segment]:
    """Yield the article from its quotes, each character once, with a segment without text for every gap."""
    reached = 0
    for start, end, exact in db.execute(QUOTES_QUERY, [source_id]):
        if start > reached:
            yield Segment(reached, start, None)
        if end > reached:
            begin = max(start, reached)
            yield Segment(begin, end, exact[begin - start :])
            reached = end
    if reached < length:
        yield Segment(reached, length, None)


QUOTES_QUERY = (
    "SELECT start_char, end_char, exact FROM quotes WHERE source_id = ? ORDER BY start_char, end_char"
)


def load_paragraphs(db: sqlite3.Connection, source_id: str) -> list[list[Segment]]:
    """Return the whole article by paragraphs, each with the line feeds after it.

    A paragraph ends with a sentence and a line feed; where the database does not have the text, and so no
    line feeds, with each sentence. No quote lies in two.
    """
    segments = load_segments(db, source_id)
    ends = [end for (end,) in db.execute(SENTENCE_ENDS_QUERY, [source_id])]
    if segments and (text := segments[0].text) and len(text) == segments[0].end == segments[-1].end:
        ends = [end for end in ends if text[end - 1] == "\n"]
    paragraphs: list[list[Segment]] = [[] for _ in range(len(ends) + 1)]
    for segment in segments:
        edges = [segment.start, *(end for end in ends if segment.start < end < segment.end), segment.end]
        for start, end in pairwise(edges):
            text = segment.text and segment.text[start - segment.start : end - segment.start]
            paragraphs[bisect_right(ends, start)].append(Segment(start, end, text))
    return [paragraph for paragraph in paragraphs if paragraph]


SENTENCE_ENDS_QUERY = "SELECT end_char FROM sentences WHERE source_id = ? ORDER BY end_char"


def reconstruct_text(db: sqlite3.Connection, source_id: str) -> str:
    """Return the whole article, with GAP for each character that the database does not have."""
    characters = [
        character
        for segment in load_segments(db, source_id)
        for character in segment.text or GAP * segment.length
    ]
    if GAP in characters:
        for start, end, prefix, suffix in db.execute(CONTEXT_QUERY, [source_id]):
            characters[start - len(prefix) : start] = prefix
            characters[end : end + len(suffix)] = suffix
        for start, first_start, first_end in db.execute(REPEATED_QUERY, [source_id]).fetchall():
            _fill_repeated(characters, start, characters[first_start:first_end])
    return "".join(characters)


CONTEXT_QUERY = """
SELECT start_char, end_char, coalesce(prefix, ''), coalesce(suffix, '') FROM quotes WHERE source_id = ?
"""

MAX_SHIFT = 3
"""Characters by which the words of a sentence may stand elsewhere in one that repeats it, after “- ”."""

REPEATED_QUERY = """
SELECT sentences.start_char, first.start_char, first.end_char
FROM sentences JOIN sentences AS first ON first.id = sentences.repeats_id
WHERE sentences.source_id = ?
"""


def _fill_repeated(characters: list[str], start: int, words: list[str]) -> None:
    """Put the known words of a sentence into one about `start` that repeats it, if one place fits."""
    while words[-1].isspace():
        words.pop()
    around = range(max(start - MAX_SHIFT, 0), start + MAX_SHIFT + 1)
    places = [place for place in around if _fits(characters, place, words)]
    if len(places) == 1:
        old = characters[places[0] : places[0] + len(words)]
        new = [word if sign == GAP else sign for sign, word in zip(old, words, strict=False)]
        characters[places[0] : places[0] + len(words)] = new


def _fits(characters: list[str], place: int, words: list[str]) -> bool:
    """Whether some characters that are known at a place are those of the words, and none are others."""
    pairs = zip(characters[place : place + len(words)], words, strict=False)
    known = [one == other for one, other in pairs if GAP not in (one, other)]
    return bool(known) and all(known)


def load_evidence_spans(db: sqlite3.Connection, source_id: str, tables: Iterable[str]) -> list[QuoteSpan]:
    """Return the spans of an article that are evidence for records of the tables, in order."""
    return [QuoteSpan(*row) for row in db.execute(EVIDENCE_QUERY, [source_id, json.dumps(list(tables))])]


EVIDENCE_QUERY = """
SELECT DISTINCT start_char, end_char, source_id || '_' || start_char || '-' || end_char
FROM evidence
WHERE source_id = ? AND table_name IN (SELECT value FROM json_each(?))
ORDER BY start_char, end_char
"""


def load_quote_spans(db: sqlite3.Connection, source_id: str) -> list[QuoteSpan]:
    """Return the spans of all quotes of an article, in order."""
    query = "SELECT start_char, end_char, id FROM quotes WHERE source_id = ? ORDER BY start_char, end_char"
    return [QuoteSpan(*row) for row in db.execute(query, [source_id])]


def split_at_spans(segment: Segment, spans: Iterable[QuoteSpan]) -> Iterator[Fragment]:
    """Yield the fragments of a segment that has text, divided wherever a span begins or ends."""
    assert segment.text is not None
    inside = [span for span in spans if span.start < segment.end and segment.start < span.end]
    edges = {segment.start, segment.end, *(edge for span in inside for edge in (span.start, span.end))}
    positions = sorted(edge for edge in edges if segment.start <= edge <= segment.end)
    beginning: defaultdict[int, list[QuoteSpan]] = defaultdict(list)
    for span in inside:
        beginning[max(span.start, segment.start)].append(span)
    covering: list[QuoteSpan] = []
    for start, end in pairwise(positions):
        covering = [span for span in covering if span.end > start] + beginning[start]
        yield Fragment(start, segment.text[start - segment.start : end - segment.start], covering)
