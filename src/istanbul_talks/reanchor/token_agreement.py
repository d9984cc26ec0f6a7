"""Which tokens of an article, as far as it is known, agree with which of a copy, and how far around a place.

Tokens agree in order, or have been moved; a gap of the article agrees with a range of the copy that is as
long and lies between tokens that agree. What does not belong here: how tokens are aligned
(token_alignment.py), and what their agreement means for a quote (anchor_certainty.py).
"""

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from functools import cached_property
from itertools import pairwise
from typing import NamedTuple

from istanbul_talks.reanchor.known_runs import add_runs, chain_runs, find_next_run
from istanbul_talks.reanchor.token_alignment import (
    Block,
    Window,
    align_tokens,
    find_moved_blocks,
    split_window,
)
from istanbul_talks.text import GAP
from istanbul_talks.text.tokens import Tokens

MAX_CONTEXT = 60
"""Maximum number of tokens that are compared on either side of a place."""

NGRAM = 4
"""Length, in tokens, of the n-grams by which two texts are found to be versions of one."""

GAP_TOLERANCE = 3
"""Characters by which a gap and what fills it in the copy may differ, besides a fifth of the gap."""


class Context(NamedTuple):
    """How many tokens agree before and after the same tokens in article and copy."""

    before: int
    after: int

    @property
    def total(self) -> int:
        """The number of tokens that agree on both sides."""
        return self.before + self.after

    def exceeds(self, other: "Context") -> bool:
        """Whether it reaches further than another on either side."""
        return self.before > other.before or self.after > other.after


class TokenAgreement:
    """The tokens of an article and of a copy, and which agree. Blocks have the article as the old version.

    `in_copy` leads from tokens of the article to those of the copy that agree in order, `in_article` leads
    back; `in_copy_or_moved` leads from the article also to those that were moved.
    """

    def __init__(self, article: str, copy: str) -> None:
        self.article, self.copy = Tokens(article), Tokens(copy)
        blocks = add_runs(self.article, self.copy, align_tokens(self.article.keys, self.copy.keys))
        whole = Window(0, len(self.article), 0, len(self.copy))
        self._windows = list(split_window(whole, blocks))
        self._bridges = dict(bridge for window in self._windows for bridge in self._bridge_gap(window))
        self.in_copy = dict(_pair_tokens(blocks))
        self.in_article = {new: old for old, new in self.in_copy.items()}
        self._old_paired, self._new_paired = list(self.in_copy), list(self.in_article)
        self.in_copy_or_moved = self.in_copy.copy()
        self._taken = set(self.in_article)
        for block in find_moved_blocks(self.article.keys, self.copy.keys, blocks):
            if not self._may_fill_gap(block):
                self._add_moved(chain_runs(self.article, self.copy, block, self._is_free))

    def find_counterpart(self, tokens: range) -> Block | None:
        """Return consecutive tokens of the article with those of the copy, consecutive too, that agree."""
        first = self.in_copy_or_moved.get(tokens.start)
        if first is None:
            return None
        block = Block(tokens.start, first, len(tokens))
        agree = all(self.in_copy_or_moved.get(old) == new for old, new in _pair_tokens([block]))
        return block if agree else None

    def is_unchanged(self, tokens: range) -> bool:
        """Whether consecutive tokens of the article, as far as they are known, are so in the copy."""
        known = [i for i in tokens if self.article.keys[i] != GAP]
        together = [i for i, following in pairwise(known) if following == i + 1]
        return all(i in self.in_copy_or_moved for i in known) and all(
            self.in_copy_or_moved[i + 1] == self.in_copy_or_moved[i] + 1 for i in together
        )

    def fills_gap(self, tokens: range) -> bool:
        """Whether consecutive tokens of the copy lie where the article has a gap that holds them.

        Nothing as long may have been put in there.
        """
        needed = measure_length(self.copy, tokens)
        window = self._find_window(tokens.start)
        if window is None or self._measure_gaps(window) < needed:
            return False
        known = measure_length(self.article, range(window.old, window.old_end))
        return measure_length(self.copy, range(window.new, window.new_end)) < known + needed

    def measure_context(self, block: Block) -> Context:
        """Return how many tokens agree directly before and after a block, counting up to MAX_CONTEXT."""
        return Context(
            self.follow_agreement(block.old - 1, block.new - 1, -1)[0],
            self.follow_agreement(block.old_tokens.stop, block.new_tokens.stop, 1)[0],
        )

    def follow_agreement(self, old: int, new: int, step: int) -> tuple[int, int, int]:
        """Return how many tokens agree from here on, and the first in article and copy that do not.

        MAX_CONTEXT agree where both texts end.
        """
        article, copy = self.article.keys, self.copy.keys
        count = 0
        while count < MAX_CONTEXT:
            if beyond := self._cross_gap(old, new, step):
                old, new = beyond
            elif not (0 <= old < len(article) and 0 <= new < len(copy)):
                both_end = (old, new) in {(-1, -1), (len(article), len(copy))}
                return MAX_CONTEXT if both_end else count, old, new
            elif article[old] == copy[new]:
                count, old, new = count + 1, old + step, new + step
            else:
                break
        return count, old, new

    def find_deleted(self, start: int, step: int) -> range:
        """Return the tokens of the article, from `start` on, before the next one that agrees in order."""
        return _range_before(self._old_paired, start, step, len(self.article))

    def find_inserted(self, start: int, step: int) -> range:
        """Return the tokens of the copy, from `start` on, before the next one that agrees in order."""
        return _range_before(self._new_paired, start, step, len(self.copy))

    @cached_property
    def caseless_blocks(self) -> list[Block]:
        """The blocks that agree in order when letter case does not count."""
        old, new = ([key.casefold() for key in text.keys] for text in (self.article, self.copy))
        return align_tokens(old, new)

    @property
    def overlap(self) -> float:
        """The share of the shorter text's n-grams that the other has too, letter case aside; from 0 to 1."""
        ngrams, others = (text.collect_ngrams(NGRAM) for text in (self.article, self.copy))
        return len(ngrams & others) / max(min(len(ngrams), len(others)), 1)

    def _cross_gap(self, old: int, new: int, step: int) -> tuple[int, int] | None:
        """Return the tokens behind a gap of the article; None where none is here, or the copy has others."""
        if (old, new, step) in self._bridges:
            return self._bridges[old, new, step]
        if not (0 <= old < len(self.article) and self.article.keys[old] == GAP):
            return None
        run = find_next_run(self.article, self.copy, Block(old - step, new - step, 1), step)
        return run and ((run.old, run.new) if step > 0 else (run.old_tokens[-1], run.new_tokens[-1]))

    def _bridge_gap(self, window: Window) -> Iterator[tuple[tuple[int, int, int], tuple[int, int]]]:
        """Yield ways over a window that is a gap in the article and as long in the copy.

        A way leads from a token of the article, one of the copy and a step to the tokens behind the window.
        """
        gap, filling = (
            self._measure_gaps(window),
            measure_length(self.copy, range(window.new, window.new_end)),
        )
        if window.old_end - window.old == 1 and gap and abs(gap - filling) <= gap / 5 + GAP_TOLERANCE:
            yield (window.old, window.new, 1), (window.old_end, window.new_end)
            yield (window.old, window.new_end - 1, -1), (window.old - 1, window.new - 1)

    def _is_free(self, block: Block) -> bool:
        """Whether no token of a block is paired with another."""
        return self.in_copy_or_moved.keys().isdisjoint(block.old_tokens) and self._taken.isdisjoint(
            block.new_tokens
        )

    def _add_moved(self, blocks: list[Block]) -> None:
        """Pair the tokens of blocks that were moved together."""
        self.in_copy_or_moved.update(_pair_tokens(blocks))
        self._taken.update(new for block in blocks for new in block.new_tokens)

    def _may_fill_gap(self, block: Block) -> bool:
        """Whether a moved block lies in the copy where the article has a gap that could hold it."""
        window = self._find_window(block.new)
        needed = measure_length(self.copy, block.new_tokens)
        return window is not None and self._measure_gaps(window) * 1.2 + GAP_TOLERANCE >= needed

    def _find_window(self, token: int) -> Window | None:
        """Return the window that has a token of the copy; None where it agrees with one in order."""
        place = bisect_right(self._windows, token, key=lambda window: window.new) - 1
        return self._windows[place] if token < self._windows[place].new_end else None

    def _measure_gaps(self, window: Window) -> int:
        """Return the length of the article's gaps in a window, in characters."""
        gaps = (i for i in range(window.old, window.old_end) if self.article.keys[i] == GAP)
        return sum(measure_length(self.article, range(i, i + 1)) for i in gaps)


def measure_length(text: Tokens, tokens: range) -> int:
    """Return how many characters of a text consecutive tokens take up, what is between them included."""
    return text.ends[tokens.stop - 1] - text.starts[tokens.start] if tokens else 0


def _range_before(paired: Sequence[int], start: int, step: int, count: int) -> range:
    """Return the indices from `start` on, at least 0 and below `count`, before the first that is paired."""
    if step > 0:
        place = bisect_left(paired, start)
        return range(start, paired[place] if place < len(paired) else max(start, count))
    place = bisect_right(paired, start)
    return range(start, paired[place - 1] if place else min(start, -1), -1)


def _pair_tokens(blocks: list[Block]) -> Iterator[tuple[int, int]]:
    """Yield each token of the blocks in the old version with the one in the new version."""
    return (pair for block in blocks for pair in zip(block.old_tokens, block.new_tokens, strict=True))
