"""Whether an anchor is sure: whether the quote's tokens in the copy surely are the quote.

They are where enough tokens around agree, and where no other place, in the copy or in the article, agrees as
well or could. Every rule here refuses; none finds a place (token_agreement.py does).
"""

from collections.abc import Iterator
from typing import NamedTuple

from istanbul_talks.reanchor.token_agreement import (
    GAP_TOLERANCE,
    MAX_CONTEXT,
    Context,
    TokenAgreement,
    measure_length,
)
from istanbul_talks.reanchor.token_alignment import Block
from istanbul_talks.text import GAP

MIN_AGREEING = 5
"""Minimum number of tokens that agree at an anchor, the quote's own and those beside it together."""

WEAK_CONTEXT = 2
"""Maximum number of agreeing tokens on one side that do not tell a quote from others."""

STRONG_CONTEXT = 8
"""Minimum number of agreeing tokens that tell a quote from others, or make a second place doubtful."""


class _Side(NamedTuple):
    """One side of a block: how many tokens agree, and what the copy leaves out and puts in after these."""

    agreeing: int
    deleted: range
    inserted: range


class _Rival(NamedTuple):
    """A second place for the quote's tokens, and whether no other passage is known to belong there."""

    context: Context
    is_free: bool


def is_sure(agreement: TokenAgreement, block: Block, sentence: range, *, is_repeated: bool) -> bool:
    """Return whether the tokens of a quote, given with those of the copy, surely are the quote.

    `sentence` are the tokens of the quote's sentence, and `is_repeated` says whether another sentence of the
    article is known to repeat it.
    """
    context = agreement.measure_context(block)
    sides = _list_sides(agreement, block)
    return not (
        context.total + block.length < MIN_AGREEING
        or any(_is_again_beside(agreement, block, side) for side in sides)
        or any(_may_be_in_gap(agreement, block, side) for side in sides)
        or (is_repeated and _may_be_repetition(agreement, block, context, sentence))
        or any(_is_as_good(rival, context) for rival in _find_rivals(agreement, block))
    )


def is_taken(agreement: TokenAgreement, copy_tokens: range) -> bool:
    """Return whether all these tokens of the copy agree in order with tokens of the article."""
    return all(i in agreement.in_article for i in copy_tokens)


def _list_sides(agreement: TokenAgreement, block: Block) -> list[_Side]:
    """Return the two sides of a block."""
    starts = (block.old - 1, block.new - 1, -1), (block.old_tokens.stop, block.new_tokens.stop, 1)
    sides = []
    for old, new, step in starts:
        agreeing, old_end, new_end = agreement.follow_agreement(old, new, step)
        deleted, inserted = agreement.find_deleted(old_end, step), agreement.find_inserted(new_end, step)
        sides.append(_Side(agreeing, deleted, inserted))
    return sides


def _is_again_beside(agreement: TokenAgreement, block: Block, side: _Side) -> bool:
    """Whether the quote's tokens are again in what is left out or put in on a side where few tokens agree.

    There the tokens of the copy could be either.
    """
    keys = _get_keys(agreement, block)
    return side.agreeing < STRONG_CONTEXT and (
        any(i in side.deleted for i in agreement.article.find_sequence(keys))
        or any(i in side.inserted for i in agreement.copy.find_sequence(keys))
    )


def _may_be_in_gap(agreement: TokenAgreement, block: Block, side: _Side) -> bool:
    """Whether a gap on a side could hold the quote again, and the copy has lost as much there.

    Where very few tokens agree on that side, the tokens of the copy could be those of the gap.
    """
    needed = measure_length(agreement.article, block.old_tokens)
    kept = measure_length(agreement.copy, _sort_range(side.inserted))
    lost = measure_length(agreement.article, _sort_range(side.deleted)) - kept
    return (
        side.agreeing <= WEAK_CONTEXT
        and lost + GAP_TOLERANCE >= needed
        and any(
            agreement.article.keys[i] == GAP and measure_length(agreement.article, range(i, i + 1)) >= needed
            for i in side.deleted
        )
    )


def _sort_range(tokens: range) -> range:
    """Return consecutive tokens in their order."""
    return tokens if tokens.step > 0 else tokens[::-1]


def _may_be_repetition(agreement: TokenAgreement, block: Block, context: Context, sentence: range) -> bool:
    """Whether the place may be that of a sentence which repeats the quote's, and which a gap may hide.

    It is not where the tokens agree on both sides beyond the quote's sentence.
    """
    ends_within = (
        context.before <= block.old - sentence.start or context.after <= sentence.stop - block.old_tokens.stop
    )
    return ends_within and GAP in agreement.article.keys


def _is_as_good(rival: _Rival, context: Context) -> bool:
    """Whether a rival agrees too well for a place of this context to be sure."""
    is_twin = rival.context.total >= STRONG_CONTEXT and min(context) < MAX_CONTEXT
    is_close = 2 * rival.context.total >= context.total
    return rival.context.exceeds(context) or (rival.is_free and (is_twin or is_close))


def _find_rivals(agreement: TokenAgreement, block: Block) -> Iterator[_Rival]:
    """Yield the second places: the same tokens elsewhere in the copy, and elsewhere in the article.

    A place that agrees with a passage of its own as well as with the quote, or better, is no rival.
    """
    for pairing, own in _pair_with_other_places(agreement, block):
        if pairing != block and _agrees_beside(agreement, pairing):
            context = agreement.measure_context(pairing)
            if own is None or context.exceeds(agreement.measure_context(own)):
                yield _Rival(context, is_free=own is None)


def _pair_with_other_places(agreement: TokenAgreement, block: Block) -> Iterator[tuple[Block, Block | None]]:
    """Yield the block moved to every place with the same tokens, first in the copy, then in the article.

    With it comes the block of that place and the one it agrees with in order; None where a token of it agrees
    with none. Left out are places in the copy that may be those of a gap.
    """
    keys, length = _get_keys(agreement, block), block.length
    for new in agreement.copy.find_sequence(keys):
        if agreement.fills_gap(range(new, new + length)):
            continue
        taken = is_taken(agreement, range(new, new + length))
        yield block._replace(new=new), Block(agreement.in_article[new], new, length) if taken else None
    for old in agreement.article.find_sequence(keys):
        taken = all(i in agreement.in_copy for i in range(old, old + length))
        yield block._replace(old=old), Block(old, agreement.in_copy[old], length) if taken else None


def _agrees_beside(agreement: TokenAgreement, block: Block) -> bool:
    """Whether the token directly before or after agrees, or may in a gap; quick, since most do not."""
    article, copy = agreement.article.keys, agreement.copy.keys
    return any(
        0 <= old < len(article) and 0 <= new < len(copy) and article[old] in (copy[new], GAP)
        for old, new in ((block.old - 1, block.new - 1), (block.old_tokens.stop, block.new_tokens.stop))
    )


def _get_keys(agreement: TokenAgreement, block: Block) -> list[str]:
    """Return the keys of the quote's tokens."""
    return agreement.article.keys[block.old : block.old + block.length]
