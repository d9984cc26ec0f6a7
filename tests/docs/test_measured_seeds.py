"""Figures that take long to measure say on which seeds they were measured."""

from fixtures.built_dataset import Dataset
from generated_docs.measured_seeds import list_outdated, stamp_figures


def test_figures_are_outdated_once_the_coding_changes(village: Dataset) -> None:
    page = village.folder / "page.md"
    page.write_text(stamp_figures({"table": "| a |", "list": "- b"}, village.seeds, village.package)["table"])
    assert list_outdated([page], village.seeds, village.package) == []
    village.write("recoding/note.yaml", "a second coding changes no record")
    assert list_outdated([page], village.seeds, village.package) == []
    village.edit("registers/actors.yaml", "Mayor of Upperton", "The mayor of Upperton")
    assert list_outdated([page], village.seeds, village.package) == [page]
    page.write_text("A page without such figures.")
    assert list_outdated([page], village.seeds, village.package) == []
