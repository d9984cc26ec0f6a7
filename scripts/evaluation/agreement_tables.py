"""The comparison of two codings: what is measured, for each article and over all, as tables for a page."""

import re
from bisect import bisect_right
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import cached_property

from evaluation.agreement_measures import Agreement, Judgement, agreement, disjoint, disorder, gamma, unequal
from evaluation.coded_units import AUTHOR, FIELDS, Pair, Unit, covered
from evaluation.unit_alignment import TIE, Alignment, align
from generated_docs.markdown_table import format_table

UNDEFINED = "–"
FIGURES = ("number", "raw", "alpha", "95 % interval")
WORD = re.compile(r"\S+")
# Which words a coder took up: the layer's name, and whether a unit belongs to it.
LAYERS: dict[str, Callable[[Unit], bool]] = {
    "any record": lambda unit: True,
    "demands": lambda unit: unit.table == "demand",
    "claims": lambda unit: unit.table == "claim",
    "events": lambda unit: unit.table == "event",
    "roles": lambda unit: unit.table == "role",
    "speech of somebody quoted": lambda unit: unit.values.get("speaker", AUTHOR) != AUTHOR,
}


class Compared:
    """An article with its two codings, aligned; `tie` is what agreeing fields weigh in that."""

    def __init__(self, pair: Pair, tie: float = TIE) -> None:
        self.pair = pair
        self._tie = tie
        self._starts = [sentence.start for sentence in pair.sentences]

    @cached_property
    def alignment(self) -> Alignment:
        """The units of both coders, paired."""
        return align(self.pair.first, self.pair.second, self._tie)

    def words(self, layer: str) -> Iterator[Judgement]:
        """Yield for each word of the article whether each coder took it up."""
        first, second = map(covered, self.units(layer))
        for match in WORD.finditer(self.pair.text.characters):
            places = range(*match.span())
            one, other = (str(not coded.isdisjoint(places)) for coded in (first, second))
            yield Judgement(one, other, self._sentence(match.start()))

    def field(self, kind: str, name: str) -> Iterator[Judgement]:
        """Yield what both coders gave each aligned unit of a table in a field."""
        for first, second in self.alignment.pairs:
            if first.table == second.table == kind:
                yield Judgement(first.values[name], second.values[name], self._sentence(first.hull.start))

    def tables(self) -> Iterator[Judgement]:
        """Yield in which table both coders put each aligned unit."""
        for first, second in self.alignment.pairs:
            yield Judgement(first.table, second.table, self._sentence(first.hull.start))

    def units(self, layer: str) -> tuple[list[Unit], list[Unit]]:
        """Return both coders' units of a layer."""
        first, second = (
            [unit for unit in units if LAYERS[layer](unit)] for units in (self.pair.first, self.pair.second)
        )
        return first, second

    def aligned(self, layer: str) -> int:
        """Count the pairs that both coders put into the same table, in a layer."""
        same = [first for first, second in self.alignment.pairs if first.table == second.table]
        return sum(map(LAYERS[layer], same))

    def _sentence(self, position: int) -> tuple[str, int]:
        return self.pair.source, bisect_right(self._starts, position)


Articles = Sequence[Compared]
Measured = tuple[str, Callable[[Articles], Agreement]]


def tabulate_agreement(compared: Articles) -> dict[str, str]:
    """Return the tables of the page by the names of their places."""
    return {
        "words": _agreement_tables("words in", list(_words()), compared),
        "units": _units_table(compared),
        "fields": _agreement_tables("field", list(_fields()), compared),
        "ties": _ties_table(compared),
    }


def _words() -> Iterator[Measured]:
    for layer in LAYERS:
        yield layer, _of_words(layer)


def _of_words(layer: str) -> Callable[[Articles], Agreement]:
    return lambda articles: agreement(_gathered(each.words(layer) for each in articles))


def _fields() -> Iterator[Measured]:
    yield "table", lambda articles: agreement(_gathered(each.tables() for each in articles))
    for kind, names in FIELDS.items():
        for name in names:
            yield f"{kind}: {name}", _of_field(kind, name)


def _of_field(kind: str, name: str) -> Callable[[Articles], Agreement]:
    distance = disjoint if name == "topics" else unequal
    return lambda articles: agreement(_gathered(each.field(kind, name) for each in articles), distance)


def _gathered(judgements: Iterable[Iterable[Judgement]]) -> list[Judgement]:
    return [judged for each in judgements for judged in each]


def _agreement_tables(what: str, measured: Sequence[Measured], compared: Articles) -> str:
    """Return the agreement over all articles, and below it that of each article."""
    over_all = [(name, *_figures(measure(compared))) for name, measure in measured]
    rows = [(name, *(_cell(measure([each])) for each in compared)) for name, measure in measured]
    articles = [each.pair.source for each in compared]
    return "\n\n".join(
        [
            format_table((what, *FIGURES), over_all, right=4),
            "By article: alpha (95 % interval), raw agreement of how many.",
            format_table((what, *articles), rows, right=len(articles)),
        ]
    )


def _ties_table(compared: Articles) -> str:
    """Return the agreement on who speaks if fields have no say in what is aligned."""
    untied = [Compared(each.pair, tie=0) for each in compared]
    rows = [
        (name, *_figures(measure(untied)))
        for name, measure in _fields()
        if "speaker" in name or "chain" in name
    ]
    return format_table(("field", *FIGURES), rows, right=4)


def _units_table(compared: Articles) -> str:
    """Return how many units each coder has, how many are aligned, F1 and gamma, over all and by article."""
    rows = [
        (layer, name, *_unit_figures(articles, layer))
        for layer in LAYERS
        for name, articles in [("all articles", compared), *((each.pair.source, [each]) for each in compared)]
    ]
    return format_table(("units", "article", "first", "second", "aligned", "F1", "gamma"), rows, right=5)


def _unit_figures(articles: Articles, layer: str) -> tuple[object, ...]:
    pairs = [each.units(layer) for each in articles]
    first, second = (sum(len(units) for units in side) for side in zip(*pairs, strict=True))
    aligned = sum(each.aligned(layer) for each in articles)
    f1 = 2 * aligned / (first + second) if first + second else None
    lengths = [len(each.pair.text) for each in articles]
    disorders = [disorder(*units, length) for units, length in zip(pairs, lengths, strict=True)]
    return first, second, aligned, _shown(f1), _shown(gamma(disorders))


def _figures(measured: Agreement) -> tuple[object, ...]:
    return measured.size, _percent(measured), _shown(measured.alpha), _interval(measured)


def _cell(measured: Agreement) -> str:
    alpha = f"{_shown(measured.alpha)} ({_interval(measured)}), " if measured.alpha is not None else ""
    return f"{alpha}{_percent(measured)} of {measured.size}" if measured.size else UNDEFINED


def _interval(measured: Agreement) -> str:
    return " to ".join(f"{bound:.2f}" for bound in measured.interval) if measured.interval else UNDEFINED


def _percent(measured: Agreement) -> str:
    return f"{100 * measured.raw:.1f} %" if measured.size else UNDEFINED


def _shown(figure: float | None) -> str:
    return UNDEFINED if figure is None else f"{figure:.2f}"
