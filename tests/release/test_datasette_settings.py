"""metadata.json, which serves a Datasette that has not our plugin."""

import json
import sqlite3
from pathlib import Path
from typing import Any

import pytest

from fixtures.built_dataset import PACKAGE
from pipeline.contract import read_contract


@pytest.fixture(scope="module")
def described(real_release: Path) -> dict[str, Any]:
    settings = json.loads((real_release / "metadata.json").read_text(encoding="utf-8"))
    return dict(settings["databases"]["istanbul-talks"])


def test_every_question_runs_in_plain_sqlite(described: dict[str, Any], released: sqlite3.Connection) -> None:
    """Catch a question that needs a function which only talks or the site has."""
    assert len(described["queries"]) == 30
    for name, query in described["queries"].items():
        assert released.execute(query["sql"]).fetchone(), name


def test_every_table_and_column_of_the_contract_is_described(
    described: dict[str, Any], released: sqlite3.Connection
) -> None:
    for table in read_contract(PACKAGE).tables.values():
        settings = described["tables"][table.name]
        columns = [column for _, column, *_ in released.execute(f"PRAGMA table_info({table.name})")]
        assert (settings["title"], settings["description"]) == (table.title, table.description)
        assert list(settings["columns"]) == columns
        assert {settings.get("label_column") or columns[0], *settings["facets"]} <= set(columns)


def test_tables_that_the_contract_does_not_name_are_hidden(
    described: dict[str, Any], released: sqlite3.Connection
) -> None:
    """Catch the inner tables of the search among those that a reader is offered."""
    tables = {name for (name,) in released.execute("SELECT name FROM sqlite_master WHERE type = 'table'")}
    shown = {name for name, settings in described["tables"].items() if not settings.get("hidden")}
    assert tables & shown == {*read_contract(PACKAGE).tables, "record_texts"}
