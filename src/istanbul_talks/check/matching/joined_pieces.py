"""Pieces of a quotation that stand in several places of the articles, and were joined.

Each piece is long enough to be no accident, and together they are nearly all of the quotation.
"""

from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from istanbul_talks.check.matching.articles import Articles
from istanbul_talks.check.matching.quoted_words import Run
from istanbul_talks.check.matching.run_places import MAX_PLACES

MIN_WORDS = 4
"""Minimum number of words of a piece; 2 where an ellipsis parts it from the others."""

MIN_COVERAGE, MAX_JOINING = 0.9, 2
"""Minimum share of the words that the pieces have, and how many others may join them without an ellipsis."""

NEAR = 12
"""Tokens up to which two pieces are no two places, but words left out."""


class JoinedPiece(NamedTuple):
    """Consecutive words of a quotation, and where they start in the articles."""

    length: int
    starts: list[int]


def find_pieces(articles: Articles, runs: Sequence[Run]) -> list[range]:
    """Return the tokens of each piece; none where these are no pieces of several places."""
    least = 2 if any(run.has_ellipsis for run in runs[1:]) else MIN_WORDS
    found = [piece for run in runs for piece in _divide_run(articles, run.keys, least)]
    words = sum(key[0].isalnum() for run in runs for key in run.keys)
    spans = _choose_places(found)
    covered = sum(articles.count_words(span) for span in spans)
    needed = min(MIN_COVERAGE * words, words - (MAX_JOINING if least == MIN_WORDS else 0))
    is_joined = covered >= needed and _are_apart(articles, spans)
    return spans if is_joined else []


def _divide_run(articles: Articles, keys: Sequence[str], least: int) -> Iterator[JoinedPiece]:
    """Yield the longest pieces that the articles have, from the beginning on."""
    place = 0
    while place < len(keys) - 1:
        piece = _find_longest(articles, keys, place)
        if sum(key[0].isalnum() for key in keys[place : place + piece.length]) >= least:
            yield piece
            place += piece.length
        else:
            place += 1


def _find_longest(articles: Articles, keys: Sequence[str], place: int) -> JoinedPiece:
    """Return the longest piece that begins at a token."""
    starts = articles.pairs.get((keys[place], keys[place + 1]), [])[:MAX_PLACES]
    length = 2 if starts else 0
    while starts and place + length < len(keys):
        longer = [start for start in starts if articles.keys[start + length] == keys[place + length]]
        if not longer:
            break
        starts, length = longer, length + 1
    return JoinedPiece(length, starts)


def _choose_places(pieces: Sequence[JoinedPiece]) -> list[range]:
    """Return the tokens of pieces, each where it is nearest behind the one before."""
    chosen: list[list[range]] = []
    for first in pieces[0].starts if pieces else ():
        spans = [range(first, first + pieces[0].length)]
        for piece in pieces[1:]:
            start = min(piece.starts, key=lambda start: (start < spans[-1].stop, abs(start - spans[-1].stop)))
            spans.append(range(start, start + piece.length))
        chosen.append(spans)
    return min(chosen, key=_count_apart, default=[])


def _count_apart(spans: Sequence[range]) -> int:
    return sum(not 0 <= after.start - span.stop <= NEAR for span, after in pairwise(spans))


def _are_apart(articles: Articles, spans: Sequence[range]) -> bool:
    """Return whether two pieces that follow each other stand apart."""
    return _count_apart(spans) > 0 or any(
        any(map(articles.begins_paragraph, range(span.stop, after.start + 1)))
        for span, after in pairwise(spans)
    )
