"""Alignment of the words of a quotation with those of an article, where some differ.

The whole quotation is aligned with the part of the article that costs least: words changed cost little, words
put in or left out more. What stands for words that are not told (an ellipsis in the quotation, a gap in the
article) costs nothing. Long texts are aligned by what they have in common alone (token_alignment.py).
"""

from collections.abc import Iterable, Sequence

from istanbul_talks.check.matching.articles import BETWEEN
from istanbul_talks.reanchor.token_alignment import Block, align_tokens
from istanbul_talks.text import GAP

OPEN = "\0…"
"""The key of an ellipsis or of brackets, which stand for any words."""

PUT_IN, CHANGED, LEFT_OUT, NEVER = 0.3, 0.25, 0.15, 1000.0
"""What a token costs, put in or changed by its weight; no word is a sign changed, none crosses articles."""

MAX_COMPARED = 200
"""Maximum number of tokens of a quotation that are compared with each of the article."""

BOTH, QUOTED, PRINTED = range(3)
"""A step of an alignment: by a token of both, of the quotation, of the article."""


def align_words(old: Sequence[str], new: Sequence[str], weights: Sequence[float]) -> list[Block]:
    """Return the tokens that are the same, and at either end an empty block where the quotation ends.

    `weights` say how much each token of the quotation counts.
    """
    if len(new) > MAX_COMPARED:
        return align_tokens(old, new)
    scores = [0.0] * (len(old) + 1)
    steps = []
    for key, weight in zip(new, weights, strict=True):
        scores, row = _score_row(old, key, weight, scores)
        steps.append(row)
    end = max(range(len(scores)), key=scores.__getitem__)
    start, pairs = _trace_back(steps, end)
    same = ((printed, quoted) for printed, quoted in pairs if old[printed] == new[quoted])
    return [Block(start, 0, 0), *_join_pairs(same), Block(end, len(new), 0)]


def _score_row(
    old: Sequence[str], key: str, weight: float, above: Sequence[float]
) -> tuple[list[float], bytearray]:
    """Return the best scores up to a token of the quotation and each of the article, and their last steps."""
    put_in, left_out = (0.0, 0.0) if key == OPEN else (PUT_IN * weight, LEFT_OUT)
    scores, steps = [above[0] - put_in], bytearray([QUOTED])
    for place, printed in enumerate(old):
        is_like = key[:1].isalnum() == printed[:1].isalnum()
        same = weight if key == printed else -CHANGED * weight if is_like else -put_in - left_out
        choices = (
            above[place] + (0.0 if printed == GAP else -NEVER if printed == BETWEEN else same),
            above[place + 1] - (0.0 if printed == GAP else put_in),
            scores[-1] - (NEVER if printed == BETWEEN else left_out),
        )
        best = max(choices)
        scores.append(best)
        steps.append(choices.index(best))
    return scores, steps


def _trace_back(steps: Sequence[bytearray], end: int) -> tuple[int, list[tuple[int, int]]]:
    """Return where in the article an alignment starts, and the pairs of tokens that it sets side by side."""
    quoted, printed = len(steps), end
    pairs = []
    while quoted:
        step = steps[quoted - 1][printed]
        quoted -= step != PRINTED
        printed -= step != QUOTED
        if step == BOTH:
            pairs.append((printed, quoted))
    return printed, pairs[::-1]


def _join_pairs(pairs: Iterable[tuple[int, int]]) -> list[Block]:
    """Return pairs that follow each other as blocks."""
    blocks: list[Block] = []
    for old, new in pairs:
        if blocks and (old, new) == (blocks[-1].old_tokens.stop, blocks[-1].new_tokens.stop):
            blocks[-1] = blocks[-1]._replace(length=blocks[-1].length + 1)
        else:
            blocks.append(Block(old, new, 1))
    return blocks
