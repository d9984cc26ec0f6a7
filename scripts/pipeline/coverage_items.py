"""Which sentences, quotation marks, reporting words, numbers and dates the coding accounts for.

A measure of completeness for people who code, read from a built database with its texts; it fails nothing. A
thing is coded where the right kind of record covers it, explained where its sentence is explained, accepted
where the coding says why nothing covers it, else open.
"""

import re
import sqlite3
from collections.abc import Iterator
from typing import NamedTuple

from istanbul_talks.text.language_forms import match_any
from istanbul_talks.text.printed_dates import CalendarRules
from istanbul_talks.text.printed_numbers import Forms, NumberRules
from pipeline.source_text import Span
from pipeline.text_checks import read_forms

FOOTNOTE = re.compile(r"\[\d+\]|<https?:[^>]*>")
STATES = ("coded", "explained", "accepted", "open")
KINDS = ("sentences", "quotation marks", "reporting words", "numbers", "dates")

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
ACCEPTED = "SELECT asked_by, start_char, end_char FROM acceptances WHERE source_id = :source"
LANGUAGES = """
SELECT source_id, text, language FROM texts JOIN sources ON sources.id = source_id ORDER BY source_id
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
    for source, text, language in connection.execute(LANGUAGES).fetchall():
        yield from _Article(connection, source, text).items(read_forms(connection, language))


class _Article:
    """An article's text with its sentences and coded spans."""

    def __init__(self, connection: sqlite3.Connection, source: str, text: str) -> None:
        self._connection = connection
        self._source = source
        self._text = text
        rows = connection.execute(SENTENCES, {"source": source}).fetchall()
        self._sentences = [(Span(start, end), state) for start, end, state in rows]
        accepted = connection.execute(ACCEPTED, {"source": source}).fetchall()
        self._accepted = [(kind, Span(start, end)) for kind, start, end in accepted]

    def items(self, forms: Forms) -> Iterator[CoverageItem]:
        """Yield the items of each kind, by the rules of the article's language."""
        yield from (self._item("sentences", span, span, state) for span, state in self._sentences)
        reporting = self._matches(re.compile(match_any(forms["reporting_words"]), re.IGNORECASE))
        marks = "SELECT start_char, end_char FROM quotations WHERE source_id = :source"
        yield from self._covered("quotation marks", self._spans(marks), self._spans(STATEMENTS))
        yield from self._covered("reporting words", reporting, self._spans(RECORDS))
        dates = [Span(*span) for span in CalendarRules(forms).find_dates(self._text)]
        passed = [*self._matches(FOOTNOTE), *dates]
        numbers = [span for span in self._find_numbers(NumberRules(forms)) if not _touches_any(span, passed)]
        counted = self._spans(COUNTED)
        yield from self._covered("numbers", numbers, counted)
        yield from self._covered("dates", dates, counted)

    def _find_numbers(self, rules: NumberRules) -> Iterator[Span]:
        """Yield the numbers that are asked for: not an ordinal that can be no fraction (the first talks)."""
        tokens = rules.split(self._text)
        for number in rules.find_numbers(tokens):
            if not number.ordinal:
                yield Span(tokens[number.tokens.start].start, tokens[number.tokens.stop - 1].end)

    def _covered(self, kind: str, spans: list[Span], coded: list[Span]) -> Iterator[CoverageItem]:
        for span in spans:
            sentence, state = next(pair for pair in self._sentences if pair[0].touches(span))
            accepted = [place for asked_by, place in self._accepted if asked_by == kind]
            beyond = "accepted" if _touches_any(span, accepted) else "open"
            uncoded = "explained" if state == "explained" else beyond
            yield self._item(kind, span, sentence, "coded" if _touches_any(span, coded) else uncoded)

    def _item(self, kind: str, span: Span, sentence: Span, state: str) -> CoverageItem:
        words, around = (" ".join(self._text[start:end].split()) for start, end in (span, sentence))
        return CoverageItem(kind, self._source, span, state, words, around)

    def _spans(self, query: str) -> list[Span]:
        return [Span(*row) for row in self._connection.execute(query, {"source": self._source})]

    def _matches(self, pattern: re.Pattern[str]) -> list[Span]:
        return [Span(*match.span()) for match in pattern.finditer(self._text)]


def _touches_any(span: Span, others: list[Span]) -> bool:
    return any(span.touches(other) for other in others)
