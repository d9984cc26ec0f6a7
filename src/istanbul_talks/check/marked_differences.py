"""Words of a draft beside those of an article, with what is not the same in both set off.

What does not belong here: whether a difference matters (quotation_match.py).
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from difflib import SequenceMatcher

from istanbul_talks.text.folding import fold_words

MarkedRun = tuple[str, bool]
"""Consecutive characters, and whether they are set off."""

WORD = re.compile(r"\d+(?:[.,]\d+)+|\w+|--+|[^\w\s]")

DASH = re.compile("--+")
"""Two hyphens or more that stand for a dash."""

MAX_WORDS = 500
"""Number of words and signs beyond which nothing is set off, since comparing takes the square of it."""

AMERICAN_END = re.compile(r"[.,](?=\W?$)")
"""A sign that stands before the closing mark in American print, whether or not it is quoted."""

SHOWN = 80
"""Characters that are shown at either end of a long run in which nothing differs."""


def mark_differences(words: str, others: str) -> tuple[list[MarkedRun], list[MarkedRun]]:
    """Return two texts as runs, set off where they differ.

    Letter case counts where nothing else differs; the shape of marks does not, nor a sign before the last.
    """
    texts = [" ".join(text.split()) for text in (words, others)]
    found = [
        [word for word in WORD.finditer(text) if not AMERICAN_END.match(text, word.start())] for text in texts
    ]
    if max(map(len, found)) > MAX_WORDS:
        return [(texts[0], False)], [(texts[1], False)]
    keys = [[fold_words(DASH.sub("–", word[0])) for word in of_text] for of_text in found]
    lowered = [[key.casefold() for key in of_text] for of_text in keys]
    if lowered[0] != lowered[1]:
        keys = lowered
    blocks = SequenceMatcher(None, keys[0], keys[1], autojunk=False).get_matching_blocks()
    first = [(block.a, block.a + block.size) for block in blocks]
    second = [(block.b, block.b + block.size) for block in blocks]
    return list(_divide(texts[0], found[0], first)), list(_divide(texts[1], found[1], second))


def _divide(
    text: str, words: Sequence[re.Match[str]], same: Iterable[tuple[int, int]]
) -> Iterator[MarkedRun]:
    """Yield a text as runs: of the words that are the same in both, with the space around, and of others."""
    place = reached = 0
    for start, end in same:
        if start > reached:
            first, last = words[reached].start(), words[start - 1].end()
            yield text[place:first], False
            yield text[first:last], True
            place = last
        reached = end
    yield text[place:], False


def shorten_runs(runs: Sequence[MarkedRun]) -> list[MarkedRun]:
    """Return runs without the middle of those that are not set off and long."""
    last = len(runs) - 1  # between what is set off, the first and the last may be empty
    return [
        (text if is_set_off else _cut(text, has_start=number > 0, has_end=number < last), is_set_off)
        for number, (text, is_set_off) in enumerate(runs)
    ]


def _cut(text: str, *, has_start: bool, has_end: bool) -> str:
    """Return a run cut at whole words: the ends that are beside what is set off are shown, or else both."""
    if len(text) <= 3 * SHOWN:
        return text
    is_alone = has_start == has_end
    start = text[: text.rfind(" ", 0, SHOWN)] if has_start or is_alone else ""
    end = text[text.find(" ", len(text) - SHOWN) :] if has_end or is_alone else ""
    return f"{start} …{end}"
