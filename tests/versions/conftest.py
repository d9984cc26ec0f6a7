"""Fixtures for versions: the made-up village as it was first released, and as its next version."""

import shutil
from pathlib import Path

import pytest

from fixtures.built_dataset import Dataset
from fixtures.village_versions import change_everything, make_version


@pytest.fixture(scope="session")
def built_versions(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The village as it was first released and, in `changed`, with a change of every kind; both built."""
    folder = tmp_path_factory.mktemp("versions")
    make_version(folder / "first", "0.1.0").build()
    changed = make_version(folder / "changed", "1.0.0")
    change_everything(changed)
    changed.build()
    return folder


@pytest.fixture
def first_version(built_versions: Path, tmp_path: Path) -> Dataset:
    """The village as it was first released, built."""
    return Dataset(Path(shutil.copytree(built_versions / "first", tmp_path / "first")))


@pytest.fixture
def changed(built_versions: Path, tmp_path: Path) -> Dataset:
    """The next version with a change of every kind, built, under a version that is large enough."""
    return Dataset(Path(shutil.copytree(built_versions / "changed", tmp_path / "changed")))


@pytest.fixture
def next_version(tmp_path: Path) -> Dataset:
    """A copy of the first version, not built and not changed yet, under the next minor version."""
    return make_version(tmp_path / "next", "0.2.0")
