"""Words between quotation marks, held against the made-up articles: which are exact, and which are not."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from istanbul_talks.check.articles import Articles, load_articles
from istanbul_talks.check.quotation_match import match_quotation

EXACT, NEARLY, ALTERED, NOT_HERE = "exact", "exact but for", "altered", "not in these articles"


@pytest.fixture(scope="module")
def articles(village_db: Path) -> Iterator[Articles]:
    with closing(sqlite3.connect(village_db)) as db:
        yield load_articles(db)


@pytest.mark.parametrize(
    ("words", "verdict", "differs"),
    [
        ("We will share the well,", EXACT, ""),
        ("We will\nshare the\u00a0we\u00adll", EXACT, ""),
        ("we will share the well.", NEARLY, "the sign before the closing mark; letter case at the beginning"),
        ("Otter demanded … 12 carts from the lane", NEARLY, "an ellipsis"),
        ("at the mill. “We will", NEARLY, "the article's markup"),
        ("Otter demanded that … from the lane", ALTERED, "the ellipsis hides “12”"),
        ("Otter demanded that Upperton remove 13 carts", ALTERED, "the article has “12” for “13”"),
        ("We will share the well. But only", ALTERED, None),
        ("Ask not what the mill can do for you", NOT_HERE, ""),
    ],
)
def test_words_between_marks_are_judged(
    articles: Articles, words: str, verdict: str, differs: str | None
) -> None:
    """Catch words called exact that are not, exact ones called otherwise, and what differs told wrong."""
    match = match_quotation(articles, words)
    assert (match.verdict, match.differs if differs is not None else None) == (verdict, differs)
