"""Fixtures for the readers: databases of the made-up village."""

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
