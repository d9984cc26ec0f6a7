"""Runs: the tokens that an article is known to have between two gaps, found in a copy by their distance.

A gap has a known length, so a run stands in the copy as far from tokens that agree as it does in the article.
What does not belong here: how tokens without gaps are aligned (token_alignment.py).
"""

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterator, Sequence
from itertools import pairwise, takewhile

from istanbul_talks.reanchor.token_alignment import Block
from istanbul_talks.text import GAP
from istanbul_talks.text.tokens import Tokens

DISTANCE_TOLERANCE = 3
"""Characters by which the distance of a run may differ in article and copy."""


def add_runs(article: Tokens, copy: Tokens, blocks: Sequence[Block]) -> list[Block]:
    """Return blocks, which are in order, with the runs between them."""
    for step in (1, -1):
        pairs = pairwise([*blocks[::step], None])
        blocks = [
            found
            for block, following in pairs
            for found in _reach_towards(article, copy, block, following, step)
        ][::step]
    return list(blocks)


def chain_runs(article: Tokens, copy: Tokens, block: Block, is_free: Callable[[Block], bool]) -> list[Block]:
    """Return a block with the runs on both sides, up to the first that is not free."""
    before, after = (takewhile(is_free, _follow_runs(article, copy, block, step)) for step in (-1, 1))
    return [*reversed(list(before)), block, *after]


def _reach_towards(
    article: Tokens, copy: Tokens, block: Block | None, following: Block | None, step: int
) -> Iterator[Block]:
    """Yield a block, and the runs between it and the following one."""
    assert block
    yield block
    for run in _follow_runs(article, copy, block, step):
        first, last = (run, following) if step > 0 else (following, run)
        if first and last and not first.precedes(last):
            break
        yield run


def _follow_runs(article: Tokens, copy: Tokens, block: Block, step: int) -> Iterator[Block]:
    """Yield the runs after a block (step 1) or before it (-1), up to the first that the copy has not."""
    found = find_next_run(article, copy, block, step)
    while found:
        yield found
        found = find_next_run(article, copy, found, step)


def find_next_run(article: Tokens, copy: Tokens, block: Block, step: int) -> Block | None:
    """Return the run beyond the gap beside a block; None where none is there, or not one such place."""
    run = _get_next_run(article, block, step)
    if not run:
        return None
    keys = article.keys[run.start : run.stop]
    expected = article.starts[run.start] + _measure_shift(article, copy, block, step)
    near = range(
        bisect_left(copy.starts, expected - DISTANCE_TOLERANCE),
        bisect_right(copy.starts, expected + DISTANCE_TOLERANCE),
    )
    places = [i for i in near if copy.keys[i : i + len(keys)] == keys]
    return Block(run.start, places[0], len(run)) if len(places) == 1 else None


def _get_next_run(article: Tokens, block: Block, step: int) -> range:
    """Return the tokens between the gap beside a block and the next one; none where no gap is beside it."""
    gap = block.old_tokens.stop if step > 0 else block.old - 1
    if not 0 <= gap < len(article) or article.keys[gap] != GAP:
        return range(0)
    end = gap + step
    while 0 <= end < len(article) and article.keys[end] != GAP:
        end += step
    return range(gap + 1, end) if step > 0 else range(end + 1, gap)


def _measure_shift(article: Tokens, copy: Tokens, block: Block, step: int) -> int:
    """Return by how many characters an end of a block stands further in the copy than in the article."""
    end = 1 if step > 0 else 0
    return copy.get_span(block.new_tokens)[end] - article.get_span(block.old_tokens)[end]
