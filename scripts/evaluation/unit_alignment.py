"""Aligns the units of two coders: which unit of the one is the same find as which unit of the other.

One to one, by the characters they share (Jaccard: shared characters / characters of either). The assignment
is the one with the largest sum. Where several units cover the same words, as when two speakers share one
sentence, the units that agree in more fields go together; with a `tie` of 0 chance decides instead. Units
that cover the same words in different tables are aligned only after all others, so that they show as a
difference of table.
"""

from collections.abc import Sequence
from typing import NamedTuple

import numpy as np
from scipy.optimize import linear_sum_assignment

from evaluation.coded_units import CodedUnit

THRESHOLD = 0.25  # the least overlap of two units that count as the same find
TIE = 0.001  # the most that agreeing fields weigh against overlap


class UnitAlignment(NamedTuple):
    """Pairs of units of the first and the second coding, and the units without a partner."""

    pairs: list[tuple[CodedUnit, CodedUnit]]
    only_first: list[CodedUnit]
    only_second: list[CodedUnit]


def align_units(first: Sequence[CodedUnit], second: Sequence[CodedUnit], tie: float = TIE) -> UnitAlignment:
    """Align the units of one article."""
    pairs: list[tuple[CodedUnit, CodedUnit]] = []
    for table in dict.fromkeys(unit.table for unit in first):
        own, others = ([unit for unit in units if unit.table == table] for units in (first, second))
        pairs += _assign(own, others, tie)
    within = _complete(first, second, pairs)
    pairs += _assign(within.only_first, within.only_second, tie)
    return _complete(first, second, pairs)


def measure_overlap(one: CodedUnit, other: CodedUnit) -> float:
    """Return the characters two units share, as a share of the characters of either."""
    shared, either = one.characters & other.characters, one.characters | other.characters
    return len(shared) / len(either)


def _assign(
    first: Sequence[CodedUnit], second: Sequence[CodedUnit], tie: float
) -> list[tuple[CodedUnit, CodedUnit]]:
    weights = np.array([[_weight(one, other, tie) for other in second] for one in first])
    if not weights.size:
        return []
    rows, columns = linear_sum_assignment(weights, maximize=True)
    return [
        (first[row], second[column])
        for row, column in zip(rows, columns, strict=True)
        if weights[row, column]
    ]


def _weight(one: CodedUnit, other: CodedUnit, tie: float) -> float:
    shared = measure_overlap(one, other)
    if shared < THRESHOLD:
        return 0.0
    equal = [other.values.get(field) == value for field, value in one.values.items()]
    return shared + tie * sum(equal) / len(equal)


def _complete(
    first: Sequence[CodedUnit], second: Sequence[CodedUnit], pairs: list[tuple[CodedUnit, CodedUnit]]
) -> UnitAlignment:
    """Return the pairs in the order of the first coding, with the units that are in none of them."""
    taken = {id(unit) for pair in pairs for unit in pair}
    order = {id(unit): number for number, unit in enumerate(first)}
    return UnitAlignment(
        sorted(pairs, key=lambda pair: order[id(pair[0])]),
        *([unit for unit in units if id(unit) not in taken] for units in (first, second)),
    )
