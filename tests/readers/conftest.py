"""Fixtures for the readers: databases of the made-up village."""

import hashlib
import shutil
from pathlib import Path

import pytest

from datasets import ROOT, Dataset


def build_village(folder: Path, *, with_text: bool) -> Path:
    shutil.copytree(ROOT / "tests" / "village", folder / "seeds")
    village = Dataset(folder)
    village.build(with_text=with_text)
    return village.database


@pytest.fixture(scope="session")
def village_db(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The village's database with the articles' text, as a checkout builds it."""
    return build_village(tmp_path_factory.mktemp("village"), with_text=True)


@pytest.fixture(scope="session")
def released_db(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The village's database without the articles' text, as it is released."""
    return build_village(tmp_path_factory.mktemp("released"), with_text=False)


ATTACK = "<script>document.title = 'owned'</script><img src=x onerror=\"document.title = 'owned'\">"
"""What would change a page's title if a browser took it for markup."""


@pytest.fixture(scope="session")
def hostile(tmp_path_factory: pytest.TempPathFactory) -> Dataset:
    """The village with markup, script and emoji in an article, a name, a demand and a disagreement."""
    folder = tmp_path_factory.mktemp("hostile")
    shutil.copytree(ROOT / "tests" / "village", folder / "seeds")
    village = Dataset(folder)
    article = village.seeds / "articles" / "well-talks.txt"
    before = hashlib.sha256(article.read_bytes()).hexdigest()
    village.edit("articles/well-talks.txt", "On Friday", f"🐑👩‍👩‍👧 {ATTACK} On Friday")
    village.edit("articles/well-talks.yaml", before, hashlib.sha256(article.read_bytes()).hexdigest())
    village.edit("registers/actors.yaml", "name: Upperton\n", f"name: {ATTACK} Upperton\n")
    village.edit("registers/demands.yaml", "To share the well by day.", f"To share {ATTACK} the well by day.")
    village.edit("registers/discrepancies.yaml", "label: How many carts", f"label: {ATTACK} How many carts")
    village.build()
    return village
