"""Comparing an article, as far as it is known, with a copy of it: which words agree, and how far around.

Words agree in order, or have been moved; a gap of the article agrees with a stretch of the copy that is as
long and stands between words that agree. What does not belong here: what that means for a quote
(reanchoring.py), and how words are aligned (alignment.py).
"""

from collections.abc import Container, Iterable
from functools import cached_property
from itertools import pairwise
from typing import NamedTuple

from istanbul_talks.database.article_text import GAP
from istanbul_talks.reanchor.token_alignment import Block, Window, align, between, moved
from istanbul_talks.text.tokens import Words

FAR = 60
"""Words beside a place that are compared at most."""

RUN = 4
"""Words in a run by which two texts are told to be versions of one."""

SLACK = 3
"""Characters by which a gap and what stands in its place may differ, besides a fifth of its length."""


class Agreement(NamedTuple):
    """How many words agree before and after a place of the article and one of the copy."""

    before: int
    after: int

    @property
    def total(self) -> int:
        """The number of words that agree on both sides."""
        return self.before + self.after

    def exceeds(self, other: "Agreement") -> bool:
        """Whether it reaches further than another on either side."""
        return self.before > other.before or self.after > other.after


class Comparison:
    """An article and a copy, word by word.

    `there` leads from words of the article to those of the copy that agree in order, `here` leads back;
    `places` leads to those that were moved, too.
    """

    def __init__(self, article: str, copy: str) -> None:
        self.article, self.copy = Words(article), Words(copy)
        self._blocks = align(self.article.keys, self.copy.keys)
        self._windows = list(between(self._whole, self._blocks))
        self._bridges = dict(bridge for window in self._windows for bridge in self._bridging(window))
        self.there = dict(_pairs(self._blocks))
        self.here = {new: old for old, new in self.there.items()}
        strayed = moved(self.article.keys, self.copy.keys, self._blocks)
        self.places = self.there | dict(_pairs(block for block in strayed if not self._may_be_hidden(block)))

    @property
    def _whole(self) -> Window:
        return Window(0, len(self.article), 0, len(self.copy))

    def counterpart(self, words: range) -> int | None:
        """Return where in the copy consecutive words of the article follow each other; None if nowhere."""
        first = self.places.get(words.start)
        follow = first is not None and all(self.places.get(i) == first + i - words.start for i in words)
        return first if follow else None

    def is_unchanged(self, words: range) -> bool:
        """Whether consecutive words of the article, as far as they are known, stand so in the copy."""
        known = [i for i in words if self.article.keys[i] != GAP]
        together = [i for i, following in pairwise(known) if following == i + 1]
        return all(i in self.places for i in known) and all(
            self.places[i + 1] == self.places[i] + 1 for i in together
        )

    def agreement(self, old: int, new: int, count: int) -> Agreement:
        """Return how far the words agree around so many words at a place of the article and of the copy."""
        return Agreement(self._reach(old - 1, new - 1, -1), self._reach(old + count, new + count, 1))

    def left_out(self, old: int, step: int) -> range:
        """Return the words, from one of the article on, that come before words that agree in order."""
        return _unmatched(self.there, old, step, len(self.article))

    def put_in(self, new: int, step: int) -> range:
        """Return the words, from one of the copy on, that come before words that agree in order."""
        return _unmatched(self.here, new, step, len(self.copy))

    @cached_property
    def loosely(self) -> list[Block]:
        """The blocks that agree in order when capitals do not count."""
        old, new = ([key.casefold() for key in words.keys] for words in (self.article, self.copy))
        return align(old, new)

    @property
    def shared(self) -> float:
        """The share of the shorter text's runs of words that the other has too, capitals aside."""
        runs, others = (words.runs(RUN) for words in (self.article, self.copy))
        return len(runs & others) / max(min(len(runs), len(others)), 1)

    def _reach(self, old: int, new: int, step: int) -> int:
        olds, news = self.article.keys, self.copy.keys
        count = 0
        while count < FAR:
            if (old, new, step) in self._bridges:
                old, new = self._bridges[old, new, step]
            elif not (0 <= old < len(olds) and 0 <= new < len(news)):
                both_end = (old, new) in {(-1, -1), (len(olds), len(news))}
                return FAR if both_end else count
            elif olds[old] == news[new]:
                count, old, new = count + 1, old + step, new + step
            else:
                break
        return count

    def _bridging(self, window: Window) -> Iterable[tuple[tuple[int, int, int], tuple[int, int]]]:
        """Yield ways over a gap of the article that is as long as what stands in its place."""
        gap, filling = self._gap(window), length(self.copy, range(window.new, window.new_end))
        if window.old_end - window.old == 1 and gap and abs(gap - filling) <= gap / 5 + SLACK:
            yield (window.old, window.new, 1), (window.old_end, window.new_end)
            yield (window.old, window.new_end - 1, -1), (window.old - 1, window.new - 1)

    def _may_be_hidden(self, block: Block) -> bool:
        """Whether a moved block stands where the article has a gap that could hold it."""
        needed = length(self.copy, range(block.new, block.new + block.length))
        return any(
            window.new <= block.new < window.new_end and self._gap(window) * 1.2 + SLACK >= needed
            for window in self._windows
        )

    def _gap(self, window: Window) -> int:
        gaps = (i for i in range(window.old, window.old_end) if self.article.keys[i] == GAP)
        return sum(length(self.article, range(i, i + 1)) for i in gaps)


def length(words: Words, indices: range) -> int:
    """Return how many characters consecutive words of a text take up."""
    return words.ends[indices.stop - 1] - words.starts[indices.start] if indices else 0


def _unmatched(matched: Container[int], start: int, step: int, count: int) -> range:
    """Return the indices from the start on, below the count, before the first that is matched."""
    end = start
    while 0 <= end < count and end not in matched:
        end += step
    return range(start, end, step)


def _pairs(blocks: Iterable[Block]) -> Iterable[tuple[int, int]]:
    """Yield the words of blocks, each with the one that it agrees with."""
    return ((old + i, new + i) for old, new, length in blocks for i in range(length))
