"""Reads seeds/recoding/demands.yaml: the kinds and addressees of the demands, coded again by two coders.

Other than in the second coding of the articles, both coders had the same demands; a demand counts once,
however many passages tell of it. There is a round for each wording of the rules that was tried.
"""

from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from evaluation.adjudication import check_decision
from evaluation.agreement_measures import Judgement, measure_agreement
from evaluation.agreement_tables import FIGURES, Articles, format_figures
from evaluation.coded_units import NOBODY
from generated_docs.markdown_table import format_table
from pipeline.entry_rules import ListRule, MappingRule, WordsRule
from pipeline.identifiers import Identifiers
from pipeline.problems import Problems
from pipeline.yaml_documents import Document, Entry

FIELDS = ("kind", "addressee")
_CODED = MappingRule({"kind": WordsRule(), "addressee": WordsRule(required=False)}, required=True)
_DEMAND = MappingRule(
    {
        "demand": WordsRule(),
        "sentence": WordsRule(),
        "articles": ListRule(WordsRule(), required=True),
        "first": _CODED,
        "second": _CODED,
        "decision": WordsRule(required=False),
        "reason": WordsRule(required=False),
    }
)


class _Judged(NamedTuple):
    """What both coders gave a demand, told in these articles, in a field."""

    articles: tuple[str, ...]
    field: str
    judgement: Judgement


class DemandRecodings:
    """The rounds of a file, none where it is missing; what is wrong with it is added to `problems`."""

    def __init__(self, path: Path, problems: Problems) -> None:
        self._held_out = ""
        self._rounds: list[list[_Judged]] = []
        if path.exists():
            root = Document(path, problems).root
            self._held_out = str(root.value.get("held_out"))
            self._rounds = [list(_read_round(entry)) for entry in root.items_under("rounds")]

    def tabulate(self, articles: Articles) -> str:
        """Return the agreement of each round, below that of the two codings of the articles."""
        rounds = {"by the old rules": list(_judge_articles(articles))}
        rounds |= {f"round {number}": judged for number, judged in enumerate(self._rounds, 1)}
        rows = [row for name, judged in rounds.items() for row in self._measure(name, judged)]
        return format_table(("coded", "field", "demands told in", *FIGURES), rows, right=4)

    def _measure(self, name: str, judged: list[_Judged]) -> Iterator[tuple[object, ...]]:
        for field in FIELDS:
            given = [one for one in judged if one.field == field]
            parts = {
                "any article": given,
                self._held_out: [one for one in given if self._held_out in one.articles],
                "the others only": [one for one in given if self._held_out not in one.articles],
            }
            for part, kept in parts.items():
                yield name, field, part, *format_figures(measure_agreement([one.judgement for one in kept]))


def _judge_articles(articles: Articles) -> Iterator[_Judged]:
    for article in articles:
        for field in FIELDS:
            for judgement in article.judge_field("demand", field):
                yield _Judged((article.pair.source,), field, judgement)


def _read_round(entry: Entry) -> Iterator[_Judged]:
    for demand in entry.items_under("demands"):
        if _DEMAND.check(demand, Identifiers()):
            yield from _read_demand(demand)


def _read_demand(demand: Entry) -> Iterator[_Judged]:
    first, second = demand.value["first"], demand.value["second"]
    if first != second:
        check_decision(demand)
    elif "decision" in demand.value:
        demand["decision"].problem("the coders do not differ here; remove the decision")
    for field in FIELDS:
        judgement = Judgement(first.get(field, NOBODY), second.get(field, NOBODY), demand.value["sentence"])
        yield _Judged(tuple(demand.value["articles"]), field, judgement)
