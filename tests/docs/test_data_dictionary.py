"""The data dictionary: complete, and the printed one is that of today's contract."""

import pytest

from fixtures.built_dataset import PACKAGE, ROOT
from generated_docs.data_dictionary import dictionary
from generated_docs.markdown_pages import filled, table
from pipeline.contract import read_contract


def test_the_printed_dictionary_is_up_to_date() -> None:
    """Catch a contract that changed without `python scripts/dictionary.py`."""
    page = (ROOT / "docs" / "codebook.md").read_text(encoding="utf-8")
    assert filled(page, {"dictionary": dictionary(read_contract(PACKAGE))}) == page


def test_every_column_and_every_value_is_in_it() -> None:
    contract = read_contract(PACKAGE)
    text = dictionary(contract)
    for declared in contract.tables.values():
        assert f"### {declared.name}\n" in text
        for field in declared.fields.values():
            assert field.description in text
            assert all(f"`{value}`: {meaning}" in text for value, meaning in field.meanings.items())


def test_only_what_stands_between_the_markers_changes() -> None:
    page = "above\n<!-- generated: a -->\nold\n<!-- end: a -->\nbelow\n"
    assert filled(page, {"a": "new"}) == "above\n<!-- generated: a -->\n\nnew\n\n<!-- end: a -->\nbelow\n"


def test_a_page_without_markers_is_refused() -> None:
    with pytest.raises(ValueError, match="needs '<!-- generated: one -->'"):
        filled("above\n", {"one": "new"})


def test_a_cell_never_breaks_its_row() -> None:
    assert table(("a", "b"), [("x | y", 1)], right=1) == "| a | b |\n| --- | ---: |\n| x \\| y | 1 |"
