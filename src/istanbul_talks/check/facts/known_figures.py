"""Figures: the numbers that a text counts something with, and those that the articles print.

What does not belong here: which of the articles' figures one of a draft stands for (figures.py).
"""

import re
import sqlite3
from collections.abc import Iterable, Iterator, Sequence
from fractions import Fraction
from typing import NamedTuple

from istanbul_talks.check.facts.draft_dates import NUMERIC
from istanbul_talks.check.facts.known_passages import KnownPassages, KnownSentence
from istanbul_talks.check.facts.passed_spans import MARK, Spans
from istanbul_talks.check.findings import ArticlePlace
from istanbul_talks.database.search_query import fold_term
from istanbul_talks.text.printed_numbers import HYPHEN, Values
from istanbul_talks.text.printed_quantities import UNSAID, PrintedQuantity, QuantityRules

YEARS = frozenset(map(Fraction, range(1900, 2101)))
"""Whole numbers that are taken for years where no comma parts them."""

FARTHEST = 40
"""Characters before a number and behind its unit among which words may compare it."""

REACH = 7
"""Tokens behind a number among which its unit is looked for."""

LONGEST_UNIT = 3
"""Words behind a number that may name what it counts: *lower-ranking officials*."""

WORD = re.compile(r"\w+")

PAIR = re.compile(rf"[{HYPHEN}][^\W\d_]+[{HYPHEN}]")
"""What stands between two numbers that are set against each other."""

PARAGRAPH_END = re.compile(r"\n\s*\n")

GROUPED = re.compile(r"(?<![\w.,'’])\d{1,3}(?:(?:['’]\d{3})+|(?:\.\d{3})*\.000)(?![\w'’]|[.,]\d)")
"""A number in groups as other languages part them: 85.000, 85'000."""

SIDES = """
SELECT discrepancy_id, side_id, says, quotes.source_id, start_char, end_char
FROM discrepancy_side_quotes
JOIN discrepancy_sides ON discrepancy_sides.id = side_id
JOIN discrepancies ON discrepancies.id = discrepancy_id AND discrepancies.kind = 'quantity'
JOIN quotes ON quotes.id = quote_id
"""

CODED = """
SELECT source_id, start_char, end_char, comparator, unit
FROM quantities JOIN quotes ON quotes.id = quote_id
"""


class Figure(NamedTuple):
    """A number with its comparators, where it stands in a text, and the words behind it."""

    start: int
    end: int
    quantity: PrintedQuantity
    units: tuple[str, ...]
    stop: int
    """Where the words behind it end."""
    is_bound: bool
    """Whether a hyphen joins it to the first of them: a 30-day ceasefire."""
    against: Values = frozenset()
    """The number that is set against it: 1,000-for-1,000."""

    @property
    def heads(self) -> frozenset[str]:
        """The first and the last word behind it, of which one says what is counted."""
        return frozenset([*self.units[:1], *self.units[-1:]])

    @property
    def values(self) -> Values:
        """What the number can mean."""
        return self.quantity.values


class Coded(NamedTuple):
    """The span of a coded number, how it compares, and its unit."""

    start: int
    end: int
    comparator: str
    unit: str


class FigureRules:
    """How a language prints figures."""

    def __init__(self, known: KnownPassages) -> None:
        forms = known.forms
        self._quantities, self._calendar = QuantityRules(forms), known.calendar
        self._passed = {word for kind in ("articles", "links") for word in forms[kind]}
        self._passed |= {
            word for words in forms["scaled_units"].values() for form in words for word in form.split()
        }
        self._function_words = known.function_words
        compared = (*forms["comparators_before"].values(), *forms["comparators_directly_before"].values())
        self._first_words = {form.split()[0] for kind in compared for form in kind}

    def read(self, text: str) -> list[Figure]:
        """Return the figures of a text in order: numbers, but those of dates, years, marks and rows."""
        tokens = self._quantities.numbers.split(GROUPED.sub(_part_by_spaces, text))
        passed = (found.span() for pattern in (MARK, NUMERIC) for found in pattern.finditer(text))
        taken = Spans([*self._calendar.find_dates(text), *passed])
        quantities = sorted(self._quantities.read_tokens(tokens), key=lambda quantity: quantity.tokens.start)
        numbers = {place for quantity in quantities for place in quantity.tokens}
        forms = [token.form for token in tokens]
        figures = []
        for quantity in quantities:
            first, stop = quantity.tokens.start, quantity.tokens.stop
            start, end = tokens[first].start, tokens[stop - 1].end
            if not taken.touch(start, end) and not self._is_uncounted(quantity, forms, text[start:end]):
                unit = self._find_unit(stop, forms, numbers)
                if unit and PARAGRAPH_END.search(text, end, tokens[unit[-1]].start):
                    unit = []
                units = tuple(fold_term(forms[place]) for place in unit)
                last, is_bound = (tokens[unit[-1]].end if unit else end), forms[stop : stop + 1] == [HYPHEN]
                figures.append(Figure(start, end, quantity, units, last, is_bound))
        return list(_join_pairs(text, figures))

    def widen(self, text: str, figure: Figure) -> tuple[int, int]:
        """Return the span of a figure and its unit with the words near them that compare it, if any do."""
        start, end, quantity = figure.start, figure.stop, figure.quantity
        near = WORD.finditer(text, max(start - FARTHEST, 0), start)
        before = [word.start() for word in near if word[0].lower() in self._first_words]
        behind = [word.end() for word in WORD.finditer(text, end, end + FARTHEST)]
        wider = [(place, end) for place in reversed(before)] + [(start, place) for place in behind]
        is_said = not quantity.comparators >= UNSAID
        found = (span for span in wider if self._reads(text[slice(*span)], quantity)) if is_said else iter(())
        return next(found, (start, end))

    def _reads(self, words: str, quantity: PrintedQuantity) -> bool:
        """Whether words by themselves compare a number so."""
        return any(read.comparators == quantity.comparators for read in self._quantities.read(words))

    def _is_uncounted(self, quantity: PrintedQuantity, forms: Sequence[str], words: str) -> bool:
        """Whether a number is a year or a place in a row, or a word such as *both* or *no*."""
        numbers = self._quantities.numbers
        own = {forms[place] for place in quantity.tokens}
        following = forms[quantity.tokens.stop] if quantity.tokens.stop < len(forms) else ""
        has_link = following in numbers.links
        is_part = min(quantity.values, default=1) < 1 and has_link
        is_ordinal = following in numbers.ordinal_endings or not (own.isdisjoint(numbers.ordinals) or is_part)
        is_year = words.isdigit() and quantity.values <= YEARS
        is_of_some = has_link and not (is_part or quantity.vague)
        return is_ordinal or is_year or is_of_some or own <= set(numbers.weak)

    def _find_unit(self, place: int, forms: Sequence[str], numbers: set[int]) -> list[int]:
        """Return the places of the words behind a number that may say what it counts."""
        unit: list[int] = []
        for index in range(place, min(place + REACH, len(forms))):
            form = fold_term(forms[index])
            is_passed = form in self._passed or form in self._function_words or index in numbers
            if form == HYPHEN or (is_passed and not unit):
                continue
            if is_passed or not form.isalpha() or len(unit) == LONGEST_UNIT:
                break
            unit.append(index)
        return unit


def _part_by_spaces(number: re.Match[str]) -> str:
    return re.sub(r"\D", " ", number[0])


def _join_pairs(text: str, figures: Iterable[Figure]) -> Iterator[Figure]:
    """Yield figures, of two that are set against each other one: 1,000-for-1,000."""
    last: Figure | None = None
    for figure in figures:
        if last and PAIR.fullmatch(text, last.end, figure.start):
            last = figure._replace(
                start=last.start, end=last.end, quantity=last.quantity, against=figure.values
            )
        else:
            yield from filter(None, [last])
            last = figure
    yield from filter(None, [last])


class KnownFigure(NamedTuple):
    """A figure of an article: its place, how it is coded, its sentence, and further words of its records.

    `linked` are the numbers of the figures that a disagreement sets against it, by the disagreement.
    """

    place: ArticlePlace
    figure: Figure
    quantity: PrintedQuantity
    units: frozenset[str]
    passage: KnownSentence
    coded_words: frozenset[str]
    linked: dict[str, set[int]]


def find_known_figures(known: KnownPassages, rules: FigureRules) -> list[KnownFigure]:
    """Return all figures that the articles print."""
    coded = _load_coded(known.db)
    figures = [
        _make_figure(source, figure, known, coded.get(source, ()))
        for source, text in known.texts.items()
        for figure in rules.read(text)
    ]
    for discrepancy, sides in _group_sides(known.db, figures, rules).items():
        for number, side in enumerate(sides):
            others = set().union(*sides[:number], *sides[number + 1 :])
            for figure in side:
                different = {
                    other
                    for other in others
                    if figures[other].quantity.values.isdisjoint(figures[figure].quantity.values)
                }
                if different:
                    figures[figure].linked[discrepancy] = different
    return figures


def _load_coded(db: sqlite3.Connection) -> dict[str, list[Coded]]:
    """Return what is coded of the numbers of each article."""
    coded: dict[str, list[Coded]] = {}
    for source, *row in db.execute(CODED):
        coded.setdefault(source, []).append(Coded(*row))
    return coded


def _make_figure(source: str, figure: Figure, known: KnownPassages, coded: Iterable[Coded]) -> KnownFigure:
    """Return a figure of an article with what is coded of it."""
    place = ArticlePlace(source, figure.start, figure.end)
    own = [row for row in coded if row.start < place.end and place.start < row.end]
    units = {fold_term(unit) for row in own for unit in row.unit.split()[:1]} | {*figure.units[-1:]}
    said = figure.quantity.comparators
    coded_comparators = frozenset(row.comparator for row in own)
    comparators = coded_comparators | (frozenset() if own and said >= UNSAID else said)
    passage = known.find_passage(source, place.start)
    coded_words = frozenset().union(*known.list_coded(*place)) - passage.words
    quantity = figure.quantity._replace(comparators=comparators)
    return KnownFigure(place, figure, quantity, frozenset(units), passage, coded_words, {})


def _group_sides(
    db: sqlite3.Connection, figures: Sequence[KnownFigure], rules: FigureRules
) -> dict[str, list[set[int]]]:
    """Return the figures of each side of the disagreements: those in its words that it says, too."""
    by_source: dict[str, list[int]] = {}
    for number, figure in enumerate(figures):
        by_source.setdefault(figure.place.source_id, []).append(number)
    sides: dict[str, dict[str, set[int]]] = {}
    for discrepancy, side, says, source, start, end in db.execute(SIDES):
        said = frozenset().union(*(figure.quantity.values for figure in rules.read(says)))
        own = sides.setdefault(discrepancy, {}).setdefault(side, set())
        for number in by_source.get(source, ()):
            place = figures[number].place
            if (
                start <= place.start
                and place.end <= end
                and not said.isdisjoint(figures[number].quantity.values)
            ):
                own.add(number)
    return {
        discrepancy: [side for side in by_side.values() if side] for discrepancy, by_side in sides.items()
    }
