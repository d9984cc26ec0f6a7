"""The words of the articles that are most like those of a quotation, where none are the same.

Words that are rare count more than common ones, and signs least. Likeness must exceed a minimum, and that of
other words of the articles by a margin, or the quotation is none of theirs. What does not belong here: what
is said of the differences (word_differences.py).
"""

from collections import Counter
from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher
from typing import NamedTuple

from istanbul_talks.check.articles import BETWEEN, Articles
from istanbul_talks.reanchor.token_alignment import Block, align_tokens
from istanbul_talks.text import GAP

MIN_LIKENESS = 0.7
"""Minimum likeness, from 0 to 1: twice the weight of what is the same, by the weight of all words of both."""

MIN_MARGIN = 0.2
"""By how much that must exceed the likeness of other words, unless it exceeds SURE."""

SURE = 0.85

MIN_WEIGHT = 2.0
"""Minimum weight of what is the same: two words that are not common."""

COMMON = 12
"""Number of places from which on a word is common, and counts half."""

SIGN_WEIGHT, COMMON_WEIGHT = 0.2, 0.5
MAX_VOTES = 60
"""Maximum number of places of a word that is used to find where to look."""

MAX_WINDOWS = 6
SLACK = 24
MAX_DIFFLIB = 200
"""Maximum number of tokens that difflib compares, which takes the square of them."""


class LikeWords(NamedTuple):
    """Consecutive tokens of an article, those that are the same in the quotation, and the likeness."""

    tokens: range
    blocks: list[Block]
    likeness: float


def find_likest_words(articles: Articles, keys: Sequence[str]) -> list[LikeWords]:
    """Return the places most like these words, all that have the same ones; none where it is not sure."""
    found = [like for window in _find_windows(articles, keys) if (like := _compare(articles, keys, window))]
    if not found:
        return []
    best = max(found, key=lambda like: like.likeness)
    printed = _get_keys(articles, best)
    alike = {like.tokens: like for like in found if _get_keys(articles, like) == printed}
    rival = max((like.likeness for like in found if like.tokens not in alike), default=0.0)
    is_sure = best.likeness >= SURE or best.likeness - rival >= MIN_MARGIN
    return list(alike.values()) if is_sure and best.likeness >= MIN_LIKENESS else []


def _get_keys(articles: Articles, like: LikeWords) -> list[str]:
    return articles.keys[like.tokens.start : like.tokens.stop]


def _find_windows(articles: Articles, keys: Sequence[str]) -> Iterator[range]:
    """Yield the ranges of tokens of the articles where most words of the quotation stand in their order."""
    width = max(8, len(keys) // 4)
    votes: Counter[int] = Counter()
    for number, key in enumerate(keys):
        places = articles.index.get(key, ())
        if len(places) <= MAX_VOTES:
            for bucket in {(place - number) // width for place in places}:
                votes[bucket] += 1
                votes[bucket - 1] += 1
    for bucket, _ in votes.most_common(MAX_WINDOWS):
        start = max(bucket * width - SLACK, 0)
        yield range(start, min((bucket + 2) * width + len(keys) + SLACK, len(articles.keys)))


def _compare(articles: Articles, keys: Sequence[str], window: range) -> LikeWords | None:
    """Return the tokens in a window that are most like the words."""
    blocks = _drop_strays(_match_blocks(articles.keys[window.start : window.stop], keys))
    if not blocks:
        return None
    blocks = [block._replace(old=block.old + window.start) for block in blocks]
    tokens = _extend(articles, blocks, len(keys))
    same = sum(_weigh(articles, keys[place]) for block in blocks for place in block.new_tokens)
    whole = sum(_weigh(articles, key) for key in (*keys, *articles.keys[tokens.start : tokens.stop]))
    return LikeWords(tokens, blocks, 2 * same / whole) if same >= MIN_WEIGHT else None


def _match_blocks(old: Sequence[str], new: Sequence[str]) -> list[Block]:
    """Return the blocks that agree and come in the same order."""
    if len(new) > MAX_DIFFLIB:
        return align_tokens(old, new)
    matcher = SequenceMatcher(None, old, new, autojunk=False)
    return [Block(*match) for match in matcher.get_matching_blocks()[:-1]]


def _drop_strays(blocks: list[Block]) -> list[Block]:
    """Return blocks without short ones at either end that stand far from the others in the article."""
    while len(blocks) > 1 and _is_stray(blocks[0], blocks[0], blocks[1]):
        blocks = blocks[1:]
    while len(blocks) > 1 and _is_stray(blocks[-1], blocks[-2], blocks[-1]):
        blocks = blocks[:-1]
    return blocks


def _is_stray(block: Block, first: Block, second: Block) -> bool:
    """Return whether more tokens of the article lie between two blocks than one of them has."""
    between = second.old - first.old_tokens.stop - (second.new - first.new_tokens.stop)
    return between > 2 * block.length


def _extend(articles: Articles, blocks: list[Block], length: int) -> range:
    """Return the tokens from the first block to the last, and as many beside as the words have there."""
    start, stop = blocks[0].old, blocks[-1].old_tokens.stop
    ends = (BETWEEN, GAP)
    for _ in range(blocks[0].new):
        if start > 0 and articles.keys[start - 1] not in ends:
            start -= 1
    for _ in range(length - blocks[-1].new_tokens.stop):
        if stop < len(articles.keys) and articles.keys[stop] not in ends:
            stop += 1
    return range(start, stop)


def _weigh(articles: Articles, key: str) -> float:
    """Return how much a token counts."""
    if not key[:1].isalnum():
        return SIGN_WEIGHT
    return COMMON_WEIGHT if len(articles.index.get(key, ())) > COMMON else 1.0
