"""Fixtures for all tests: a made-up dataset to build and break, and the real one, built once."""

import os
import shutil
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path

import pytest

from fixtures.built_dataset import ROOT, VILLAGE, Dataset, build_shared

pytest_plugins = ["fixtures.reader_databases", "fixtures.releases"]


def pytest_addoption(parser: pytest.Parser) -> None:
    """Add the option to write anew what tests compare with."""
    parser.addoption("--refresh", action="store_true", help="write anew the page or screens compared with")


@pytest.fixture
def make_village(tmp_path: Path) -> Callable[[str], Dataset]:
    """Make copies of the made-up seeds of tests/fixtures/village/, one for each name."""

    def make(name: str) -> Dataset:
        shutil.copytree(VILLAGE, tmp_path / name / "seeds")
        return Dataset(tmp_path / name)

    return make


@pytest.fixture
def village(make_village: Callable[[str], Dataset]) -> Dataset:
    """A copy of the made-up seeds, not built."""
    return make_village("village")


@pytest.fixture(scope="session")
def real_seeds() -> Path:
    """The real seeds; a source distribution has them without the articles' text."""
    seeds = ROOT / "seeds"
    if not any((seeds / "articles").glob("*.txt")):
        pytest.skip("the articles are left out of a source distribution")
    return seeds


@pytest.fixture(scope="session")
def checkout() -> Path:
    """The git checkout in which the tests run."""
    if not (ROOT / ".git").exists():
        pytest.skip("this is no git checkout")
    return ROOT


@pytest.fixture(scope="session")
def shared_folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder that all processes of a test run share."""
    own = tmp_path_factory.getbasetemp()
    return own.parent if "PYTEST_XDIST_WORKER" in os.environ else own


@pytest.fixture(scope="session")
def dataset(real_seeds: Path, shared_folder: Path) -> Dataset:
    """The real seeds, built once for all tests that only look."""
    return build_shared(shared_folder / "dataset", real_seeds)


@pytest.fixture(scope="session")
def connection(dataset: Dataset) -> Iterator[sqlite3.Connection]:
    """A connection to the real database."""
    with closing(sqlite3.connect(f"file:{dataset.database}?mode=ro", uri=True)) as connection:
        yield connection
