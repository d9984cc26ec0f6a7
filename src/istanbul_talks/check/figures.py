"""Figures of a draft, held against those that the articles give of the same.

Which of the articles' figures one stands for is found by its unit and the words of its sentence: enough of
their weight must be shared, and clearly more than with what gives another amount. What does not belong here:
how figures are read (known_figures.py).
"""

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from istanbul_talks.check.findings import Finding, Kind, Place, Told, Verdict
from istanbul_talks.check.known_figures import Figure, FigureRules, KnownFigure, Spans, find_known_figures
from istanbul_talks.check.known_passages import DraftWord, KnownPassages, measure_all, measure_shared
from istanbul_talks.check.told_records import find_told
from istanbul_talks.text.printed_quantities import PrintedQuantity

LEAST_SHARED = 1.5
"""What a sentence with the same figure must share with the article's."""

LEAST_TO_OBJECT = 4.0
"""What a sentence with another figure must share, unless"""

LEAST_PART = 0.3
"""it shares this part of what it says."""

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

LABELS = "SELECT label FROM discrepancies WHERE id = ?"

SIDES = (
    "SELECT source_id, voice || ': ' || says FROM discrepancy_sides WHERE discrepancy_id = ? ORDER BY number"
)


class _Candidate(NamedTuple):
    """A figure of the articles that one of the draft may stand for."""

    number: int
    shared: float
    part: float
    is_same: bool


class FigureCheck:
    """Finds the figures of drafts, by those of the articles."""

    def __init__(self, known: KnownPassages) -> None:
        self._known = known
        self._rules = FigureRules(known)
        self._figures = find_known_figures(known, self._rules)
        self._by_unit: dict[str, set[int]] = {}
        for number, figure in enumerate(self._figures):
            for unit in figure.units:
                self._by_unit.setdefault(unit, set()).add(number)
            known.word_forms.add(figure.units)

    def find(self, text: str, quotations: Iterable[tuple[int, int]]) -> Iterator[Finding]:
        """Yield the figures of a draft of which these articles say something, right ones too, in order.

        `quotations` are the spans of what stands in the articles word for word, and is not looked at.
        """
        quoted, figures = Spans(quotations), self._rules.read(text)
        paragraphs = _group_by_paragraph(text, figures)
        spans = [(figure.start, figure.end) for figure in figures]
        for figure, (_, sentence) in zip(figures, self._known.pair_with_sentences(text, spans), strict=True):
            if not quoted.touch(figure.start, figure.end):
                yield from self._check(figure, sentence, paragraphs[figure.start])

    def _check(self, figure: Figure, sentence: str, beside: Sequence[Figure]) -> Iterator[Finding]:
        """Yield what is said of a figure, if anything is."""
        words = self._known.weigh(self._known.split_words(sentence) - set(figure.units))
        candidates = [
            self._compare(number, figure, words) for number in sorted(self._find_candidates(figure))
        ]
        same = [one for one in candidates if one.is_same and one.shared >= LEAST_SHARED]
        other = [
            one
            for one in candidates
            if not one.is_same and one.shared >= LEAST_TO_OBJECT and one.part >= LEAST_PART
        ]
        if same:
            yield self._tell_given(figure, same, beside)
        elif other:
            best = max(other, key=lambda one: one.shared)
            yield self._tell_other(figure, self._figures[best.number])

    def _find_candidates(self, figure: Figure) -> set[int]:
        """Return the figures of the same unit, with those that a disagreement sets against them."""
        forms = [self._known.word_forms.find(unit) for unit in figure.units]
        found = {
            number
            for place, known in enumerate(forms)
            for unit in known
            for number in self._by_unit.get(unit, ())
        }
        return found.union(*(others for number in found for others in self._figures[number].linked.values()))

    def _compare(self, number: int, figure: Figure, words: Sequence[DraftWord]) -> _Candidate:
        known = self._figures[number]
        shared = measure_shared(words, known.words)
        return _Candidate(
            number, shared, shared / (measure_all(words) or 1), _fits(figure.quantity, known.quantity)
        )

    def _tell_given(self, figure: Figure, same: Sequence[_Candidate], beside: Sequence[Figure]) -> Finding:
        best = max(same, key=lambda one: one.shared)
        known = self._figures[best.number]
        for discrepancy, others in sorted(known.linked.items()):
            both = any(
                _fits(one.quantity, self._figures[other].quantity) for one in beside for other in others
            )
            if not both:
                return self._tell_dispute(figure, known, discrepancy, others)
        return Finding(Kind.FIGURE, Verdict.GIVEN, figure.start, figure.end, places=(known.place,))

    def _tell_dispute(
        self, figure: Figure, known: KnownFigure, discrepancy: str, others: Iterable[int]
    ) -> Finding:
        places = (known.place, *(self._figures[other].place for other in sorted(others)))
        (label,) = self._known.db.execute(LABELS, [discrepancy]).fetchone()
        told = tuple(
            Told(sentence, "discrepancies", discrepancy)
            for _, sentence in self._known.db.execute(SIDES, [discrepancy])
        )
        return Finding(
            Kind.FIGURE,
            Verdict.DISPUTED,
            figure.start,
            figure.end,
            differs=label,
            places=places,
            article_words=self._print(known.place),
            told=told,
        )

    def _tell_other(self, figure: Figure, known: KnownFigure) -> Finding:
        return Finding(
            Kind.FIGURE,
            Verdict.OTHERWISE,
            figure.start,
            figure.end,
            differs=f"these articles give {self._print(known.place)}",
            told=find_told(self._known.db, [known.place]),
            places=(known.place,),
            article_words=self._print(known.place),
        )

    def _print(self, place: Place) -> str:
        """Return a figure with its unit as the article prints it."""
        return self._known.texts[place.source_id][place.start : place.end]


def _fits(draft: PrintedQuantity, known: PrintedQuantity) -> bool:
    """Whether a figure of a draft gives an amount as an article does."""
    if draft.values.isdisjoint(known.values) or (draft.upper or frozenset()).isdisjoint(
        known.upper or frozenset()
    ) != (known.upper is None and draft.upper is None):
        return False
    comparators = set().union(*(FITTING[sign] for sign in known.comparators))
    return not draft.comparators.isdisjoint(comparators)


def _group_by_paragraph(text: str, figures: Iterable[Figure]) -> dict[int, list[Figure]]:
    """Return the figures of the same paragraph for each figure, by where it begins."""
    breaks = [found.start() for found in PARAGRAPH_BREAK.finditer(text)]
    groups: dict[int, list[Figure]] = {}
    for figure in figures:
        groups.setdefault(bisect_left(breaks, figure.start), []).append(figure)
    return {figure.start: group for group in groups.values() for figure in group}
