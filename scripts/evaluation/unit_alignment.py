"""Alignment: which unit of one coder is the same find as which unit of the other.

One to one, by the characters they share (Jaccard: shared characters / characters of either). The assignment
is the one with the largest sum. Where several units stand on the same words, as when two speakers share one
sentence, the units that agree in more fields go together; with a `tie` of 0 chance decides instead. Units
that stand on the same words in different tables are aligned only after all others, so that they show as a
difference of table.
"""

from collections.abc import Sequence
from typing import NamedTuple

import numpy as np
from scipy.optimize import linear_sum_assignment

from evaluation.coded_units import Unit

THRESHOLD = 0.25  # the least overlap of two units that count as the same find
TIE = 0.001  # the most that agreeing fields weigh against overlap


class Alignment(NamedTuple):
    """Pairs of units of the first and the second coding, and the units without a partner."""

    pairs: list[tuple[Unit, Unit]]
    only_first: list[Unit]
    only_second: list[Unit]


def align(first: Sequence[Unit], second: Sequence[Unit], tie: float = TIE) -> Alignment:
    """Align the units of one article."""
    pairs: list[tuple[Unit, Unit]] = []
    for table in dict.fromkeys(unit.table for unit in first):
        own, others = ([unit for unit in units if unit.table == table] for units in (first, second))
        pairs += _assign(own, others, tie)
    within = _rest(first, second, pairs)
    pairs += _assign(within.only_first, within.only_second, tie)
    return _rest(first, second, pairs)


def overlap(one: Unit, other: Unit) -> float:
    """Return the characters two units share, as a share of the characters of either."""
    shared, either = one.characters & other.characters, one.characters | other.characters
    return len(shared) / len(either)


def _assign(first: Sequence[Unit], second: Sequence[Unit], tie: float) -> list[tuple[Unit, Unit]]:
    weights = np.array([[_weight(one, other, tie) for other in second] for one in first])
    if not weights.size:
        return []
    rows, columns = linear_sum_assignment(weights, maximize=True)
    return [
        (first[row], second[column])
        for row, column in zip(rows, columns, strict=True)
        if weights[row, column]
    ]


def _weight(one: Unit, other: Unit, tie: float) -> float:
    shared = overlap(one, other)
    if shared < THRESHOLD:
        return 0.0
    equal = [other.values.get(field) == value for field, value in one.values.items()]
    return shared + tie * sum(equal) / len(equal)


def _rest(first: Sequence[Unit], second: Sequence[Unit], pairs: list[tuple[Unit, Unit]]) -> Alignment:
    """Return the pairs in the order of the first coding, with the units that are in none of them."""
    taken = {id(unit) for pair in pairs for unit in pair}
    order = {id(unit): number for number, unit in enumerate(first)}
    return Alignment(
        sorted(pairs, key=lambda pair: order[id(pair[0])]),
        *([unit for unit in units if id(unit) not in taken] for units in (first, second)),
    )
