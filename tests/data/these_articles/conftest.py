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
    if ARTICLES - {path.stem for path in (real_seeds / "articles").glob("*.txt")}:
        pytest.skip("the dataset is of other articles")
