"""The sentences of an article, numbered, and texts cut at given positions (where: text/sentence_ends.py)."""

from bisect import bisect_right
from collections.abc import Iterable, Sequence
from itertools import pairwise

from pipeline.source_text import Span


class Sentences:
    """The sentences of a text, numbered from 0; together they cover all of it."""

    def __init__(self, spans: Sequence[Span]) -> None:
        self.spans = spans
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


def cut_text(length: int, starts: Iterable[int]) -> list[Span]:
    """Return the spans into which a text is cut at some positions; what is before the first goes with it."""
    cuts = [0, *sorted(starts)[1:], length]
    return [Span(start, end) for start, end in pairwise(cuts) if start < end]
