"""The two codings of the articles, compared and adjudicated: tables for docs/quality.md, and what is open."""

from pathlib import Path
from typing import NamedTuple

from evaluation.adjudication import Adjudication
from evaluation.agreement_tables import TABLES, ComparedArticle, tabulate_agreement
from evaluation.coded_units import read_coded_articles
from evaluation.coding_differences import Difference, find_differences, format_questions
from evaluation.demand_recodings import DemandRecodings
from pipeline.contract import read_contract
from pipeline.problems import Problems

NONE = "No article was coded twice."


class Comparison(NamedTuple):
    """The articles with both codings, their differences, and what was decided on these."""

    articles: list[ComparedArticle]
    found: list[Difference]
    adjudication: Adjudication
    rounds: DemandRecodings
    problems: Problems

    def tabulate(self) -> dict[str, str]:
        """Return the tables of docs/quality.md by name; BuildError where a decision is faulty or stale.

        Without a second coding all of them say that there is none.
        """
        self.adjudication.report_stale_decisions(self.found)
        self.problems.raise_blocking(draft=False)
        if not self.articles:
            return dict.fromkeys((*TABLES, "demands", "adjudication"), NONE)
        return {
            **tabulate_agreement(self.articles),
            "demands": self.rounds.tabulate(self.articles),
            "adjudication": self.adjudication.tabulate(self.found),
        }

    def list_undecided(self) -> str:
        """Return every difference that is not decided, as seeds/recoding/adjudication.yaml asks for it."""
        return format_questions(self.adjudication.list_open(self.found))


def read_comparison(seeds: Path, package: Path) -> Comparison:
    """Read both codings of the articles in `seeds`; BuildError where one is faulty."""
    codings, problems = seeds / "recoding", Problems()
    pairs = read_coded_articles(seeds / "articles", codings, read_contract(package))
    articles = [ComparedArticle(pair) for pair in pairs]
    return Comparison(
        articles,
        find_differences(articles),
        Adjudication(codings / "adjudication.yaml", problems),
        DemandRecodings(codings / "demands.yaml", problems),
        problems,
    )
