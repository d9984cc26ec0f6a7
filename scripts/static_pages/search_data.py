"""The data of the search in the browser: every record, as a list to read and as a script to load.

A page opened from a folder may load scripts but not read files, so the records come as a script.
"""

import json
import sqlite3
from collections.abc import Callable
from itertools import groupby
from typing import NamedTuple

RECORDS = "SELECT table_name, row_id, label, text FROM records"
SCRIPT_ESCAPES = {"<": "\\u003c", "\u2028": "\\u2028", "\u2029": "\\u2029"}
"""Characters that JSON leaves as they are, but that a script in a page may not hold."""


class SearchRecord(NamedTuple):
    """A record: its table, id, label, and the text that is searched."""

    table: str
    id: str
    label: str
    text: str


def load_records(database: sqlite3.Connection) -> list[SearchRecord]:
    """Return all records in the order of the view."""
    return [SearchRecord(*row) for row in database.execute(RECORDS)]


def group_by_table(records: list[SearchRecord]) -> list[tuple[str, list[SearchRecord]]]:
    """Return the records of each table, sorted by label."""
    ordered = sorted(records, key=lambda record: (record.table, record.label, record.id))
    return [(table, list(group)) for table, group in groupby(ordered, lambda record: record.table)]


def render_script(records: list[SearchRecord], link_record: Callable[[str], str]) -> str:
    """Return a script that holds the records; `link_record` returns the link to the page of an id."""
    rows = ((record.table, link_record(record.id), record.label, record.text) for record in records)
    lines = ",\n".join(json.dumps(row, ensure_ascii=False) for row in rows)
    for character, escaped in SCRIPT_ESCAPES.items():
        lines = lines.replace(character, escaped)
    return f"const RECORDS = [\n{lines}\n];\n"
