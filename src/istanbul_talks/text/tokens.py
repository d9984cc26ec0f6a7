"""Tokens: the words, numbers and signs of a text, with a key by which they are compared and their place.

A token is a run of letters and digits, a number with its separators (85,000; 3.5), or a single sign; white
space between tokens does not count. Its key is its folded form (folding.py), its place is in the untouched
text.
"""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence

from istanbul_talks.text import GAP
from istanbul_talks.text.folding import find_starts, fold

LETTER = r"[^\W_]"
ACCENTS = r"[\u0300-\u036f]"
WORD = re.compile(rf"{LETTER}(?:{LETTER}|{ACCENTS}|(?<=\d)[.,](?=\d))*")
"""A word or number of a folded text."""

TOKEN = re.compile(rf"{WORD.pattern}|{GAP}+|\S")
SEPARATOR = "\x1f"


class Tokens:
    """The tokens of a text: their keys in order, and where in the text each begins and ends (exclusive)."""

    def __init__(self, text: str) -> None:
        folded = fold(text)
        found = list(TOKEN.finditer(folded.text))
        self.keys = [GAP if match[0].startswith(GAP) else match[0] for match in found]
        self.starts = [folded.starts[match.start()] for match in found]
        self.ends = [folded.ends[match.end() - 1] for match in found]
        self._joined = _join_keys(self.keys)
        self._separators = list(_find_separators(self.keys))

    def __len__(self) -> int:
        return len(self.keys)

    def find_inside(self, start: int, end: int) -> range:
        """Return the indices of the tokens that have a character in this span of the text."""
        return range(bisect_right(self.ends, start), bisect_left(self.starts, end))

    def find_sequence(self, keys: Sequence[str]) -> Iterator[int]:
        """Yield the indices at which tokens of these keys follow each other."""
        for place in find_starts(self._joined, _join_keys(keys)):
            yield bisect_left(self._separators, place)

    def get_span(self, indices: range) -> tuple[int, int]:
        """Return where consecutive tokens begin and end in the text."""
        return self.starts[indices.start], self.ends[indices.stop - 1]

    def collect_ngrams(self, length: int) -> set[tuple[str, ...]]:
        """Return all n-grams of this length in tokens, letter case aside."""
        keys = [key.casefold() for key in self.keys]
        return set(zip(*(keys[start:] for start in range(length)), strict=False))


def _join_keys(keys: Sequence[str]) -> str:
    """Return keys as one string to search in, with a separator before, between and after them."""
    return SEPARATOR + SEPARATOR.join(keys) + SEPARATOR


def _find_separators(keys: Sequence[str]) -> Iterator[int]:
    """Yield where the separator before each key is in the joined string."""
    place = 0
    for key in keys:
        yield place
        place += len(key) + 1
