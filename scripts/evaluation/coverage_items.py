"""Which sentences, quotation marks, reporting words and numbers of the articles the coding accounts for.

A measure of completeness for people who code, read from a built database with its texts; it fails nothing. A
thing is coded where the right kind of record covers it, explained where its sentence is explained, else open.
"""

import re
import sqlite3
from collections.abc import Iterator
from typing import NamedTuple

from pipeline.source_text import Span

# Verbs and phrases by which English prose reports speech, thought and demand, in the forms articles print.
REPORTING = re.compile(
    r"\b(?:said|says|saying|told|tells|claim(?:s|ed|ing)?|stat(?:ed|es|ing)|announc(?:ed|es|ing)|argu(?:ed|es|ing)|"
    r"demand(?:s|ed|ing)?|reject(?:s|ed|ing|ions?)?|refus(?:ed|es|ing|al)|accept(?:s|ed|ing)?|agree(?:s|d|ing)?|"
    r"propos(?:ed|es|ing|als?)|urg(?:ed|es|ing)|call(?:s|ed|ing)? (?:on|for)|insist(?:s|ed|ing|ence)?|"
    r"accus(?:ed|es|ing)|warn(?:s|ed|ing)?|threaten(?:s|ed|ing)?|den(?:ied|ies|ying)|dismiss(?:ed|es|ing)|"
    r"confirm(?:s|ed|ing)?|reiterat(?:ed|es|ing)|emphasi[sz](?:ed|es|ing)|stress(?:ed|es|ing)|not(?:ed|es|ing)|"
    r"describ(?:ed|es|ing)|criticis(?:ed|es|ing)|suggest(?:s|ed|ing)?|report(?:ed|edly)|according to|"
    r"advis(?:ed|es|ing)|express(?:ed|es|ing)|allege[sd]?|portray(?:s|ed|ing)?|justif(?:ied|ies|ying))\b",
    re.IGNORECASE,
)
NUMBER = re.compile(
    r"\d+(?:[.,]\d+)*|\b(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|dozens?|hundreds?|"
    r"thousands?|millions?|tens|half|third|quarter|one-fifth)\b",
    re.IGNORECASE,
)
FOOTNOTE = re.compile(r"\[\d+\]|<https?:[^>]*>")
STATES = ("coded", "explained", "open")

SENTENCES = """
SELECT start_char, end_char, iif(coding = 'coded', 'coded', iif(reason IS NULL, 'open', 'explained'))
FROM sentences WHERE source_id = :source ORDER BY number
"""
STATEMENTS = """
SELECT start_char, end_char FROM statements JOIN quotes ON quotes.id = statements.quote_id
WHERE quotes.source_id = :source
"""
RECORDS = """
SELECT start_char, end_char FROM evidence
WHERE source_id = :source AND table_name IN ('statements', 'events', 'participants', 'roles')
UNION
SELECT start_char, end_char FROM attributions JOIN quotes ON quotes.id = cue_quote_id
WHERE quotes.source_id = :source
"""
COUNTED = """
SELECT start_char, end_char FROM quotes
WHERE source_id = :source AND id IN (
  SELECT quote_id FROM quantities
  UNION SELECT quote_id FROM event_dates
  UNION SELECT cue_quote_id FROM attributions
  UNION SELECT quote_id FROM source_metadata
  UNION SELECT quote_id FROM role_quotes JOIN roles ON roles.id = role_id WHERE date_text IS NOT NULL
  UNION SELECT quote_id FROM mentions
)
"""


class CoverageItem(NamedTuple):
    """One thing to account for: what it is, where it stands, its state, and the sentence around it."""

    kind: str
    source: str
    span: Span
    state: str
    words: str
    sentence: str


def find_coverage_items(connection: sqlite3.Connection) -> Iterator[CoverageItem]:
    """Yield every item of every article of a database, in order of articles."""
    for source, text in connection.execute("SELECT source_id, text FROM texts ORDER BY source_id").fetchall():
        yield from _Article(connection, source, text).items()


class _Article:
    """An article's text with its sentences and coded spans."""

    def __init__(self, connection: sqlite3.Connection, source: str, text: str) -> None:
        self._connection = connection
        self._source = source
        self._text = text
        rows = connection.execute(SENTENCES, {"source": source}).fetchall()
        self._sentences = [(Span(start, end), state) for start, end, state in rows]

    def items(self) -> Iterator[CoverageItem]:
        """Yield the items of each kind."""
        yield from (self._item("sentences", span, span, state) for span, state in self._sentences)
        marks = "SELECT start_char, end_char FROM quotations WHERE source_id = :source"
        yield from self._covered("quotation marks", self._spans(marks), self._spans(STATEMENTS))
        yield from self._covered("reporting words", self._matches(REPORTING), self._spans(RECORDS))
        footnotes = self._matches(FOOTNOTE)
        numbers = [span for span in self._matches(NUMBER) if not _touches_any(span, footnotes)]
        yield from self._covered("numbers", numbers, self._spans(COUNTED))

    def _covered(self, kind: str, spans: list[Span], coded: list[Span]) -> Iterator[CoverageItem]:
        for span in spans:
            sentence, state = next(pair for pair in self._sentences if pair[0].touches(span))
            beyond = "explained" if state == "explained" else "open"
            yield self._item(kind, span, sentence, "coded" if _touches_any(span, coded) else beyond)

    def _item(self, kind: str, span: Span, sentence: Span, state: str) -> CoverageItem:
        words, around = (" ".join(self._text[start:end].split()) for start, end in (span, sentence))
        return CoverageItem(kind, self._source, span, state, words, around)

    def _spans(self, query: str) -> list[Span]:
        return [Span(*row) for row in self._connection.execute(query, {"source": self._source})]

    def _matches(self, pattern: re.Pattern[str]) -> list[Span]:
        return [Span(*match.span()) for match in pattern.finditer(self._text)]


def _touches_any(span: Span, others: list[Span]) -> bool:
    return any(span.touches(other) for other in others)
