"""The data dictionary is complete."""

from fixtures.built_dataset import PACKAGE
from generated_docs.data_dictionary import format_dictionary
from generated_docs.markdown_table import format_table
from pipeline.contract import read_contract


def test_every_column_and_every_value_is_in_it() -> None:
    contract = read_contract(PACKAGE)
    text = format_dictionary(PACKAGE)
    for declared in contract.tables.values():
        assert f"### {declared.name}\n" in text
        for field in declared.fields.values():
            assert field.description in text
            assert all(f"`{value}`: {meaning}" in text for value, meaning in field.meanings.items())


def test_a_cell_never_breaks_its_row() -> None:
    assert format_table(("a", "b"), [("x | y", 1)], right=1) == "| a | b |\n| --- | ---: |\n| x \\| y | 1 |"
