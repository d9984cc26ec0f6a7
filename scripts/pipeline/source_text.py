"""An article's text: finding words in it without changing a character of it.

Positions are Unicode code points of the text as received, start inclusive, end exclusive. The search runs on
the folded text (istanbul_talks.text.folding); what it takes for the same is found, and places that match to
the letter go before those that differ in form. What does not belong here: which of several places is meant
(quote_locator.py).
"""

import re
from bisect import bisect_left
from collections.abc import Iterator
from functools import cached_property, lru_cache
from itertools import chain, islice
from typing import NamedTuple
from unicodedata import category

from istanbul_talks.text.folding import FoldedText, find_starts, fold, fold_case, fold_words
from istanbul_talks.text.tokens import WORD

JOINER = "\u200d"


class Span(NamedTuple):
    """A part of a text: code points from `start` up to, not including, `end`."""

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

    @cached_property
    def words(self) -> frozenset[str]:
        """The words and numbers of the text, folded, in lower case."""
        return frozenset(WORD.findall(self._caseless.text))

    def find(self, words: str, within: Span | None = None) -> list[Span]:
        """Return the places of the words: those printed to the letter, or else those that differ in form."""
        exact = self._keep_whole_words(self._find_exact(words), within)
        return exact or self._keep_whole_words(self.find_anywhere(words), within)

    def find_name(self, form: str) -> list[Span]:
        """Return every place of a name as whole words, in whatever form; each word may be in capitals."""
        sought = _fold_name(form)
        places = (Span(*place) for place in self._caseless.find(fold_case(sought)))
        return self._keep_whole_words([span for span in places if _is_form_of(self[span], sought)], None)

    def find_anywhere(self, words: str) -> list[Span]:
        """Return every place of the words, in whatever form, also inside other words."""
        folded = (Span(*place) for place in self._folded.find(fold_words(words)))
        return sorted({*self._find_exact(words), *folded})

    def is_repeated(self, span: Span) -> bool:
        """Return whether the words of a span are again elsewhere, in whatever form, also inside others."""
        text, starts, _ = self._folded
        start, end = bisect_left(starts, span.start), bisect_left(starts, span.end)
        return len(list(islice(find_starts(text, text[start:end]), 2))) > 1

    def find_cut(self, span: Span) -> str | None:
        """Return what the span's ends cut in two: "word", "character", or None."""
        if not self._inside_characters.isdisjoint(span):
            return "character"
        return None if self._inside_words.isdisjoint(span) else "word"

    def split_words(self) -> Iterator[tuple[str, Span]]:
        """Yield what stands between white space, folded and in lower case, and where it is printed."""
        _, starts, ends = self._caseless
        for word in re.finditer(r"\S+", self._caseless.text):
            yield word[0], Span(starts[word.start()], ends[word.end() - 1])

    def find_line(self, position: int) -> int:
        """Return the number, from 1, of the line that has a position."""
        return self.characters.count("\n", 0, position) + 1

    def _keep_whole_words(self, spans: list[Span], within: Span | None) -> list[Span]:
        return [span for span in spans if not self.find_cut(span) and (within is None or within.holds(span))]

    def _find_exact(self, words: str) -> list[Span]:
        return [Span(start, start + len(words)) for start in find_starts(self.characters, words)]

    @cached_property
    def _folded(self) -> FoldedText:
        return fold(self.characters)

    @cached_property
    def _caseless(self) -> FoldedText:
        return self._folded._replace(text=fold_case(self._folded.text))

    @cached_property
    def _inside_words(self) -> frozenset[int]:
        """The positions between two characters of one word or number."""
        starts, ends = self._folded.starts, self._folded.ends
        words = (match.span() for match in WORD.finditer(self._folded.text))
        return frozenset(chain.from_iterable(range(starts[a] + 1, ends[b - 1]) for a, b in words))

    @cached_property
    def _inside_characters(self) -> frozenset[int]:
        """The positions at which a combining mark or a joiner ties both sides into one visible character."""
        if self.characters.isascii():
            return frozenset()
        return frozenset(_find_ties(self.characters))


@lru_cache(maxsize=10_000)
def _fold_name(form: str) -> str:
    """Return a name as it is sought, the same in every article."""
    return fold_words(form)


def _is_form_of(printed: str, sought: str) -> bool:
    """Return whether each printed word is that of a folded name, or that in capitals."""
    pairs = zip(fold_words(printed).split(), sought.split(), strict=True)
    return all(word == name or word.isupper() for word, name in pairs)


def find_words(text: str, start: int, end: int) -> Iterator[Span]:
    """Yield the words and numbers between two positions of a text, as they are printed."""
    return (Span(*word.span()) for word in WORD.finditer(text, start, end))


def _find_ties(text: str) -> Iterator[int]:
    """Yield the positions before a combining mark, and before and after a joiner of symbols (emoji)."""
    for position, sign in enumerate(text):
        if sign == JOINER and position and category(text[position - 1])[0] in "MS":
            yield from (position, position + 1)
        elif not sign.isascii() and category(sign)[0] == "M":
            yield position
