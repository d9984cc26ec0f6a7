"""An article's text: finding words in it without changing a character of it.

Positions are Unicode code points of the text as received, start inclusive, end exclusive. The search runs on a
folded copy, in which runs of white space are one space and quotation marks, apostrophes and dashes have one
shape each; a map leads every folded position back. Numbers, letters and all other signs must match exactly,
and a place that matches to the letter goes before those that differ in shape. What does not belong here: which of several places is meant (anchoring.py).
"""

import re
import unicodedata
from functools import cached_property
from typing import NamedTuple

MARKS = '‘’‚‛′ʼ“”„‟″«»"'
DASHES = "‐‑‒–—―−"
SHAPES = {ord(sign): "'" for sign in MARKS} | {ord(sign): "-" for sign in DASHES}
JOINERS = "\u200d\ufe0e\ufe0f"


class Span(NamedTuple):
    """A stretch of a text: code points from `start` up to, not including, `end`."""

    start: int
    end: int

    def touches(self, other: "Span") -> bool:
        """Say whether the two have a character in common."""
        return self.start < other.end and other.start < self.end

    def holds(self, other: "Span") -> bool:
        """Say whether the other lies inside this one."""
        return self.start <= other.start and other.end <= self.end


class Text:
    """The characters of an article."""

    def __init__(self, characters: str) -> None:
        self.characters = characters

    def __len__(self) -> int:
        return len(self.characters)

    def __getitem__(self, span: Span) -> str:
        return self.characters[span.start : span.end]

    @property
    def whole(self) -> Span:
        """The span of everything."""
        return Span(0, len(self))

    def find(self, words: str, within: Span | None = None) -> list[Span]:
        """Return the places of the words: those printed to the letter, or else those that differ in shape."""
        places = [span for span in self.find_all(words) if within is None or within.holds(span)]
        return [span for span in places if self[span] == words] or places

    def find_all(self, words: str) -> list[Span]:
        """Return every place of the words as whole words, in whatever shape."""
        return [span for span in self.find_anywhere(words) if not self.cut_by(span)]

    def find_anywhere(self, words: str) -> list[Span]:
        """Return every place of the words, in whatever shape, also inside other words."""
        if not words.strip():
            return []
        folded, origin = self._folded
        sought = fold(words)
        return [Span(origin[start], origin[start + len(sought) - 1] + 1) for start in _starts(folded, sought)]

    def cut_by(self, span: Span) -> str | None:
        """Return what the span's ends cut in two: "word", "character", or None."""
        ends = [end for end in span if 0 < end < len(self)]
        if any(_inside_character(self.characters, end) for end in ends):
            return "character"
        return "word" if any(_inside_word(self.characters, end) for end in ends) else None

    def line(self, position: int) -> int:
        """Return the line, from 1, on which a position stands."""
        return self.characters.count("\n", 0, position) + 1

    @cached_property
    def _folded(self) -> tuple[str, list[int]]:
        """The folded text, and for each of its characters the position of the first one it stands for."""
        pieces: list[str] = []
        origin: list[int] = []
        for run in re.finditer(r"\s+|\S+", self.characters):
            pieces.append(fold(run.group()))
            origin.extend(range(run.start(), run.start() + len(pieces[-1])))
        return "".join(pieces), origin


def fold(words: str) -> str:
    """Return the words with one shape for each kind of sign that prints differ in."""
    return re.sub(r"\s+", " ", words).translate(SHAPES)


def _starts(text: str, words: str) -> list[int]:
    starts, start = [], text.find(words)
    while start >= 0:
        starts.append(start)
        start = text.find(words, start + 1)
    return starts


def _inside_word(text: str, position: int) -> bool:
    """Say whether a letter or digit stands on both sides, or a number goes on over a point or comma."""
    before, after = text[position - 1], text[position]
    if before.isalnum() and after.isalnum():
        return True
    return bool(re.match(r"\d[.,]\d", text[max(position - 1, 0) : position + 2])) or bool(
        re.match(r"\d[.,]\d", text[max(position - 2, 0) : position + 1])
    )


def _inside_character(text: str, position: int) -> bool:
    """Say whether a combining mark or a joiner ties the two sides into one visible character."""
    before, after = text[position - 1], text[position]
    return unicodedata.category(after).startswith("M") or after in JOINERS or before == JOINERS[0]
