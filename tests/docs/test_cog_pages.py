"""The generated parts of README.md and docs/ are those of today's data, contract and code."""

from pathlib import Path

import pytest

from fixtures.built_dataset import ROOT, Dataset
from generated_docs.cog_pages import refresh_pages

PAGES = [ROOT / "README.md", *sorted((ROOT / "docs").glob("*.md"))]
BLOCK = '<!-- [[[cog cog.out(figures.get("speed", cog.previous)) ]]] -->\n{}\n<!-- [[[end]]] -->\n'


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_a_page_is_up_to_date(dataset: Dataset, page: Path) -> None:
    """Catch a page that was not refreshed by `python scripts/docs.py` after what it shows changed."""
    assert refresh_pages([page], database=dataset.database, check=True) == 0


@pytest.fixture
def page(tmp_path: Path) -> Path:
    page = tmp_path / "page.md"
    page.write_text(f"above\n{BLOCK.format('old')}below\n", encoding="utf-8")
    return page


def test_only_what_was_measured_changes(page: Path) -> None:
    before = page.read_text(encoding="utf-8")
    assert refresh_pages([page]) == 0
    assert page.read_text(encoding="utf-8") == before
    assert refresh_pages([page], {"speed": "new"}) == 0
    assert page.read_text(encoding="utf-8") == f"above\n{BLOCK.format('new')}below\n"


def test_a_check_says_what_would_change_and_writes_nothing(
    page: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    before = page.read_text(encoding="utf-8")
    assert refresh_pages([page], {"speed": "new"}, check=True) == 1
    assert page.read_text(encoding="utf-8") == before
    printed = capsys.readouterr()
    assert "-old\n+new\n" in printed.out
    assert printed.err == "Check failed: run python scripts/docs.py\n"


def test_a_part_that_cannot_be_made_is_reported_in_one_line(
    page: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    text = page.read_text(encoding="utf-8")
    page.write_text(text.replace('figures.get("speed", cog.previous)', "len(database)"), encoding="utf-8")
    assert refresh_pages([page]) == 1
    assert capsys.readouterr().err.startswith("TypeError: object of type 'PosixPath' has no len()")
