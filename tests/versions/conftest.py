"""Fixtures for versions: the made-up village as it was first released, and as its next version begins."""

from pathlib import Path

import pytest

from fixtures.built_dataset import Dataset
from fixtures.village_versions import make_version


@pytest.fixture
def first_version(tmp_path: Path) -> Dataset:
    """The village as it was first released, built."""
    village = make_version(tmp_path / "first", "0.1.0")
    village.build()
    return village


@pytest.fixture
def next_version(tmp_path: Path) -> Dataset:
    """A copy of the first version, not built and not changed yet, under the next minor version."""
    return make_version(tmp_path / "second", "0.2.0")
