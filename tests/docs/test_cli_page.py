"""docs/cli.md: the help of every command, as it is."""

from fixtures.built_dataset import Dataset
from generated_docs.cli_manual import format_manual
from istanbul_talks.cli import command_list


def test_every_command_has_its_section(dataset: Dataset) -> None:
    sections = format_manual(dataset.database)
    assert all(f"## talks {name}\n" in sections for name in command_list.NAMES)
