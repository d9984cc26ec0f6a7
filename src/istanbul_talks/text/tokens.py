"""The tokens of a text, with a key by which they are compared and their place in the text.

The text itself is never changed: tokens are compared by their keys, and places count its code points. A token
is a run of letters and digits, a number with its separators, or a single sign; white space between tokens
does not count. Quotation marks have one key, so have dashes, and the two ways to write an accent; invisible
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
TOKEN = re.compile(
    rf"{LETTER}(?:{LETTER}|[{ACCENTS}]|[{INVISIBLE}]+(?={LETTER})|(?<=\d)[.,](?=\d))*"
    rf"|{GAP}+|\.\.\.|--|\S"
)

SEPARATOR = "\x1f"


class Tokens:
    """The tokens of a text: their keys in order, and where each begins and ends (exclusive)."""

    def __init__(self, text: str) -> None:
        found = [(_get_key(match[0]), *match.span()) for match in TOKEN.finditer(text.translate(SHAPES))]
        kept = [token for token in found if token[0]]
        self.keys: list[str] = [key for key, _, _ in kept]
        self.starts: list[int] = [start for _, start, _ in kept]
        self.ends: list[int] = [end for _, _, end in kept]
        self._joined = _join_keys(self.keys)
        self._separators = list(_find_separators(self.keys))

    def __len__(self) -> int:
        return len(self.keys)

    def find_inside(self, start: int, end: int) -> range:
        """Return the indices of the tokens that have a character in this span of the text."""
        return range(bisect_right(self.ends, start), bisect_left(self.starts, end))

    def find_sequence(self, keys: Sequence[str]) -> Iterator[int]:
        """Yield the indices at which tokens of these keys follow each other."""
        sought = _join_keys(keys)
        place = self._joined.find(sought)
        while place >= 0:
            yield bisect_left(self._separators, place)
            place = self._joined.find(sought, place + 1)

    def get_span(self, indices: range) -> tuple[int, int]:
        """Return where consecutive tokens begin and end in the text."""
        return self.starts[indices.start], self.ends[indices.stop - 1]

    def collect_ngrams(self, length: int) -> set[tuple[str, ...]]:
        """Return all n-grams of this length in tokens, letter case aside."""
        keys = [key.casefold() for key in self.keys]
        return set(zip(*(keys[start:] for start in range(length)), strict=False))


def _get_key(token: str) -> str:
    """Return what equal tokens have in common; nothing for one that cannot be seen."""
    if token.isascii():
        return GAP if token.startswith(GAP) else LONG_FORMS.get(token, token)
    return normalize("NFC", token.translate(VISIBLE))


def _join_keys(keys: Sequence[str]) -> str:
    """Return keys as one string to search in, with a separator before, between and after them."""
    return SEPARATOR + SEPARATOR.join(keys) + SEPARATOR


def _find_separators(keys: Sequence[str]) -> Iterator[int]:
    """Yield where the separator before each key is in the joined string."""
    place = 0
    for key in keys:
        yield place
        place += len(key) + 1
