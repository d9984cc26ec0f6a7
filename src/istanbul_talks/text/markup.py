"""Markdown in the text of an article: which of its characters are markup, and which are words.

Articles are kept as they were received, markup included, and positions count it. A reader is shown the words.
"""

import re
from collections.abc import Iterator, Sequence

MARKUP = re.compile(
    r"^\#{1,6}[ ] | \*\*"
    r"| (\[) [^\[\]\n]* (\]\([^()\s]*\))"
    r"| (?<![\w*]) (\*) (?=[^\s*]) [^*\n]* (?<=[^\s*]) (\*) (?![\w*])"
    r"| (`+) [^`]* (`+)"
    r"| (<) (?=https?://) [^\s<>]* (>)",
    re.MULTILINE | re.VERBOSE,
)
"""The signs of a heading and of bold words; the outer ones of a link, of italics, code and an address."""


def find_markup(text: str) -> Iterator[tuple[int, int]]:
    """Yield the spans of a text that are markup, in order."""
    for found in MARKUP.finditer(text):
        if found.lastindex is None:
            yield found.span()
            continue
        start, end = found.end(found.lastindex - 1), found.start(found.lastindex)
        yield found.span(found.lastindex - 1)
        yield from ((start + first, start + last) for first, last in find_markup(text[start:end]))
        yield found.span(found.lastindex)


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
