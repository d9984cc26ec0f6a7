"""The fuzzy match: what a copy has in place of a quote, in other words. A suggestion, never an anchor.

The place is found by the nearest tokens around it that agree, letter case aside. Numbers and negations must
be the same as in the quote; which words are some is data of the article's language.
"""

from collections import Counter
from collections.abc import Container, Iterable, Sequence
from difflib import SequenceMatcher
from typing import NamedTuple

from istanbul_talks.reanchor.token_agreement import TokenAgreement

MIN_LIKENESS = 0.7
"""Minimum likeness of a suggestion to the quote (difflib's ratio of the tokens, from 0 to 1)."""

MIN_MARGIN = 0.2
"""By how much that must exceed the likeness of any other tokens there."""

MAX_GAP_FACTOR, MAX_GAP_EXTRA = 3, 20
"""Maximum gap, in tokens, between the nearest tokens that agree: 3 × quote length + 20."""


class Suggestion(NamedTuple):
    """Tokens of the copy, how like the quote they are, and which of its numbers or negations changed."""

    tokens: range
    likeness: float
    change: str | None


def suggest_match(agreement: TokenAgreement, quote: range, exact_words: Container[str]) -> Suggestion | None:
    """Return the tokens of the copy that take the place of a quote; None where none are like it.

    `exact_words` are those of numbers and negations.
    """
    gap = _find_gap(agreement, quote)
    if not 0 < len(gap) <= MAX_GAP_FACTOR * len(quote) + MAX_GAP_EXTRA:
        return None
    sought = _fold_case(agreement.article.keys, quote)
    found, likeness = _find_likest(sought, agreement.copy.keys, gap)
    others = (range(gap.start, found.start), range(found.stop, gap.stop))
    rival = max(_find_likest(sought, agreement.copy.keys, other)[1] for other in others)
    if likeness < MIN_LIKENESS or likeness - rival < MIN_MARGIN:
        return None
    old, new = (
        _count_exact(words, exact_words) for words in (sought, _fold_case(agreement.copy.keys, found))
    )
    return Suggestion(found, likeness, _describe_change(old, new))


def _find_gap(agreement: TokenAgreement, quote: range) -> range:
    """Return the tokens of the copy between the nearest ones that agree with tokens around the quote."""
    start, stop = 0, len(agreement.copy)
    for block in agreement.caseless_blocks:
        if block.old < quote.start:
            start = block.new + min(block.length, quote.start - block.old)
        if block.old_tokens.stop > quote.stop:
            stop = block.new + max(quote.stop - block.old, 0)
            break
    return range(start, stop)


def _find_likest(sought: Sequence[str], keys: Sequence[str], gap: range) -> tuple[range, float]:
    """Return the tokens in a gap that are most like those sought, and their likeness."""
    matcher = SequenceMatcher(None, sought, _fold_case(keys, gap), autojunk=False)
    blocks = matcher.get_matching_blocks()[:-1]
    if not blocks:
        return gap[:0], 0.0
    first, last = blocks[0], blocks[-1]
    start = max(first.b - first.a, 0)
    stop = min(last.b + len(sought) - last.a, len(gap))
    found = gap[start:stop]
    return found, SequenceMatcher(None, sought, _fold_case(keys, found), autojunk=False).ratio()


def _describe_change(old: Counter[str], new: Counter[str]) -> str | None:
    """Return which numbers or negations differ, "1998 → 1999"; None where they are the same."""
    if old == new:
        return None
    return " → ".join(", ".join(sorted(words.elements())) or "nothing" for words in (old - new, new - old))


def _count_exact(words: Iterable[str], exact_words: Container[str]) -> Counter[str]:
    """Return the words that must be the same, numbers and negations, and how often each comes."""
    return Counter(word for word in words if word in exact_words or any(map(str.isnumeric, word)))


def _fold_case(keys: Sequence[str], tokens: range) -> list[str]:
    """Return the keys of some tokens without letter case."""
    return [key.casefold() for key in keys[tokens.start : tokens.stop]]
