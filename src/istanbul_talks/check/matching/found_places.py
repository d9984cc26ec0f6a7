"""Where the articles have the words of a quotation, all in one place or in pieces from several.

What does not belong here: what may stand between the words (left_out_words.py), and where words are
found of which some differ (likest_words.py).
"""

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from functools import partial
from itertools import islice, pairwise
from typing import NamedTuple

from istanbul_talks.check.matching.articles import BETWEEN, Articles
from istanbul_talks.check.matching.compared_tokens import count_words
from istanbul_talks.check.matching.quoted_words import Run

MAX_HIDDEN, MAX_REPLACED = 150, 6
"""Maximum number of tokens that an ellipsis stands for, and brackets."""

MIN_WORDS = 3
"""Minimum number of words where others may stand between them."""

MAX_RUNS = 50
"""Maximum number of runs, parted by ellipses and brackets."""

MAX_PLACES = 100
"""Maximum number of places that are looked at of words that stand more often."""

MIN_PIECE, MIN_PARTED_PIECE = 4, 2
"""Minimum number of words of a piece, and where an ellipsis parts it from the others.

The second only where all articles are known: two words stand in many places.
"""

MIN_COVERAGE, MAX_JOINING = 0.9, 2
"""Minimum share of the words that the pieces have, and how many others may join them without an ellipsis."""

NEAR = 12
"""Tokens up to which two pieces of two sentences are no two places, but words left out."""


class Chain(NamedTuple):
    """The runs that have words, and for each the tokens of an article that are the same; all runs."""

    runs: Sequence[Run]
    spans: Sequence[range]
    all_runs: Sequence[Run]

    @property
    def whole(self) -> range:
        """All tokens from the first to the last."""
        return range(self.spans[0].start, self.spans[-1].stop)


class _Piece(NamedTuple):
    """Consecutive words of a quotation, and where they start in the articles."""

    length: int
    starts: list[int]


def find_chains(articles: Articles, all_runs: Sequence[Run]) -> Iterator[Chain]:
    """Yield the places where one article has all runs, each near the one before, by the nearest of each."""
    runs = [run for run in all_runs if run.keys]
    words = sum(count_words(run.keys) for run in runs)
    if not 0 < len(runs) <= MAX_RUNS or words < (MIN_WORDS if len(runs) > 1 else 1):
        return
    chains = [[span] for span in _find_spans(articles, runs[0])]
    for run in runs[1:]:
        chains = _extend_chains(chains, run, _find_spans(articles, run))
    found = (Chain(runs, spans, all_runs) for spans in chains)
    yield from islice((each for each in found if BETWEEN not in articles.get_keys(each.whole)), MAX_PLACES)


def _find_spans(articles: Articles, run: Run) -> list[range]:
    return [range(start, start + len(run.keys)) for start in articles.find_run(run.keys)]


def _extend_chains(chains: Sequence[list[range]], run: Run, spans: Sequence[range]) -> list[list[range]]:
    """Return chains with the nearest place of the next run; of those that share it the last."""
    reach, starts = MAX_HIDDEN if run.has_ellipsis else MAX_REPLACED, [span.start for span in spans]
    extended: dict[int, list[range]] = {}
    for chain in chains:
        number = bisect_left(starts, chain[-1].stop)
        if number < len(spans) and starts[number] - chain[-1].stop <= reach:
            extended[number] = [*chain, spans[number]]
    return list(extended.values())


def find_pieces(articles: Articles, runs: Sequence[Run]) -> list[range]:
    """Return the tokens of each piece; none where these are no pieces of several places."""
    is_parted = any(run.has_ellipsis for run in runs[1:]) and not articles.has_gaps
    least = MIN_PARTED_PIECE if is_parted else MIN_PIECE
    found = [piece for run in runs for piece in _divide_run(articles, run.keys, least)]
    words = sum(count_words(run.keys) for run in runs)
    spans = _choose_places(articles, found)
    covered = sum(articles.count_words(span) for span in spans)
    needed = min(MIN_COVERAGE * words, words - (MAX_JOINING if least == MIN_PIECE else 0))
    return spans if covered >= needed and _count_apart(articles, spans) else []


def _divide_run(articles: Articles, keys: Sequence[str], least: int) -> Iterator[_Piece]:
    """Yield the longest pieces that the articles have, from the beginning on."""
    place = 0
    while place < len(keys) - 1:
        piece = _find_longest(articles, keys, place)
        is_piece = count_words(keys[place : place + piece.length]) >= least
        if is_piece:
            yield piece
        place += piece.length if is_piece else 1


def _find_longest(articles: Articles, keys: Sequence[str], place: int) -> _Piece:
    """Return the longest piece that begins at a token."""
    longer, length = articles.find_run(keys[place : place + 2])[:MAX_PLACES], 1
    starts: list[int] = []
    while longer:
        starts, length = longer, length + 1
        following = keys[place + length : place + length + 1]
        longer = [start for start in starts if [articles.keys[start + length]] == following]
    return _Piece(length, starts)


def _choose_places(articles: Articles, pieces: Sequence[_Piece]) -> list[range]:
    """Return the tokens of pieces, each where it is nearest behind the one before."""
    chosen: list[list[range]] = []
    for first in pieces[0].starts if pieces else ():
        spans = [range(first, first + pieces[0].length)]
        for piece in pieces[1:]:
            start = min(piece.starts, key=lambda start: (start < spans[-1].stop, abs(start - spans[-1].stop)))
            spans.append(range(start, start + piece.length))
        chosen.append(spans)
    return min(chosen, key=partial(_count_apart, articles), default=[])


def _count_apart(articles: Articles, spans: Sequence[range]) -> int:
    """Return how often two pieces that follow each other stand in two places, not by words left out."""
    between = (range(span.stop, after.start + 1) for span, after in pairwise(spans))
    return sum(
        not words
        or any(map(articles.begins_paragraph, words))
        or (len(words) > NEAR and not articles.sentence_starts.isdisjoint(words))
        for words in between
    )
