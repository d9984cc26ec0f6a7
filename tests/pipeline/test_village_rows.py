"""The rows that the made-up seeds give: of every table and view, and of every question of the readers.

`python -m pytest -n 0 tests/pipeline/test_village_rows.py --refresh` writes village_rows.txt anew.
"""

import csv
import io
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from fixtures.built_dataset import PACKAGE
from fixtures.kept_sections import keep_sections, read_sections
from istanbul_talks.database.named_queries import FOLDER
from pipeline.contract import read_contract

KEPT = Path(__file__).with_name("village_rows.txt")
CONTRACT = read_contract(PACKAGE)
TABLES = [table.name for table in CONTRACT.tables.values() if table.path]
QUERIES = {name: f'SELECT * FROM "{name}"' for name in [*TABLES, *(view.name for view in CONTRACT.views)]}
QUERIES |= {
    f"question {path.stem}": path.read_text(encoding="utf-8") for path in sorted(FOLDER.glob("*.sql"))
}


@pytest.fixture(scope="module")
def rows(village_db: Path, pytestconfig: pytest.Config) -> dict[str, str]:
    """The rows of each query, as CSV; the order of a question's is kept."""
    with closing(sqlite3.connect(village_db)) as database:
        found = {name: _print_rows(database.execute(sql), name) for name, sql in QUERIES.items()}
    keep_sections(KEPT, found, pytestconfig)
    return found


def _print_rows(cursor: sqlite3.Cursor, name: str) -> str:
    printed, rows = io.StringIO(), cursor.fetchall()
    head = [column[0] for column in cursor.description]
    ordered = rows if name.startswith("question ") else sorted(rows, key=str)
    csv.writer(printed, lineterminator="\n").writerows([head, *ordered])
    return printed.getvalue()


@pytest.mark.parametrize("name", QUERIES)
def test_the_rows_are_what_they_were(rows: dict[str, str], name: str) -> None:
    """Catch a row that changed unseen: an id, a place, which sentence is repeated, who is named first."""
    assert rows[name] == read_sections(KEPT)[name]
