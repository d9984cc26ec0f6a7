"""Markdown in the text of an article: which of its characters are markup, and which are words.

Articles are kept as they were received, markup included, and positions count it. A reader is shown the words.
"""

import re
from collections.abc import Iterator

MARKUP = re.compile(r"^#{1,6} |\*\*|(\[)[^\[\]\n]*(\]\([^()\s]*\))", re.MULTILINE)
"""The signs of a heading, of bold words, and of a link; of a link the words are left over."""


def find_markup(text: str) -> Iterator[tuple[int, int]]:
    """Yield the spans of a text that are markup, in order."""
    for found in MARKUP.finditer(text):
        if not found[1]:
            yield found.span()
            continue
        yield found.span(1)
        words_start, words_end = found.end(1), found.start(2)
        inside = find_markup(text[words_start:words_end])
        yield from ((words_start + start, words_start + end) for start, end in inside)
        yield found.span(2)
