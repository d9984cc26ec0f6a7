"""Splits a text into sentences, headings and list items that cover it without a gap.

For edited English prose and light Markdown: a line is joined with the next only where that goes on in lower
case, and within a line a sentence ends at a full stop, question or exclamation mark (with the closing marks
and footnote numbers behind it) before white space and a new beginning. White space belongs to the sentence
before it.
"""

import re
from bisect import bisect_right
from collections.abc import Iterable
from functools import cache

from pipeline.language_rules import SentenceRules
from pipeline.source_text import Span

LINE = re.compile(r"^[^\S\n]*[^\sa-z].*$", re.MULTILINE)
END = re.compile(r"[.?!][”’\"')\]]*(?:\[\d+\])*\s+(?=[\"“‘'(\[*]*[A-Z\d])")


class Sentences:
    """The sentences of a text, numbered from 0."""

    def __init__(self, characters: str, rules: SentenceRules) -> None:
        self.spans = split_sentences(characters, rules)
        self._starts = [span.start for span in self.spans]

    def number_at(self, position: int) -> int:
        """Return the number of the sentence that holds a position."""
        return bisect_right(self._starts, position) - 1

    def numbers_of(self, span: Span) -> range:
        """Return the numbers of the sentences that a span touches."""
        return range(self.number_at(span.start), self.number_at(span.end - 1) + 1)

    def spans_of(self, spans: Iterable[Span]) -> list[Span]:
        """Return the sentences that some spans touch, in order."""
        numbers = {number for span in spans for number in self.numbers_of(span)}
        return [self.spans[number] for number in sorted(numbers)]


def split_sentences(characters: str, rules: SentenceRules) -> list[Span]:
    """Return the spans of the sentences in order; together they cover all characters."""
    abbreviation = _match_abbreviations(tuple(rules.abbreviations))
    starts = [
        start for line in _find_lines(characters) for start in _find_starts(characters, line, abbreviation)
    ]
    if not starts:
        return [Span(0, len(characters))] if characters else []
    return [
        Span(start, end) for start, end in zip([0, *starts[1:]], [*starts[1:], len(characters)], strict=True)
    ]


@cache
def _match_abbreviations(abbreviations: tuple[str, ...]) -> re.Pattern[str]:
    """Return a pattern of what ends in a full stop that ends no sentence: an abbreviation, or an initial."""
    return re.compile(rf"\b(?:[A-Z]\.|{'|'.join(map(re.escape, abbreviations))})$")


def _find_lines(characters: str) -> list[Span]:
    return [Span(*line.span()) for line in LINE.finditer(characters)]


def _find_starts(characters: str, line: Span, abbreviation: re.Pattern[str]) -> list[int]:
    """Return where the sentences of one line begin."""
    starts = [line.start]
    for end in END.finditer(characters, line.start, line.end):
        if not abbreviation.search(characters, line.start, end.start() + 1):
            starts.append(end.end())
    return starts
