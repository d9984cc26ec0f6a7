"""The context of a quote: the words around it, where its own stand more than once in the article.

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
        self._starts, self._ends = [start for start, _ in undivided], [end for _, end in undivided]

    def find(self, span: Span) -> tuple[str | None, str | None]:
        """Return prefix and suffix of a quote; both are None where its words stand once."""
        around = self._widen(span) if self._text.is_repeated(span) else span
        prefix, suffix = Span(around.start, span.start), Span(span.end, around.end)
        return self._text[prefix] or None, self._text[suffix] or None

    def _widen(self, span: Span, length: int = CONTEXT_LENGTH) -> Span:
        """Return a span with so many characters on each side, or more where that would be no whole word."""
        first = min(
            bisect_left(self._starts, span.start - length), bisect_right(self._starts, span.start) - 1
        )
        last = max(bisect_right(self._ends, span.end + length) - 1, bisect_left(self._ends, span.end))
        around = Span(self._starts[first], self._ends[last])
        return self._widen(span, 2 * length) if around == span else around
