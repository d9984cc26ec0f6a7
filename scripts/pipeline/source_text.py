"""An article's text: finding words in it without changing a character of it.

Positions are Unicode code points of the text as received, start inclusive, end exclusive. The search runs
on a folded copy, in which runs of white space are one space and quotation marks, apostrophes and dashes
have one shape each; a map leads every folded position back. Numbers, letters and all other signs must match
exactly, and places that match to the letter go before those that differ in shape. What does not belong
here: which of several places is meant (quote_locator.py).
"""

import re
import unicodedata
from functools import cached_property
from typing import NamedTuple

MARKS = '‘’‚‛′ʼ“”„‟″«»"'
DASHES = "‐‑‒–—―−"
SHAPES = {ord(sign): "'" for sign in MARKS} | {ord(sign): "-" for sign in DASHES}
JOINER = "\u200d"
TIES = JOINER + "\ufe0e\ufe0f"
WORD = re.compile(r"[^\W_]+(?:(?<=\d)[.,](?=\d)[^\W_]+)*")  # also 85,000 and 3.5


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


class SourceText:
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

    @property
    def folded(self) -> str:
        """The folded copy that is searched."""
        return self._folded[0]

    def find(self, words: str, within: Span | None = None) -> list[Span]:
        """Return the places of the words: those printed to the letter, or else those that differ in shape."""
        exact = [Span(start, start + len(words)) for start in _find_all(self.characters, words)]
        return self._whole_words(exact, within) or self._whole_words(self.find_anywhere(words), within)

    def find_all(self, words: str) -> list[Span]:
        """Return every place of the words as whole words, in whatever shape."""
        return self._whole_words(self.find_anywhere(words), None)

    def find_anywhere(self, words: str) -> list[Span]:
        """Return every place of the words, in whatever shape, also inside other words."""
        folded, origin = self._folded
        sought = fold(words)
        return [
            Span(origin[start], origin[start + len(sought) - 1] + 1) for start in _find_all(folded, sought)
        ]

    def cut_by(self, span: Span) -> str | None:
        """Return what the span's ends cut in two: "word", "character", or None."""
        if not self._inside_characters.isdisjoint(span):
            return "character"
        return None if self._inside_words.isdisjoint(span) else "word"

    def line(self, position: int) -> int:
        """Return the line, from 1, on which a position stands."""
        return self.characters.count("\n", 0, position) + 1

    def _whole_words(self, spans: list[Span], within: Span | None) -> list[Span]:
        return [span for span in spans if not self.cut_by(span) and (within is None or within.holds(span))]

    @cached_property
    def _folded(self) -> tuple[str, list[int]]:
        """The folded text, and for each of its characters the position of the first one it stands for."""
        shaped = self.characters.translate(SHAPES)
        pieces: list[str] = []
        origin: list[int] = []
        for run in re.finditer(r"(\s+)|\S+", shaped):
            start, end = run.span()
            pieces.append(" " if run[1] else run[0])
            origin.extend([start] if run[1] else range(start, end))
        return "".join(pieces), origin

    @cached_property
    def _inside_words(self) -> frozenset[int]:
        """The positions between two characters of one word or number."""
        words = WORD.finditer(self.characters)
        return frozenset(place for word in words for place in range(word.start() + 1, word.end()))

    @cached_property
    def _inside_characters(self) -> frozenset[int]:
        """The positions at which a combining mark or a joiner ties both sides into one visible character."""
        text = self.characters
        ties = [place for place, sign in enumerate(text) if not sign.isascii() and _ties(sign)]
        return frozenset(ties) | {place + 1 for place in ties if text[place] == JOINER}


def fold(words: str) -> str:
    """Return the words with one shape for each kind of sign that prints differ in."""
    return " ".join(words.split()).translate(SHAPES)


def _find_all(text: str, words: str) -> list[int]:
    starts, start = [], text.find(words)
    while start >= 0:
        starts.append(start)
        start = text.find(words, start + 1)
    return starts


def _ties(sign: str) -> bool:
    return sign in TIES or unicodedata.category(sign).startswith("M")
