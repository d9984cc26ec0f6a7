"""Spans of a draft that are passed over: what is looked at elsewhere, and marks that hold numbers.

What does not belong here: which dates, figures and names it has (the modules beside).
"""

import re
from bisect import bisect_left
from collections.abc import Iterable

MARK = re.compile(r"\[\d+\]|\]\([^)\]\s]*\)|<[^<>\s]*>|(?<!\w)\w+://\S+|^\d+[.)]", re.MULTILINE)
"""What holds numbers that count nothing: a footnote mark, an address, the number of an item."""


class Spans:
    """Spans of a text that do not overlap."""

    def __init__(self, spans: Iterable[tuple[int, int]]) -> None:
        self._spans = sorted(spans)

    def touch(self, start: int, end: int) -> bool:
        """Whether one of them shares a character with a span."""
        after = bisect_left(self._spans, (end, end))
        return any(last > start for _, last in self._spans[max(after - 1, 0) : after])


def blank(text: str, spans: Iterable[tuple[int, int]]) -> str:
    """Return a text with spaces in some spans."""
    pieces: list[str] = []
    reached = 0
    for start, end in spans:
        pieces += text[reached:start], " " * (end - start)
        reached = end
    return "".join([*pieces, text[reached:]])
