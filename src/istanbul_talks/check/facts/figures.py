"""Figures of a draft, held against those that the articles give of the same.

Which of the articles' figures one stands for is found by its unit and the words of its sentence: enough of
their weight must be shared, and clearly more than with what gives another amount. What does not belong here:
how figures are read (known_figures.py).
"""

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from functools import cached_property, lru_cache
from itertools import groupby
from typing import NamedTuple

from istanbul_talks.check.facts.known_figures import (
    Figure,
    FigureRules,
    KnownFigure,
    find_known_figures,
)
from istanbul_talks.check.facts.known_passages import DraftWord, KnownPassages, measure_all, measure_shared
from istanbul_talks.check.facts.passed_spans import Spans, blank
from istanbul_talks.check.findings import Finding, FindingKind, Told, Verdict
from istanbul_talks.check.told_records import find_told
from istanbul_talks.text.printed_quantities import PrintedQuantity

LEAST_SHARED = 0.4
"""What the words must weigh that a sentence shares with an article's, besides what is counted, where the
numbers are the same."""

LEAST_TO_OBJECT, LEAST_PART, LEAST_WORDS = 0.9, 0.3, 2
"""The same where the numbers differ; and which part of the sentence it must be, and how many words, to object
to either."""

WITHOUT_UNIT, PART_WITHOUT_UNIT, LEAST_WITHOUT_UNIT, NEARNESS = 1.0, 0.35, 100, 3
"""The same where no article counts what the draft counts: only large numbers of about the same size."""

NEAR = 2
"""How many times the other a number may be that is near it."""

SURELY_PART = 0.55
"""The part to share to be more like a sentence with another figure than like one with the same, and"""

MARGIN = 0.6
"""the part of this that may be shared with the latter."""

FITTING = {
    "=": {"=", "~"},
    "~": {"=", "~"},
    "<": {"<", "=", "<="},
    ">": {">", "=", ">="},
    "<=": {"<=", "="},
    ">=": {">=", "="},
}
"""By which comparators an amount may be given again, by how an article gives it."""

PARAGRAPH_BREAK = re.compile(r"\n\s*\n")

CODED_WEIGHT = 0.7
"""What a word counts that only the records of an article's figure have."""

BESIDE = 0.6
"""What it counts that a figure beside it stands in the same sentence of an article."""

VAGUE = 10
"""Below how many times the least an amount such as tens of thousands may be meant."""

LEAST_UNIT = 0.35
"""What a word behind a number must weigh to be taken for what it counts."""

LABELS = "SELECT label FROM discrepancies WHERE id = ?"

SIDES = "SELECT voice, says FROM discrepancy_sides WHERE discrepancy_id = ? ORDER BY number"


class _Candidate(NamedTuple):
    """A figure of the articles that one of a draft may stand for, and what their sentences share."""

    figure: KnownFigure
    words: int
    shared: float
    part: float
    is_same: bool
    is_amount: bool
    """Whether it is the same number, however compared."""
    is_near: bool
    """Whether it is of about the same size, or the same number of another unit."""
    is_slip: bool
    """Whether it is a large number of the same digits in another order, of the same."""

    @property
    def is_like(self) -> bool:
        """Whether the sentences share enough to say that the figure is given."""
        return self.words > 0 and self.shared >= LEAST_SHARED

    @property
    def is_clearly_like(self) -> bool:
        """Whether they share enough to say that the figure is given differently."""
        if self.is_slip:
            return self.words > 0
        least = LEAST_SHARED if self.is_near else LEAST_TO_OBJECT
        return self.words >= LEAST_WORDS and self.shared >= least and self.part >= LEAST_PART


class _Surroundings(NamedTuple):
    """What the figures of a draft's paragraph count, and the numbers of the articles' figures they give."""

    units: frozenset[str]
    given: frozenset[int]


class FigureCheck:
    """Finds the figures of drafts, by those of the articles."""

    def __init__(self, known: KnownPassages) -> None:
        self._known, self._rules = known, FigureRules(known)
        self._read = lru_cache(maxsize=1)(self._rules.read)

    @cached_property
    def _figures(self) -> list[KnownFigure]:
        """The figures of the articles, which are read where a draft has any."""
        return find_known_figures(self._known, self._rules)

    @cached_property
    def _by_unit(self) -> dict[str, set[int]]:
        """The numbers of the articles' figures by what they count."""
        by_unit: dict[str, set[int]] = {}
        for number, figure in enumerate(self._figures):
            for unit in figure.units:
                by_unit.setdefault(unit, set()).add(number)
        return by_unit

    @cached_property
    def _shares(self) -> set[int]:
        return {number for number, figure in enumerate(self._figures) if _is_share(figure.quantity)}

    @cached_property
    def _disputed(self) -> set[int]:
        return {number for number, known in enumerate(self._figures) if known.linked}

    @cached_property
    def _pairs(self) -> set[int]:
        return {number for number, known in enumerate(self._figures) if known.figure.against}

    def find(self, text: str, quotations: Iterable[tuple[int, int]]) -> Iterator[Finding]:
        """Yield the figures of a draft of which these articles say something, right ones too, in order.

        `quotations` are the spans of what stands in the articles word for word, and is not looked at.
        """
        quoted, figures = Spans(quotations), self._read(text)
        spans = [(figure.start, figure.end) for figure in figures]
        near = dict(zip(spans, self._known.find_surroundings(text, spans), strict=True))
        words = blank(text, sorted([*spans, *self._known.calendar.find_dates(text)]))
        for group in _group_by_paragraph(text, figures):
            surroundings = self._survey(group)
            for figure in group:
                span = figure.start, figure.end
                if not quoted.touch(*span):
                    start, end = self._rules.widen(text, figure)
                    found = self._check(figure, words[slice(*near[span])], surroundings)
                    yield from (finding._replace(start=start, end=end) for finding in found)

    def count(self, text: str, quotations: Iterable[tuple[int, int]]) -> int:
        """Return how many figures a draft has outside such quotations."""
        quoted = Spans(quotations)
        return sum(not quoted.touch(figure.start, figure.end) for figure in self._read(text))

    def _survey(self, figures: Sequence[Figure]) -> _Surroundings:
        """Return what the figures of a paragraph count, and which of the articles' they give."""
        given = (
            number
            for figure in figures
            for number in self._find_same_unit(figure) or self._disputed
            if _fits(figure, self._figures[number])
        )
        return _Surroundings(frozenset(unit for figure in figures for unit in figure.units), frozenset(given))

    def _check(self, figure: Figure, sentence: str, surroundings: _Surroundings) -> Iterator[Finding]:
        """Yield what is said of a figure, if anything is."""
        own = self._known.split_words(sentence)
        words = self._known.weigh(own, surroundings.units - set(figure.units))
        if self._has_both_sides(figure):
            return
        candidates = [
            self._compare(known, figure, words, surroundings)
            for known in self._find_candidates(figure, words)
        ]
        same = [one for one in candidates if one.is_same and one.is_like]
        other = [one for one in candidates if not one.is_same and one.is_clearly_like]
        linked = {
            self._figures[number].place
            for one in other
            for set_ in one.figure.linked.values()
            for number in set_
        }
        sides = [one for one in candidates if one.is_same and one.figure.place in linked]
        surely = [one.shared for one in other if one.part >= SURELY_PART and not one.is_amount]
        if same and max(one.shared for one in same) >= MARGIN * max(surely, default=0.0):
            yield self._tell_given(figure, max(same, key=_get_shared).figure, surroundings)
        elif sides:
            yield self._tell_given(figure, max(sides, key=_get_shared).figure, surroundings)
        elif other:
            yield self._tell_other(figure, max(other, key=_get_shared).figure)

    def _has_both_sides(self, figure: Figure) -> bool:
        """Whether a range is from one side of a disagreement to the other."""
        upper = figure.quantity.upper or frozenset()
        return any(
            not upper.isdisjoint(self._figures[other].quantity.values)
            for number in (self._disputed if upper else ())
            if _is_amount(figure, self._figures[number])
            for others in self._figures[number].linked.values()
            for other in others
        )

    def _find_same_unit(self, figure: Figure) -> set[int]:
        """Return the figures of the articles that count the same."""
        units = [unit.forms for unit in self._known.weigh(figure.heads) if unit.weight >= LEAST_UNIT]
        found = {number for unit in frozenset().union(*units) for number in self._by_unit.get(unit, ())}
        pairs = self._pairs if figure.against else set()
        return found | pairs | (self._shares if _is_share(figure.quantity) else set())

    def _find_candidates(self, figure: Figure, words: Sequence[DraftWord]) -> list[KnownFigure]:
        """Return the figures of the same unit, with those that a disagreement sets against them."""
        found = self._find_same_unit(figure) or {
            number
            for number, known in enumerate(self._figures)
            if _is_near_without_unit(figure, known, words)
        }
        linked = (others for number in found for others in self._figures[number].linked.values())
        return [self._figures[number] for number in sorted(found.union(*linked))]

    def _compare(
        self, known: KnownFigure, figure: Figure, words: Sequence[DraftWord], surroundings: _Surroundings
    ) -> _Candidate:
        """Return what the sentence of a figure shares with an article's."""
        counted = self._find_forms(figure.units) & known.units
        words = [word for word in words if word.forms.isdisjoint(counted)]
        own = [word for word in words if not word.forms.isdisjoint(known.passage.words)]
        coded = [word for word in words if not word.forms.isdisjoint(known.coded_words)]
        beside = (self._figures[number] for number in surroundings.given)
        has_beside = any(other.passage is known.passage and other is not known for other in beside)
        shared = measure_all(own) + CODED_WEIGHT * measure_all(coded) + BESIDE * has_beside
        is_bound = figure.is_bound and known.figure.is_bound
        is_unit = not is_bound or not known.units.isdisjoint(self._find_forms(figure.units[:1]))
        is_same, is_amount = is_unit and _fits(figure, known), is_unit and _is_amount(figure, known)
        part = shared / (measure_all(words) or 1)
        count = len(own) + len(coded) + has_beside
        is_near = is_amount or not is_unit or _is_near(figure, known)
        is_slip = bool(counted) and _is_slip(figure, known)
        return _Candidate(known, count, shared, part, is_same, is_amount, is_near, is_slip)

    def _find_forms(self, words: Iterable[str]) -> frozenset[str]:
        """Return the words of the articles that are forms of some words."""
        return frozenset().union(*map(self._known.word_forms.find, words))

    def _tell_given(self, figure: Figure, known: KnownFigure, surroundings: _Surroundings) -> Finding:
        for discrepancy, others in sorted(known.linked.items()):
            if others.isdisjoint(surroundings.given):
                return self._tell_dispute(figure, known, discrepancy, others)
        return Finding(FindingKind.FIGURE, Verdict.GIVEN, figure.start, figure.end, places=(known.place,))

    def _tell_dispute(
        self, figure: Figure, known: KnownFigure, discrepancy: str, others: Iterable[int]
    ) -> Finding:
        (label,) = self._known.db.execute(LABELS, [discrepancy]).fetchone()
        sides = self._known.db.execute(SIDES, [discrepancy]).fetchall()

        def is_own(side: tuple[str, str]) -> bool:
            return any(_is_amount(said, known) for said in self._rules.read(side[1]))

        told = [
            Told(f"{voice}: {says}", "discrepancies", discrepancy)
            for voice, says in sorted(sides, key=is_own)
        ]
        places = (*(self._figures[other].place for other in sorted(others)), known.place)
        return Finding(
            FindingKind.FIGURE, Verdict.DISPUTED, figure.start, figure.end, label, places, told=tuple(told)
        )

    def _tell_other(self, figure: Figure, known: KnownFigure) -> Finding:
        others = sorted(set().union(*known.linked.values()))
        places = (known.place, *(self._figures[other].place for other in others))
        told, text = find_told(self._known.db, places), self._known.texts[known.place.source_id]
        return Finding(
            FindingKind.FIGURE,
            Verdict.OTHERWISE,
            figure.start,
            figure.end,
            "",
            places,
            article_words=text[slice(*self._rules.widen(text, known.figure))],
            told=told,
        )


def _get_shared(candidate: _Candidate) -> float:
    return candidate.shared


def _is_near_without_unit(figure: Figure, known: KnownFigure, words: Sequence[DraftWord]) -> bool:
    """Whether a large number of about this size stands in a sentence like this."""
    value, other = max(figure.values), max(known.quantity.values)
    shared = measure_shared(words, known.passage.words | known.coded_words)
    return (
        min(value, other) >= LEAST_WITHOUT_UNIT
        and max(value, other) <= NEARNESS * min(value, other)
        and shared >= max(WITHOUT_UNIT, PART_WITHOUT_UNIT * measure_all(words))
    )


def _is_near(figure: Figure, known: KnownFigure) -> bool:
    """Whether two large numbers are of about the same size."""
    least, most = sorted((max(figure.values), max(known.quantity.values)))
    return least >= LEAST_WITHOUT_UNIT and most <= NEAR * least


def _is_slip(figure: Figure, known: KnownFigure) -> bool:
    """Whether two large numbers have the same digits in another order."""
    one, other = max(figure.values), max(known.quantity.values)
    return min(one, other) >= LEAST_WITHOUT_UNIT and one != other and sorted(str(one)) == sorted(str(other))


def _is_share(quantity: PrintedQuantity) -> bool:
    return min(quantity.values) < 1


def _is_amount(figure: Figure, known: KnownFigure) -> bool:
    """Whether the numbers are the same; of millions any below ten of them."""
    least = max(known.quantity.values)
    is_meant = known.quantity.vague and least <= max(figure.values) < VAGUE * least
    is_other = figure.against.isdisjoint(known.figure.against or known.quantity.values)
    if figure.against and is_other:
        return False
    return is_meant or not figure.values.isdisjoint(known.quantity.values)


def _fits(figure: Figure, known: KnownFigure) -> bool:
    """Whether a figure of a draft gives the same amount as an article's, and compares it so, too."""
    uppers = figure.quantity.upper or frozenset(), known.quantity.upper or frozenset()
    if any(uppers) and uppers[0].isdisjoint(uppers[1]):
        return False
    if known.quantity.vague:
        return _is_amount(figure, known)
    fitting = frozenset().union(*(FITTING[sign] for sign in known.quantity.comparators))
    return _is_amount(figure, known) and not figure.quantity.comparators.isdisjoint(fitting)


def _group_by_paragraph(text: str, figures: Iterable[Figure]) -> Iterator[list[Figure]]:
    """Yield the figures of each paragraph."""
    breaks = [found.start() for found in PARAGRAPH_BREAK.finditer(text)]
    for _, group in groupby(figures, lambda figure: bisect_left(breaks, figure.start)):
        yield list(group)
