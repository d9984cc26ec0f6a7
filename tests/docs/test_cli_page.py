"""docs/cli.md has the help of every command; that it is today's, test_cog_pages.py tests of all pages."""

from fixtures.built_dataset import ROOT
from istanbul_talks.cli import command_list


def test_every_command_has_its_section() -> None:
    sections = (ROOT / "docs" / "cli.md").read_text(encoding="utf-8")
    assert all(f"## talks {name}\n" in sections for name in command_list.NAMES)
