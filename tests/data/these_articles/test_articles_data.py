"""What these articles have rows for."""

import csv

import pytest

from fixtures.built_dataset import PACKAGE, ROOT, Dataset
from pipeline.contract import Table, read_contract

CONTRACT = read_contract(PACKAGE)
TABLES = [table for table in CONTRACT.tables.values() if table.path]
HISTORY = {"redirects", "changes"}  # empty until a second version


@pytest.mark.parametrize(
    "table", [table for table in TABLES if table.name not in HISTORY], ids=lambda table: table.name
)
def test_every_table_has_rows(table: Table) -> None:
    """Catch a table that is declared but left empty."""
    with (ROOT / str(table.path)).open(encoding="utf-8", newline="") as file:
        assert len(list(csv.reader(file))) > 1


def test_nothing_is_asserted_with_a_word_of_denial(dataset: Dataset) -> None:
    """Catch “Russia ‘denied’: it was a provocation”, where Russia denied something by saying so."""
    told = dataset.query(
        "SELECT exact, voice FROM statements JOIN attributions ON attributions.id = attribution_id"
        " JOIN quotes ON quotes.id = cue_quote_id"
        " WHERE stance IN ('asserts', 'reports') AND exact LIKE 'den%'"
    )
    assert told
    assert [voice for cue, voice in told if str(cue) in str(voice)] == []
