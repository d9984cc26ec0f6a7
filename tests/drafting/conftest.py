"""A dataset into which an article may be received."""

import shutil

import pytest

from fixtures.built_dataset import PACKAGE, Dataset

TEXT = """\
The mill is for sale

Mayor Ada Quill said on 27 February 1998 that Upperton wants “a fair share of the water”. Bailiff Tom Reed, \
whom Lowerton sent, asked for at least 14 days. Bram Oter did not object. The villages had talked in spring.

The mill is for sale
"""


@pytest.fixture
def growing(village: Dataset) -> Dataset:
    """The made-up dataset with a contract of its own, and a text beside it."""
    shutil.copy(PACKAGE, village.folder / PACKAGE.name)
    (village.folder / "received.txt").write_text(TEXT, encoding="utf-8")
    return village


@pytest.fixture
def text() -> str:
    """What is received."""
    return TEXT
