"""The order of rows: it hangs on keys alone, not on the way in which SQLite reads."""

import re
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest

from fixtures.built_dataset import ROOT, Dataset

READERS = ROOT / "src" / "istanbul_talks"
QUERIES = sorted([*READERS.rglob("*.sql"), *(ROOT / "scripts" / "sql" / "records").glob("*.sql")])
IDS_SHOWN = 97
"""Of so many records the pages are asked for one."""


@pytest.fixture(scope="module")
def both_ways(dataset: Dataset) -> Iterator[list[sqlite3.Connection]]:
    """Two connections, of which one reads backwards whatever no order is asked of."""
    address = f"file:{dataset.database}?mode=ro"
    with (
        closing(sqlite3.connect(address, uri=True)) as forwards,
        closing(sqlite3.connect(address, uri=True)) as backwards,
    ):
        backwards.execute("PRAGMA reverse_unordered_selects = ON")
        yield [forwards, backwards]


def list_parameters(sql: str) -> set[str]:
    return set(re.findall(r"(?<![\w:]):([a-z_]+)\b", re.sub(r"'[^']*'|--.*", "", sql)))


@pytest.mark.parametrize("path", QUERIES, ids=lambda path: f"{path.parent.name}/{path.stem}")
def test_every_query_orders_its_rows_by_a_unique_key(both_ways: list[sqlite3.Connection], path: Path) -> None:
    sql = path.read_text(encoding="utf-8")
    names = list_parameters(sql)
    if names - {"id"}:
        pytest.skip("needs other values than an id")
    ids = both_ways[0].execute("SELECT row_id FROM records ORDER BY 1").fetchall()[::IDS_SHOWN]
    for (row_id,) in ids if names else ids[:1]:
        values: dict[str, Any] = dict.fromkeys(names, row_id)
        forwards, backwards = (db.execute(sql, values).fetchall() for db in both_ways)
        assert forwards == backwards, row_id


@pytest.mark.slow
def test_every_view_has_the_same_rows_whichever_way_it_is_read(both_ways: list[sqlite3.Connection]) -> None:
    for (view,) in both_ways[0].execute("SELECT name FROM sqlite_schema WHERE type = 'view'").fetchall():
        forwards, backwards = (sorted(map(repr, db.execute(f'SELECT * FROM "{view}"'))) for db in both_ways)
        assert forwards == backwards, view
