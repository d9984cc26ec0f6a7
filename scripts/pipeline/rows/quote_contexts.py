"""The context of a quote: the words around it.

It is made of whole words and whole markup: half of a link would be shown as it is written.
"""

import re
from bisect import bisect_left, bisect_right

from istanbul_talks.text.markup import MARKUP
from pipeline.source_text import SourceText, Span

CONTEXT_LENGTH = 32  # characters of prefix and suffix, as in the W3C TextQuoteSelector of Hypothesis

UNDIVIDED = re.compile(rf"(?:{MARKUP.pattern}|\S)+", MARKUP.flags)
"""What no context ends within: words, and links and other markup with all that they hold."""


class QuoteContexts:
    """The contexts of the quotes of one article."""

    def __init__(self, text: SourceText) -> None:
        self._text = text
        undivided = [found.span() for found in UNDIVIDED.finditer(text.characters)]
        self._starts = [*(start for start, _ in undivided), len(text)]
        self._ends = [0, *(end for _, end in undivided)]

    def find(self, span: Span) -> tuple[str | None, str | None]:
        """Return prefix and suffix of a quote, None where there is none."""
        around = self._widen(span)
        prefix, suffix = Span(around.start, span.start), Span(span.end, around.end)
        return self._text[prefix] or None, self._text[suffix] or None

    def _widen(self, span: Span) -> Span:
        """Return a span with up to CONTEXT_LENGTH characters on each side; itself where that cuts a word."""
        first = bisect_left(self._starts, span.start - CONTEXT_LENGTH)
        last = bisect_right(self._ends, span.end + CONTEXT_LENGTH) - 1
        around = Span(self._starts[first], self._ends[last])
        return around if around.holds(span) else span
