"""What stands in this folder is about these articles; a dataset of others skips it."""

from pathlib import Path

import pytest

ARTICLES = {
    "ceasefire-initiative",
    "invitation-rejected",
    "sham-dialogue",
    "total-capitulation",
    "what-prospects",
}


@pytest.fixture(autouse=True, scope="session")
def _these_articles(real_seeds: Path) -> None:
    """The articles that the tests ask about; there may be more."""
    if ARTICLES - _list_articles(real_seeds):
        pytest.skip("the dataset is of other articles")


@pytest.fixture(scope="session")
def only_these_articles(real_seeds: Path) -> None:
    """These articles and no more, for what was measured on them."""
    if _list_articles(real_seeds) - ARTICLES:
        pytest.skip("the dataset has more articles")


def _list_articles(seeds: Path) -> set[str]:
    return {path.stem for path in (seeds / "articles").glob("*.txt")}
