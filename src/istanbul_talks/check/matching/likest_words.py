"""The words of the articles that are most like those of a quotation, where none are the same.

Words that are rare count more than common ones, and signs least. Likeness must exceed a minimum, and that of
other words of the articles by a margin, or the quotation is none of theirs. What does not belong here: how
words are aligned (word_alignment.py), and what is said of the differences (word_differences.py).
"""

from collections import Counter
from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher
from typing import NamedTuple

from istanbul_talks.check.matching.articles import Articles
from istanbul_talks.check.matching.compared_tokens import count_words
from istanbul_talks.check.matching.found_places import MAX_HIDDEN
from istanbul_talks.check.matching.word_alignment import OPEN, align_words
from istanbul_talks.reanchor.token_alignment import Block, Window, split_window
from istanbul_talks.text import GAP

MIN_LIKENESS = 0.75
"""Minimum likeness, from 0 to 1: twice the weight of what is the same, by the weight of all words of both."""

MIN_MARGIN = 0.2
"""By how much that must exceed the likeness of other words, unless it is SURE or more."""

SURE = 0.8

MIN_SAME = 2
"""Minimum number of words that are the same and no function words, where such are put in."""

MAX_PUT_IN = 0.4
"""Maximum share of the quotation's words, common or not, that the article has in no spelling."""

MIN_KNOWN = 0.4
"""Minimum share of the quotation that the database knows where the rest would stand in a gap."""

COMMON = 12
"""Number of places from which on a word is common."""

SIGN_WEIGHT, COMMON_WEIGHT = 0.2, 0.5
MAX_LEFT_OUT = 2.0
"""How much consecutive words count at most that are left out."""

MAX_SPELLING, MIN_SPELLING = 6, 0.75
"""Maximum number of tokens that may be another spelling, and how like their letters are then."""

MAX_VOTES = 60
"""Maximum number of places of a word that is used to find where to look."""

MIN_VOTES = 0.3
"""Minimum share of such words that stand where it is worth to look."""

MAX_WINDOWS, SLACK = 6, 12
"""How many ranges of the articles are looked at, and by how many tokens each is widened."""


class LikeWords(NamedTuple):
    """Consecutive tokens of an article, how they differ from the quotation, and their likeness.

    `blocks` are the tokens of article and quotation that are the same, `windows` those that differ, in order.
    """

    tokens: range
    blocks: list[Block]
    windows: list[Window]
    likeness: float


def find_likest_words(articles: Articles, keys: Sequence[str]) -> list[LikeWords]:
    """Return the places most like these words, all that have the same ones; none where it is not sure."""
    weights = [_weigh(articles, key) for key in keys]
    windows = _find_windows(articles, keys)
    found = [like for window in windows if (like := _compare(articles, keys, weights, window))]
    if not found:
        return []
    best = max(found, key=lambda like: like.likeness)
    printed = articles.get_keys(best.tokens)
    alike = {like.tokens: like for like in found if articles.get_keys(like.tokens) == printed}
    others = (like for like in found if not any(_overlap(like.tokens, tokens) for tokens in alike))
    rival = max((like.likeness for like in others), default=0.0)
    is_sure = best.likeness >= SURE or best.likeness - rival >= MIN_MARGIN
    return list(alike.values()) if is_sure and best.likeness >= MIN_LIKENESS else []


def _overlap(one: range, other: range) -> bool:
    return one.start < other.stop and other.start < one.stop


def _find_windows(articles: Articles, keys: Sequence[str]) -> Iterator[range]:
    """Yield the ranges of tokens of the articles where most words of the quotation stand in their order."""
    width = max(8, len(keys) // 4)
    slack = width + SLACK + (MAX_HIDDEN if OPEN in keys else 0)
    votes: Counter[int] = Counter()
    voters = 0
    for number, key in enumerate(keys):
        places = articles.index.get(key, ())
        if key[:1].isalnum() and len(places) <= MAX_VOTES:
            voters += 1
            votes.update({shift for place in places for shift in _list_buckets(place - number, width)})
    seen: set[int] = set()
    for bucket, count in votes.most_common(2 * MAX_WINDOWS):
        if count >= MIN_VOTES * voters and seen.isdisjoint((bucket - 1, bucket + 1)):
            seen.add(bucket)
            start, stop = bucket * width - slack, (bucket + 2) * width + len(keys) + slack
            yield range(max(start, 0), min(stop, len(articles.keys)))


def _list_buckets(shift: int, width: int) -> tuple[int, int]:
    """Return the two buckets, each twice the width, that a shift from quotation to article lies in."""
    return shift // width, shift // width - 1


def _compare(
    articles: Articles, keys: Sequence[str], weights: Sequence[float], window: range
) -> LikeWords | None:
    """Return the tokens in a window that are most like the words."""
    found = align_words(articles.get_keys(window), keys, weights)
    if not found:
        return None
    blocks = [block._replace(old=block.old + window.start) for block in found]
    tokens = range(blocks[0].old, blocks[-1].old_tokens.stop)
    between = split_window(Window(tokens.start, tokens.stop, 0, len(keys)), blocks)
    windows = [each for each in between if each.width]
    same = [place for block in blocks for place in block.new_tokens]
    told = [each for each in windows if not _is_open(articles, keys, each)]
    others = [
        key
        for each in told
        if not _is_spelling(articles, keys, each)
        for key in keys[each.new : each.new_end]
    ]
    weight = sum(weights[place] for place in same)
    if weight < MIN_KNOWN * sum(weights) or count_words(others) > MAX_PUT_IN * count_words(keys):
        return None
    list_telling = articles.rules.list_telling
    if list_telling(others) and len(list_telling(keys[place] for place in same)) < MIN_SAME:
        return None
    changed = sum(_weigh_change(articles, keys, each) for each in told)
    return LikeWords(tokens, blocks, windows, 2 * weight / (2 * weight + changed))


def _is_open(articles: Articles, keys: Sequence[str], window: Window) -> bool:
    """Return whether an ellipsis stands for the words of a window, or they would have room in a gap."""
    printed, quoted = range(window.old, window.old_end), keys[window.new : window.new_end]
    is_gap = GAP in articles.get_keys(printed)
    return OPEN in quoted or (is_gap and sum(map(len, quoted)) <= articles.measure(printed))


def _weigh_change(articles: Articles, keys: Sequence[str], window: Window) -> float:
    """Return how much tokens count that differ: in a row left out not all, in another spelling less."""
    printed, quoted = articles.keys[window.old : window.old_end], keys[window.new : window.new_end]
    weight = sum(_weigh(articles, key) for key in (*printed, *quoted))
    if not quoted:
        return min(weight, MAX_LEFT_OUT)
    return weight / 4 if _is_spelling(articles, keys, window) else weight


def _is_spelling(articles: Articles, keys: Sequence[str], window: Window) -> bool:
    """Return whether tokens that differ are another spelling of the same."""
    differing = articles.keys[window.old : window.old_end], keys[window.new : window.new_end]
    one, other = ("".join(filter(str.isalnum, "".join(each))) for each in differing)
    is_short = sum(map(len, differing)) <= MAX_SPELLING
    return is_short and SequenceMatcher(None, one, other, autojunk=False).ratio() >= MIN_SPELLING


def _weigh(articles: Articles, key: str) -> float:
    """Return how much a token counts."""
    if not key[:1].isalnum():
        return SIGN_WEIGHT
    return COMMON_WEIGHT if len(articles.index.get(key, ())) > COMMON else 1.0
