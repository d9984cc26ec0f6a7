"""Measures of agreement: Krippendorff's alpha with a bootstrap interval, and gamma for the placing of units.

Alpha is that of the `krippendorff` library. Its interval is made as Krippendorff proposes, the expected
disagreement held and the observed one resampled; whole sentences are resampled, because judgements in one
sentence are not independent. Gamma (Mathet, Widlöcher and Métivier 2015, Computational Linguistics 41:3) is
written out here for two coders, for whom its best alignment is an assignment problem that scipy solves; the
reference implementation, pygamma-agreement, would bring thirty packages and 0.8 GB for this.
"""

from collections.abc import Callable, Hashable, Sequence
from typing import Any, NamedTuple

import krippendorff
import numpy as np
import numpy.typing as npt
from scipy.optimize import linear_sum_assignment

from evaluation.coded_units import CodedUnit, Value

RESAMPLES = 1000
SHUFFLES = 100
SEED = 2025

Distance = Callable[[Value, Value], float]


class Judgement(NamedTuple):
    """What both coders said of one thing, and the sentence that it is in."""

    first: Value
    second: Value
    sentence: Hashable


class Agreement(NamedTuple):
    """Figures of one field. `raw` is the share of equal judgements; alpha is None if it is undefined."""

    size: int
    raw: float
    alpha: float | None
    interval: tuple[float, float] | None


class Disorder(NamedTuple):
    """Gamma's terms for one article: disorder summed over its units, as observed and as expected."""

    observed: float
    expected: float


def differ(one: Value, other: Value) -> float:
    """Return 0 for equal values, 1 for others."""
    return float(one != other)


def measure_set_distance(one: Value, other: Value) -> float:
    """Return how little two sets share: 1 - shared / either; two empty sets are equal."""
    either = set(one) | set(other)
    return 1 - len(set(one) & set(other)) / len(either) if either else 0.0


def measure_agreement(judgements: Sequence[Judgement], distance: Distance = differ) -> Agreement:
    """Return the agreement of judgements; raw agreement counts a distance below 1 (some part is shared)."""
    observed = np.array([distance(judged.first, judged.second) for judged in judgements])
    raw = float(np.mean(observed < 1)) if judgements else 0.0
    alpha = _compute_alpha(judgements, distance)
    interval = (
        None
        if alpha is None
        else _compute_interval(alpha, observed, [judged.sentence for judged in judgements])
    )
    return Agreement(len(judgements), raw, alpha, interval)


def measure_disorder(first: Sequence[CodedUnit], second: Sequence[CodedUnit], length: int) -> Disorder:
    """Return gamma's terms for the units of an article of `length` characters, their category the table.

    Chance is two of the codings, drawn at random, with one turned around the article as if it were a ring.
    """
    if not first or not second:
        return Disorder(0.0, 0.0)
    codings = [_make_rows(units) for units in (first, second)]
    random = np.random.default_rng(SEED)
    shuffled = [_align_and_sum(*_shuffle(codings, length, random)) for _ in range(SHUFFLES)]
    units = (len(first) + len(second)) / 2
    return Disorder(_align_and_sum(*codings) * units, float(np.mean(shuffled)) * units)


def compute_gamma(disorders: Sequence[Disorder]) -> float | None:
    """Return gamma over articles, each counting by its units; None where there is nothing to compare."""
    expected = sum(disorder.expected for disorder in disorders)
    return 1 - sum(disorder.observed for disorder in disorders) / expected if expected else None


def _compute_alpha(judgements: Sequence[Judgement], distance: Distance) -> float | None:
    """Return Krippendorff's alpha; None where all judgements are one and the same value."""
    values = sorted({value for judged in judgements for value in (judged.first, judged.second)}, key=repr)
    if len(values) < 2:  # noqa: PLR2004  (two values are the least that can vary)
        return None
    number = {value: index for index, value in enumerate(values)}
    distances = np.array([[distance(one, other) for other in values] for one in values])

    def measure(*_: Any, i1: Any, i2: Any, **__: Any) -> Any:
        return distances[i1, i2]

    judged = [
        [number[judged.first] for judged in judgements],
        [number[judged.second] for judged in judgements],
    ]
    # The library's protocol names arguments that a distance of its own need not take.
    metric: Any = measure
    return float(krippendorff.alpha(judged, value_domain=range(len(values)), level_of_measurement=metric))


def _compute_interval(
    alpha: float, observed: npt.NDArray[np.float64], sentences: Sequence[Hashable]
) -> tuple[float, float]:
    """Return the 95 % interval of an alpha that rests on these disagreements."""
    if not observed.any():
        return 1.0, 1.0
    expected = observed.mean() / (1 - alpha)
    order = {sentence: index for index, sentence in enumerate(dict.fromkeys(sentences))}
    groups = [order[sentence] for sentence in sentences]
    sums, counts = np.bincount(groups, observed), np.bincount(groups)
    draws = np.random.default_rng(SEED).integers(len(order), size=(RESAMPLES, len(order)))
    alphas = 1 - sums[draws].sum(axis=1) / counts[draws].sum(axis=1) / expected
    low, high = np.percentile(alphas, [2.5, 97.5])
    return float(low), float(high)


def _make_rows(units: Sequence[CodedUnit]) -> npt.NDArray[np.float64]:
    """Return a row for each unit: start, end, and a number for its table."""
    tables = ("demand", "claim", "event", "role")
    return np.array([(*unit.hull, tables.index(unit.table)) for unit in units], dtype=np.float64)


def _align_and_sum(first: npt.NDArray[np.float64], second: npt.NDArray[np.float64]) -> float:
    """Return the disorder of the best alignment, where an unaligned unit costs 1."""
    (start, end, table), (others_start, others_end, others_table) = first.T[:, :, None], second.T[:, None, :]
    lengths = (end - start) + (others_end - others_start)
    apart = (np.abs(start - others_start) + np.abs(end - others_end)) / lengths
    costs = np.minimum(apart**2 + (table != others_table), 2.0)
    total = costs[linear_sum_assignment(costs)].sum() + abs(len(first) - len(second))
    return float(total / ((len(first) + len(second)) / 2))


def _shuffle(
    codings: list[npt.NDArray[np.float64]], length: int, random: np.random.Generator
) -> tuple[npt.NDArray[np.float64], npt.NDArray[np.float64]]:
    """Return two of the codings, drawn with replacement, the second turned by at least a mean unit."""
    still, turned = (codings[index] for index in random.integers(len(codings), size=2))
    margin = min(float((turned[:, 1] - turned[:, 0]).mean()), length / 2)
    sizes = turned[:, 1] - turned[:, 0]
    starts = (turned[:, 0] + random.uniform(margin, length - margin)) % length
    return still, np.column_stack([starts, starts + sizes, turned[:, 2]])
