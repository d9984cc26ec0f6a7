"""Markdown in the text of an article: which of its characters are markup, and which are words.

Articles are kept as they were received, markup included, and positions count it. A reader is shown the words.
"""

import re
from collections.abc import Iterator, Sequence

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


def strip_markup(pieces: Sequence[str]) -> list[str]:
    """Return the consecutive pieces of a text without the markup of the whole."""
    whole = "".join(pieces)
    markup = list(find_markup(whole))
    stripped, start = [], 0
    for piece in pieces:
        end = start + len(piece)
        cut = [(max(first, start), min(last, end)) for first, last in markup if first < end and last > start]
        edges = [start, *(edge for span in cut for edge in span), end]
        stripped.append("".join(whole[a:b] for a, b in zip(edges[::2], edges[1::2], strict=True)))
        start = end
    return stripped
