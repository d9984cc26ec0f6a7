"""Tables of how far two codings agree, for each article and over all."""

import re
from bisect import bisect_right
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import cached_property

from evaluation.agreement_measures import (
    Agreement,
    Judgement,
    compute_gamma,
    differ,
    measure_agreement,
    measure_disorder,
    measure_set_distance,
)
from evaluation.coded_units import AUTHOR, FIELDS, CodedArticle, CodedUnit, cover_characters
from evaluation.unit_alignment import TIE, UnitAlignment, align_units
from generated_docs.markdown_table import format_table

UNDEFINED = "–"
FIGURES = ("number", "raw", "alpha", "95 % interval")
WORD = re.compile(r"\S+")
# Which words a coder took up: the layer's name, and whether a unit belongs to it.
LAYERS: dict[str, Callable[[CodedUnit], bool]] = {
    "any record": lambda unit: True,
    "demands": lambda unit: unit.table == "demand",
    "claims": lambda unit: unit.table == "claim",
    "events": lambda unit: unit.table == "event",
    "roles": lambda unit: unit.table == "role",
    "speech of somebody quoted": lambda unit: unit.values.get("speaker", AUTHOR) != AUTHOR,
}


class ComparedArticle:
    """An article with its two codings, aligned; `tie` is what agreeing fields weigh in that."""

    def __init__(self, pair: CodedArticle, tie: float = TIE) -> None:
        self.pair = pair
        self._tie = tie
        self._starts = [sentence.start for sentence in pair.sentences]

    @cached_property
    def alignment(self) -> UnitAlignment:
        """The units of both coders, paired."""
        return align_units(self.pair.first, self.pair.second, self._tie)

    def judge_words(self, layer: str) -> Iterator[Judgement]:
        """Yield for each word of the article whether each coder took it up."""
        first, second = map(cover_characters, self.get_units(layer))
        for match in WORD.finditer(self.pair.text.characters):
            places = range(*match.span())
            one, other = (str(not coded.isdisjoint(places)) for coded in (first, second))
            yield Judgement(one, other, self._find_sentence(match.start()))

    def judge_field(self, kind: str, name: str) -> Iterator[Judgement]:
        """Yield what both coders gave each aligned unit of a table in a field."""
        for first, second in self.alignment.pairs:
            if first.table == second.table == kind:
                yield Judgement(
                    first.values[name], second.values[name], self._find_sentence(first.hull.start)
                )

    def judge_tables(self) -> Iterator[Judgement]:
        """Yield in which table both coders put each aligned unit."""
        for first, second in self.alignment.pairs:
            yield Judgement(first.table, second.table, self._find_sentence(first.hull.start))

    def get_units(self, layer: str) -> tuple[list[CodedUnit], list[CodedUnit]]:
        """Return both coders' units of a layer."""
        first, second = (
            [unit for unit in units if LAYERS[layer](unit)] for units in (self.pair.first, self.pair.second)
        )
        return first, second

    def count_aligned(self, layer: str) -> int:
        """Count the pairs that both coders put into the same table, in a layer."""
        same = [first for first, second in self.alignment.pairs if first.table == second.table]
        return sum(map(LAYERS[layer], same))

    def _find_sentence(self, position: int) -> tuple[str, int]:
        return self.pair.source, bisect_right(self._starts, position)


Articles = Sequence[ComparedArticle]
Measured = tuple[str, Callable[[Articles], Agreement]]


def tabulate_agreement(compared: Articles) -> dict[str, str]:
    """Return the tables of the page by the names of their places."""
    return {name: tabulate(compared) for name, tabulate in TABLES.items()}


def format_figures(measured: Agreement) -> tuple[object, ...]:
    """Return the cells of `FIGURES`."""
    return (
        measured.size,
        _format_percent(measured),
        _format_number(measured.alpha),
        _format_interval(measured),
    )


def _list_word_measures() -> Iterator[Measured]:
    for layer in LAYERS:
        yield layer, _make_word_measure(layer)


def _make_word_measure(layer: str) -> Callable[[Articles], Agreement]:
    return lambda articles: measure_agreement(_gather(article.judge_words(layer) for article in articles))


def _list_field_measures() -> Iterator[Measured]:
    yield "table", lambda articles: measure_agreement(_gather(article.judge_tables() for article in articles))
    for kind, names in FIELDS.items():
        for name in names:
            yield f"{kind}: {name}", _make_field_measure(kind, name)


def _make_field_measure(kind: str, name: str) -> Callable[[Articles], Agreement]:
    distance = measure_set_distance if name == "topics" else differ
    return lambda articles: measure_agreement(
        _gather(article.judge_field(kind, name) for article in articles), distance
    )


def _gather(judgements: Iterable[Iterable[Judgement]]) -> list[Judgement]:
    return [judgement for group in judgements for judgement in group]


def _tabulate_measures(what: str, measured: Sequence[Measured], compared: Articles) -> str:
    """Return the agreement over all articles, and below it that of each article."""
    over_all = [(name, *format_figures(measure(compared))) for name, measure in measured]
    rows = [(name, *(_format_cell(measure([article])) for article in compared)) for name, measure in measured]
    articles = [article.pair.source for article in compared]
    return "\n\n".join(
        [
            format_table((what, *FIGURES), over_all, right=4),
            "By article: alpha (95 % interval), raw agreement of how many.",
            format_table((what, *articles), rows, right=len(articles)),
        ]
    )


def _tabulate_without_ties(compared: Articles) -> str:
    """Return the agreement on who speaks if fields have no say in what is aligned."""
    untied = [ComparedArticle(article.pair, tie=0) for article in compared]
    rows = [
        (name, *format_figures(measure(untied)))
        for name, measure in _list_field_measures()
        if "speaker" in name or "chain" in name
    ]
    return format_table(("field", *FIGURES), rows, right=4)


def _tabulate_units(compared: Articles) -> str:
    """Return how many units each coder has, how many are aligned, F1 and gamma, over all and by article."""
    rows = [
        (layer, name, *_count_units(articles, layer))
        for layer in LAYERS
        for name, articles in [
            ("all articles", compared),
            *((article.pair.source, [article]) for article in compared),
        ]
    ]
    return format_table(("units", "article", "first", "second", "aligned", "F1", "gamma"), rows, right=5)


def _count_units(articles: Articles, layer: str) -> tuple[object, ...]:
    pairs = [article.get_units(layer) for article in articles]
    first, second = (sum(len(units) for units in side) for side in zip(*pairs, strict=True))
    aligned = sum(article.count_aligned(layer) for article in articles)
    f1 = 2 * aligned / (first + second) if first + second else None
    lengths = [len(article.pair.text) for article in articles]
    disorders = [measure_disorder(*units, length) for units, length in zip(pairs, lengths, strict=True)]
    return first, second, aligned, _format_number(f1), _format_number(compute_gamma(disorders))


def _format_cell(measured: Agreement) -> str:
    alpha = (
        f"{_format_number(measured.alpha)} ({_format_interval(measured)}), "
        if measured.alpha is not None
        else ""
    )
    return f"{alpha}{_format_percent(measured)} of {measured.size}" if measured.size else UNDEFINED


def _format_interval(measured: Agreement) -> str:
    return " to ".join(f"{bound:.2f}" for bound in measured.interval) if measured.interval else UNDEFINED


def _format_percent(measured: Agreement) -> str:
    return f"{100 * measured.raw:.1f} %" if measured.size else UNDEFINED


def _format_number(figure: float | None) -> str:
    return UNDEFINED if figure is None else f"{figure:.2f}"


TABLES: dict[str, Callable[[Articles], str]] = {
    "words": lambda compared: _tabulate_measures("words in", list(_list_word_measures()), compared),
    "units": _tabulate_units,
    "fields": lambda compared: _tabulate_measures("field", list(_list_field_measures()), compared),
    "ties": _tabulate_without_ties,
}
"""The tables of the page by the names of their places."""
