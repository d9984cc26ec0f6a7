"""Aligning two versions of a text, word by word: which words of the new one are which of the old one.

A patience diff: runs of words that stand once in either version are matched first, in order, and widened as
far as the words are equal; then the same between two matches, with shorter runs the closer these are. What
is left over on both sides and agrees in a long run has been moved. What does not belong here: whether a match
is sure enough for a quote (reanchoring.py).
"""

from bisect import bisect_left
from collections.abc import Hashable, Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

LEVELS = ((8, 1_000_000), (4, 120), (1, 30))
"""How many words must agree, and how many words apart two matches may be at most to look for so few."""

MOVED = 8
"""How many words must agree to be taken for moved."""

Keys = Sequence[Hashable]
Place = tuple[int, int]
"""The indices of a word in the old and in the new version."""


class Block(NamedTuple):
    """Words that agree: `length` words from `old` in the old version and from `new` in the new one."""

    old: int
    new: int
    length: int


class Window(NamedTuple):
    """A stretch of words in either version, ends exclusive."""

    old: int
    old_end: int
    new: int
    new_end: int

    @property
    def width(self) -> int:
        """The number of words in the version that has more."""
        return max(self.old_end - self.old, self.new_end - self.new)

    @property
    def is_shared(self) -> bool:
        """Whether both versions have words here."""
        return self.old < self.old_end and self.new < self.new_end


def align(old: Keys, new: Keys) -> list[Block]:
    """Return the blocks that agree and stand in the same order in both versions."""
    return list(_aligned(old, new, Window(0, len(old), 0, len(new)), 0))


def moved(old: Keys, new: Keys, blocks: Sequence[Block]) -> list[Block]:
    """Return the blocks that agree in a long run among the words that these blocks leave over."""
    left = _without(old, [(block.old, block.length) for block in blocks])
    new_left = _without(new, [(block.new, block.length) for block in blocks])
    everywhere = Window(0, len(old), 0, len(new))
    found: list[Block] = []
    for place in _unique(left, new_left, everywhere, MOVED):
        if not found or place[0] >= found[-1].old + found[-1].length:
            found += _widened(left, new_left, everywhere, [place])
    return found


def between(window: Window, blocks: Sequence[Block]) -> Iterator[Window]:
    """Yield what lies before, between and after the blocks of a window."""
    edges = [Block(window.old, window.new, 0), *blocks, Block(window.old_end, window.new_end, 0)]
    for before, after in pairwise(edges):
        yield Window(before.old + before.length, after.old, before.new + before.length, after.new)


def _aligned(old: Keys, new: Keys, window: Window, level: int) -> Iterator[Block]:
    """Yield the blocks of a window in order, from runs of the level's size on."""
    if level == len(LEVELS) or window.width > LEVELS[level][1] or not window.is_shared:
        return
    blocks = list(_widened(old, new, window, _in_order(_unique(old, new, window, LEVELS[level][0]))))
    for number, inner in enumerate(between(window, blocks)):
        yield from _aligned(old, new, inner, level if blocks else level + 1)
        yield from blocks[number : number + 1]


def _unique(old: Keys, new: Keys, window: Window, size: int) -> list[Place]:
    """Return the places, in order of the old version, of runs of words that stand once in either version."""
    here = _once(old, window.old, window.old_end, size)
    there = _once(new, window.new, window.new_end, size)
    return [(place, there[run]) for run, place in here.items() if run in there]


def _once(keys: Keys, start: int, end: int, size: int) -> dict[tuple[Hashable, ...], int]:
    """Return the runs of words that stand once in a stretch, with their places, in order."""
    places: dict[tuple[Hashable, ...], int] = {}
    repeated = set()
    for place in range(start, end - size + 1):
        run = tuple(keys[place : place + size])
        if places.setdefault(run, place) != place:
            repeated.add(run)
    return {run: place for run, place in places.items() if run not in repeated}


def _in_order(places: Sequence[Place]) -> list[Place]:
    """Return the longest chain of places, given in order of the old version, that rises in the new one."""
    lowest: list[int] = []
    last_of: list[int] = []
    before: list[int | None] = []
    for number, (_, there) in enumerate(places):
        rank = bisect_left(lowest, there)
        lowest[rank : rank + 1] = [there]
        last_of[rank : rank + 1] = [number]
        before.append(last_of[rank - 1] if rank else None)
    chain: list[Place] = []
    link = last_of[-1] if last_of else None
    while link is not None:
        chain.append(places[link])
        link = before[link]
    return chain[::-1]


def _widened(old: Keys, new: Keys, window: Window, places: Sequence[Place]) -> Iterator[Block]:
    """Yield the places as blocks, widened inside the window as far as the words agree."""
    floor, new_floor = window.old, window.new
    for here, there in places:
        if here < floor or there < new_floor:
            continue
        back = _agreeing(reversed(old[floor:here]), reversed(new[new_floor:there]))
        ahead = _agreeing(old[here : window.old_end], new[there : window.new_end])
        yield Block(here - back, there - back, back + ahead)
        floor, new_floor = here + ahead, there + ahead


def _agreeing(old: Iterator[Hashable] | Keys, new: Iterator[Hashable] | Keys) -> int:
    """Return how many words agree before the first that differ."""
    count = 0
    for one, other in zip(old, new, strict=False):
        if one != other:
            break
        count += 1
    return count


def _without(keys: Keys, taken: Sequence[tuple[int, int]]) -> list[Hashable]:
    """Return the words with something unequal to all in place of those taken, each a start and a length."""
    left = list(keys)
    for start, length in taken:
        left[start : start + length] = [object() for _ in range(length)]
    return left
