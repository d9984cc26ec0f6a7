"""Fixtures for the release: one of the made-up village, and one of the real dataset."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from datasets import PACKAGE, ROOT
from releasing import release

EPOCH = "1700000000"


def make_release(seeds: Path, target: Path) -> Path:
    """Release a dataset at a fixed moment and return the folder."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("SOURCE_DATE_EPOCH", EPOCH)
        release(ROOT, seeds, PACKAGE, target)
    return target


@pytest.fixture(scope="session")
def village_release(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The release of the made-up seeds."""
    return make_release(ROOT / "tests" / "village", tmp_path_factory.mktemp("village") / "release")


@pytest.fixture(scope="session")
def real_release(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The release of the real seeds."""
    return make_release(ROOT / "seeds", tmp_path_factory.mktemp("real") / "release")


@pytest.fixture(scope="session")
def released(real_release: Path) -> Iterator[sqlite3.Connection]:
    """A connection to the real released database."""
    with closing(
        sqlite3.connect(f"file:{real_release / 'istanbul-talks.db'}?mode=ro", uri=True)
    ) as connection:
        yield connection
