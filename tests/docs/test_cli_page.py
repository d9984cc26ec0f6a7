"""docs/cli.md: the help of every command, as it is."""

from pathlib import Path

from fixtures.built_dataset import ROOT, Dataset
from generated_docs.cli_manual import manual
from generated_docs.markdown_pages import filled
from istanbul_talks.cli import command_list


def test_the_page_is_the_help(dataset: Dataset) -> None:
    """Catch a docs/cli.md that was not refreshed by `python scripts/cli_page.py` after a help changed."""
    page = (ROOT / "docs" / "cli.md").read_text(encoding="utf-8")
    assert filled(page, {"help": manual(dataset.database)}) == page


def test_every_command_has_its_section(dataset: Dataset, tmp_path: Path) -> None:
    sections = manual(dataset.database)
    assert all(f"## talks {name}\n" in sections for name in command_list.NAMES)
