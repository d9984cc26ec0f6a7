"""Suggesting what stands in a copy where a quote stood in the article, with other words. Never an anchor.

The place is found by the nearest words around it that agree, capitals aside. Numbers and negations must be
the same as in the quote. The words of numbers and negations are English.
"""

from collections import Counter
from collections.abc import Iterable, Sequence
from difflib import SequenceMatcher
from typing import NamedTuple

from istanbul_talks.reanchor.text_comparison import Comparison

ALIKE = 0.7
"""The share of words that must agree, between 0 and 1 (difflib's ratio)."""

MARGIN = 0.2
"""By how much that must exceed the likeness of any other words there."""

ROOM = 20
"""Words that may stand between the nearest words that agree, besides three times as many as the quote has."""

# fmt: off
NEGATIONS = {
    "no", "not", "never", "none", "nobody", "nothing", "nowhere", "neither", "nor", "cannot", "without", "t",
}
"""With the end of don't and its like; the apostrophe is a word of its own."""

NUMBERS = {
    "zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve",
    "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen", "twenty", "thirty",
    "forty", "fifty", "sixty", "seventy", "eighty", "ninety", "hundred", "thousand", "million", "billion",
    "half", "quarter", "third", "once", "twice", "dozen", "first", "second",
}
# fmt: on


class Suggestion(NamedTuple):
    """Words of the copy, how like the quote they are, and which of its numbers or negations changed."""

    words: range
    likeness: float
    changed: str | None


def suggest(compared: Comparison, words: range) -> Suggestion | None:
    """Return the words of the copy that stand in place of these of the article, if they are like them."""
    room = _opposite(compared, words)
    if not 0 < len(room) <= 3 * len(words) + ROOM:
        return None
    sought = _folded(compared.article.keys, words)
    found, likeness = _likest(sought, compared.copy.keys, room)
    others = (range(room.start, found.start), range(found.stop, room.stop))
    rival = max(_likest(sought, compared.copy.keys, rest)[1] for rest in others)
    if likeness < ALIKE or likeness - rival < MARGIN:
        return None
    return Suggestion(found, likeness, _change(sought, _folded(compared.copy.keys, found)))


def _opposite(compared: Comparison, words: range) -> range:
    """Return the words of the copy between the nearest ones, before and after, that agree."""
    start, stop = 0, len(compared.copy)
    for block in compared.loosely:
        if block.old < words.start:
            start = block.new + min(block.length, words.start - block.old)
        if block.old + block.length > words.stop:
            stop = block.new + max(words.stop - block.old, 0)
            break
    return range(start, stop)


def _likest(sought: Sequence[str], keys: Sequence[str], room: range) -> tuple[range, float]:
    """Return the words in this room that are most like those sought, and their likeness."""
    blocks = SequenceMatcher(None, sought, _folded(keys, room), autojunk=False).get_matching_blocks()[:-1]
    if not blocks:
        return room[:0], 0.0
    first, last = blocks[0], blocks[-1]
    start = max(first.b - first.a, 0)
    stop = min(last.b + len(sought) - last.a, len(room))
    found = room[start:stop]
    return found, SequenceMatcher(None, sought, _folded(keys, found), autojunk=False).ratio()


def _change(sought: Sequence[str], found: Sequence[str]) -> str | None:
    """Say which numbers or negations differ; None where they are the same."""
    lost, come = (
        ", ".join(sorted(each.elements())) for each in _differing(_telling(sought), _telling(found))
    )
    return f"{lost or 'nothing'} → {come or 'nothing'}" if lost or come else None


def _differing(one: Counter[str], other: Counter[str]) -> tuple[Counter[str], Counter[str]]:
    """Return what either has more of than the other."""
    return one - other, other - one


def _telling(words: Iterable[str]) -> Counter[str]:
    """Return the numbers and negations among words."""
    return Counter(
        word for word in words if word in NEGATIONS | NUMBERS or any(sign.isnumeric() for sign in word)
    )


def _folded(keys: Sequence[str], words: range) -> list[str]:
    """Return words without regard to capitals."""
    return [key.casefold() for key in keys[words.start : words.stop]]
