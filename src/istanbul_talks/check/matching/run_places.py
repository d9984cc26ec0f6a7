"""Where the articles have all runs of a quotation's words, each run near the one before.

What does not belong here: what may stand between the runs (allowed_differences.py).
"""

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from istanbul_talks.check.matching.articles import BETWEEN, Articles
from istanbul_talks.check.matching.quoted_words import Run

MAX_HIDDEN = 150
"""Maximum number of tokens that an ellipsis stands for."""

MAX_REPLACED = 6
"""Maximum number of tokens that a bracket stands for."""

MIN_WORDS = 3
"""Minimum number of words where others may stand between them."""

MAX_RUNS = 50
"""Maximum number of runs, parted by ellipses and brackets."""

MAX_PLACES = 100
"""Maximum number of places that are looked at of words that stand more often."""


class Chain(NamedTuple):
    """The runs that have words, and for each the tokens of an article that are the same; all runs."""

    runs: Sequence[Run]
    spans: Sequence[range]
    all_runs: Sequence[Run]

    @property
    def whole(self) -> range:
        """All tokens from the first to the last."""
        return range(self.spans[0].start, self.spans[-1].stop)


def find_chains(articles: Articles, all_runs: Sequence[Run]) -> Iterator[Chain]:
    """Yield the places where one article has all runs, each near the one before, by the nearest of each."""
    runs = [run for run in all_runs if run.keys]
    may_stand = _has_words(runs) and len(runs) <= MAX_RUNS
    places = [articles.find_run(run.keys) for run in runs] if may_stand else []
    if not places or not all(places):
        return
    anchor = min(range(len(runs)), key=lambda number: len(places[number]))
    for start in places[anchor][:MAX_PLACES]:
        before = _find_before(runs[: anchor + 1], places, start)
        behind = _find_behind(runs[anchor:], places[anchor:], start)
        spans = [*before, *behind[1:]]
        if len(spans) == len(runs) and BETWEEN not in articles.keys[spans[0].start : spans[-1].stop]:
            yield Chain(runs, spans, all_runs)


def _has_words(runs: Sequence[Run]) -> bool:
    """Return whether there are words enough; one is where nothing may stand between them."""
    return sum(key[:1].isalnum() for run in runs for key in run.keys) >= (MIN_WORDS if len(runs) > 1 else 1)


def _find_before(runs: Sequence[Run], places: Sequence[Sequence[int]], start: int) -> list[range]:
    """Return the last run's tokens, which start here, after the nearest ones of the runs before."""
    spans = [range(start, start + len(runs[-1].keys))]
    for number in range(len(runs) - 2, -1, -1):
        length = len(runs[number].keys)
        found = bisect_left(places[number], spans[0].start - length + 1) - 1
        if found >= 0 and spans[0].start - places[number][found] - length <= get_reach(runs[number + 1]):
            spans.insert(0, range(places[number][found], places[number][found] + length))
        else:
            return []
    return spans


def _find_behind(runs: Sequence[Run], places: Sequence[Sequence[int]], start: int) -> list[range]:
    """Return the first run's tokens, which start here, before the nearest ones of the runs behind."""
    spans = [range(start, start + len(runs[0].keys))]
    for run, of_run in zip(runs[1:], places[1:], strict=True):
        found = bisect_left(of_run, spans[-1].stop)
        if found < len(of_run) and of_run[found] - spans[-1].stop <= get_reach(run):
            spans.append(range(of_run[found], of_run[found] + len(run.keys)))
        else:
            return []
    return spans


def get_reach(run: Run) -> int:
    """Return how many tokens may stand between a run and the one before."""
    return MAX_HIDDEN if run.has_ellipsis else MAX_REPLACED
