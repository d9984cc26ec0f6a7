"""Alignment of two versions of a text, token by token: which tokens of the new one are which of the old one.

A patience diff: n-grams that occur once in either version are matched first, in order, and extended as far as
the tokens are equal; then the same between two matches, with shorter n-grams the closer these are. What is
left over on both sides and agrees in a long run has been moved. What does not belong here: how far a text
with gaps agrees with another (token_agreement.py), and whether a match is sure enough for a quote
(anchor_certainty.py).
"""

from bisect import bisect_left
from collections.abc import Hashable, Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

LEVELS = ((8, 1_000_000), (4, 120), (1, 30))
"""Lengths of the n-grams that are matched, each with the maximum width of a window for it; in tokens."""

MIN_MOVED = 8
"""Minimum length of a moved block, in tokens."""

Keys = Sequence[Hashable]
"""The keys of a text's tokens, in order: equal tokens have equal keys."""

Pair = tuple[int, int]
"""The indices of a token in the old and in the new version."""


class Block(NamedTuple):
    """Tokens that agree: `length` tokens, from `old` on in the old version, `new` in the new one."""

    old: int
    new: int
    length: int

    @property
    def old_tokens(self) -> range:
        """The indices in the old version."""
        return range(self.old, self.old + self.length)

    @property
    def new_tokens(self) -> range:
        """The indices in the new version."""
        return range(self.new, self.new + self.length)

    def precedes(self, other: "Block") -> bool:
        """Whether it ends in both versions before another begins."""
        return self.old_tokens.stop <= other.old and self.new_tokens.stop <= other.new


class Window(NamedTuple):
    """A range of tokens in either version, ends exclusive."""

    old: int
    old_end: int
    new: int
    new_end: int

    @property
    def width(self) -> int:
        """The number of tokens in the version that has more."""
        return max(self.old_end - self.old, self.new_end - self.new)

    @property
    def is_shared(self) -> bool:
        """Whether both versions have tokens here."""
        return self.old < self.old_end and self.new < self.new_end


def align_tokens(old: Keys, new: Keys) -> list[Block]:
    """Return the blocks that agree and come in the same order in both versions."""
    return list(_align_window(old, new, Window(0, len(old), 0, len(new)), 0))


def find_moved_blocks(old: Keys, new: Keys, blocks: Sequence[Block]) -> list[Block]:
    """Return the blocks that agree in a long run among the tokens that the given blocks leave over."""
    old_left = _mask_tokens(old, [block.old_tokens for block in blocks])
    new_left = _mask_tokens(new, [block.new_tokens for block in blocks])
    whole = Window(0, len(old), 0, len(new))
    moved: list[Block] = []
    for pair in _match_unique_ngrams(old_left, new_left, whole, MIN_MOVED):
        if not moved or pair[0] >= moved[-1].old_tokens.stop:
            moved += _extend_pairs(old_left, new_left, whole, [pair])
    return moved


def split_window(window: Window, blocks: Sequence[Block]) -> Iterator[Window]:
    """Yield the windows before, between and after the blocks of a window."""
    edges = [Block(window.old, window.new, 0), *blocks, Block(window.old_end, window.new_end, 0)]
    for before, after in pairwise(edges):
        yield Window(before.old_tokens.stop, after.old, before.new_tokens.stop, after.new)


def _align_window(old: Keys, new: Keys, window: Window, level: int) -> Iterator[Block]:
    """Yield the blocks of a window in order, found by n-grams of this level and of the next ones."""
    if level == len(LEVELS) or window.width > LEVELS[level][1] or not window.is_shared:
        return
    pairs = _match_unique_ngrams(old, new, window, LEVELS[level][0])
    blocks = list(_extend_pairs(old, new, window, _longest_rising_chain(pairs)))
    for number, inner in enumerate(split_window(window, blocks)):
        yield from _align_window(old, new, inner, level if blocks else level + 1)
        yield from blocks[number : number + 1]


def _match_unique_ngrams(old: Keys, new: Keys, window: Window, length: int) -> list[Pair]:
    """Return where n-grams begin that occur once in either version, in order of the old one."""
    in_old = _index_unique_ngrams(old, window.old, window.old_end, length)
    in_new = _index_unique_ngrams(new, window.new, window.new_end, length)
    return [(start, in_new[ngram]) for ngram, start in in_old.items() if ngram in in_new]


def _index_unique_ngrams(keys: Keys, start: int, end: int, length: int) -> dict[tuple[Hashable, ...], int]:
    """Return the n-grams that occur once in a range of tokens, each with where it begins, in order."""
    starts: dict[tuple[Hashable, ...], int] = {}
    repeated = set()
    for index in range(start, end - length + 1):
        ngram = tuple(keys[index : index + length])
        if starts.setdefault(ngram, index) != index:
            repeated.add(ngram)
    return {ngram: index for ngram, index in starts.items() if ngram not in repeated}


def _longest_rising_chain(pairs: Sequence[Pair]) -> list[Pair]:
    """Return the most pairs, given in order of the old version, that are in order of the new one too."""
    lowest_ends: list[
        int
    ] = []  # for each length of a chain, the lowest index in the new version it ends with
    last_numbers: list[int] = []
    previous: list[int | None] = []
    for number, (_, new) in enumerate(pairs):
        rank = bisect_left(lowest_ends, new)
        lowest_ends[rank : rank + 1] = [new]
        last_numbers[rank : rank + 1] = [number]
        previous.append(last_numbers[rank - 1] if rank else None)
    chain: list[Pair] = []
    link = last_numbers[-1] if last_numbers else None
    while link is not None:
        chain.append(pairs[link])
        link = previous[link]
    return chain[::-1]


def _extend_pairs(old: Keys, new: Keys, window: Window, pairs: Sequence[Pair]) -> Iterator[Block]:
    """Yield pairs as blocks, extended both ways inside the window as far as the tokens are equal."""
    old_floor, new_floor = window.old, window.new
    for old_start, new_start in pairs:
        if old_start < old_floor or new_start < new_floor:
            continue
        back = _count_equal(reversed(old[old_floor:old_start]), reversed(new[new_floor:new_start]))
        ahead = _count_equal(old[old_start : window.old_end], new[new_start : window.new_end])
        yield Block(old_start - back, new_start - back, back + ahead)
        old_floor, new_floor = old_start + ahead, new_start + ahead


def _count_equal(old: Iterator[Hashable] | Keys, new: Iterator[Hashable] | Keys) -> int:
    """Return how many keys are equal before the first that differ."""
    count = 0
    for old_key, new_key in zip(old, new, strict=False):
        if old_key != new_key:
            break
        count += 1
    return count


def _mask_tokens(keys: Keys, masked: Sequence[range]) -> list[Hashable]:
    """Return the keys with something unequal to all others in place of the masked ones."""
    left = list(keys)
    for tokens in masked:
        left[tokens.start : tokens.stop] = [object() for _ in tokens]
    return left
