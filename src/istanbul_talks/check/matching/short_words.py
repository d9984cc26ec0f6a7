"""Two or three words of a draft that an article has but for the ending of one: too few to be likest words.

What does not belong here: longer quotations (likest_words.py).
"""

from collections.abc import Iterator, Sequence
from itertools import takewhile

from istanbul_talks.check.findings import Verdict
from istanbul_talks.check.matching.allowed_differences import MatchJudgement
from istanbul_talks.check.matching.articles import Articles
from istanbul_talks.check.matching.likest_words import COMMON
from istanbul_talks.check.matching.quoted_words import Run

FEWEST, MOST = 2, 3
MIN_STEM, MAX_ENDING = 4, 3
"""Minimum number of letters that two words have in common, and maximum number of others."""


def judge_short_words(articles: Articles, runs: Sequence[Run]) -> list[MatchJudgement]:
    """Return a judgement for each place, where all places have the same words; else none."""
    found = list(_find_places(articles, runs[0])) if len(runs) == 1 else []
    return found if len({judgement.differs for judgement in found}) == 1 else []


def _find_places(articles: Articles, run: Run) -> Iterator[MatchJudgement]:
    keys = run.keys
    if not (FEWEST <= len(keys) <= MOST and all(key[:1].isalnum() for key in keys)):
        return
    rare = {
        place - number
        for number, key in enumerate(keys)
        if len(places := articles.index.get(key, ())) <= COMMON
        for place in places
    }
    for start in sorted(rare):
        other = [number for number, key in enumerate(keys) if articles.keys[start + number] != key]
        if len(other) == 1 and _differ_in_ending(articles.keys[start + other[0]], keys[other[0]]):
            printed = articles.forms[start + other[0]]
            differs = f"the article has “{printed}” for “{run.forms[other[0]]}”"
            yield MatchJudgement(Verdict.ALTERED, (differs,), range(start, start + len(keys)))


def _differ_in_ending(one: str, other: str) -> bool:
    same = (letter == opposite for letter, opposite in zip(one, other, strict=False))
    stem = sum(takewhile(bool, same))
    return stem >= MIN_STEM and max(len(one), len(other)) - stem <= MAX_ENDING
