"""The two codings of these articles, and their adjudication."""

from pathlib import Path

import pytest

from evaluation.adjudication import Adjudication
from evaluation.agreement_tables import ComparedArticle
from evaluation.coded_units import read_coded_articles
from evaluation.coding_differences import find_differences
from evaluation.matched_records import refresh_matched_records
from fixtures.built_dataset import PACKAGE, Dataset
from pipeline.contract import read_contract
from pipeline.problems import Problems


@pytest.fixture(scope="module")
def compared(real_seeds: Path) -> list[ComparedArticle]:
    """The real codings."""
    pairs = read_coded_articles(real_seeds / "articles", real_seeds / "recoding", read_contract(PACKAGE))
    return [ComparedArticle(pair) for pair in pairs]


def test_a_second_coding_is_of_an_article_and_compared_with_a_first(
    compared: list[ComparedArticle], real_seeds: Path
) -> None:
    """Catch a second coding that is not measured, and a first one whose second is not there."""
    articles = {path.stem for path in (real_seeds / "articles").glob("*.txt")}
    twice = {path.stem for path in (real_seeds / "recoding").glob("*.yaml")} & articles
    assert twice
    assert {
        article.pair.source for article in compared if article.pair.first and article.pair.second
    } == twice


def test_every_decision_is_about_a_difference(compared: list[ComparedArticle], real_seeds: Path) -> None:
    """Catch a decision without a reason, or on something in which the codings do not differ."""
    problems = Problems()
    adjudication = Adjudication(real_seeds / "recoding" / "adjudication.yaml", problems)
    adjudication.report_stale_decisions(find_differences(compared))
    problems.raise_blocking(draft=False)


def test_every_difference_is_decided(compared: list[ComparedArticle], real_seeds: Path) -> None:
    """Catch a difference of the two codings that nobody has decided."""
    adjudication = Adjudication(real_seeds / "recoding" / "adjudication.yaml", Problems())
    assert adjudication.list_open(find_differences(compared)) == []


def test_the_matched_records_are_those_of_today(dataset: Dataset) -> None:
    """Catch a file that `python scripts/docs.py` did not refresh."""
    assert refresh_matched_records(dataset.seeds, PACKAGE, dataset.database, check=True) == 0
