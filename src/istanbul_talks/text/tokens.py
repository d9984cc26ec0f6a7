"""The words of a text, folded to be compared, each with its place.

The text itself is never changed: words are compared by their keys, and places count its code points. A word
is a run of letters and digits, a number with its separators, or a single sign; white space between words does
not count. Quotation marks have one key, so have dashes, and the two ways to write an accent; invisible
characters have none. Letters keep their case; numbers and all other signs must be the same.
"""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from unicodedata import normalize

from istanbul_talks.database.article_text import GAP

MARKS = '‘’‚‛′ʼ“”„‟″«»‹›"'
DASHES = "‐‑‒–—―−"
ACCENTS = "\u0300-\u036f"
INVISIBLE = "\u00ad\u200b\u2060\ufeff"  # soft hyphen, zero-width space, word joiner, byte order mark

SHAPES = str.maketrans(MARKS + DASHES, "'" * len(MARKS) + "-" * len(DASHES))
VISIBLE = dict.fromkeys(map(ord, INVISIBLE))
LONG_FORMS = {"...": "…", "--": "-"}

LETTER = r"[^\W_]"
WORD = re.compile(
    rf"{LETTER}(?:{LETTER}|[{ACCENTS}]|[{INVISIBLE}]+(?={LETTER})|(?<=\d)[.,](?=\d))*"
    rf"|{GAP}+|\.\.\.|--|\S"
)

SEPARATOR = "\x1f"


class Words:
    """The words of a text: their keys in order, and where each begins and ends (exclusive)."""

    def __init__(self, text: str) -> None:
        found = [(_key(match[0]), *match.span()) for match in WORD.finditer(text.translate(SHAPES))]
        kept = [word for word in found if word[0]]
        self.keys: list[str] = [each for each, _, _ in kept]
        self.starts: list[int] = [start for _, start, _ in kept]
        self.ends: list[int] = [end for _, _, end in kept]
        self._joined = _joined(self.keys)
        self._beginnings = list(_beginnings(self.keys))

    def __len__(self) -> int:
        return len(self.keys)

    def within(self, start: int, end: int) -> range:
        """Return the indices of the words that have a character in this stretch of the text."""
        return range(bisect_right(self.ends, start), bisect_left(self.starts, end))

    def runs(self, size: int) -> set[tuple[str, ...]]:
        """Return all runs of so many words, capitals aside."""
        keys = [each.casefold() for each in self.keys]
        return set(zip(*(keys[start:] for start in range(size)), strict=False))

    def span(self, indices: range) -> tuple[int, int]:
        """Return where consecutive words begin and end in the text."""
        return self.starts[indices.start], self.ends[indices.stop - 1]

    def find(self, keys: Sequence[str]) -> Iterator[int]:
        """Yield the indices at which words of these keys follow each other."""
        sought = _joined(keys)
        place = self._joined.find(sought)
        while place >= 0:
            yield bisect_left(self._beginnings, place)
            place = self._joined.find(sought, place + 1)


def _key(word: str) -> str:
    """Return what equal words have in common; nothing for one that cannot be seen."""
    if word.isascii():
        return GAP if word.startswith(GAP) else LONG_FORMS.get(word, word)
    return normalize("NFC", word.translate(VISIBLE))


def _joined(keys: Sequence[str]) -> str:
    """Return keys as one string to search in."""
    return SEPARATOR + SEPARATOR.join(keys) + SEPARATOR


def _beginnings(keys: Sequence[str]) -> Iterator[int]:
    """Yield where the separator before each key stands in the joined string."""
    place = 0
    for each in keys:
        yield place
        place += len(each) + 1
