"""Searching: every record for the search that runs in the browser, as a list to read and as a script to load.

A page in a folder may load scripts but not read files, so the records come as a script.
"""

import json
import sqlite3
from collections.abc import Callable
from itertools import groupby
from typing import NamedTuple

RECORDS = "SELECT table_name, row_id, label, text FROM records"
UNSAFE = {"<": "\\u003c", "\u2028": "\\u2028", "\u2029": "\\u2029"}
"""What JSON leaves as it is, but a script in a page may not hold."""


class Record(NamedTuple):
    """A record: its table, id and label, and all that is told of it."""

    table: str
    id: str
    label: str
    text: str


def records(database: sqlite3.Connection) -> list[Record]:
    """Return all records in the order of the view."""
    return [Record(*row) for row in database.execute(RECORDS)]


def by_table(found: list[Record]) -> list[tuple[str, list[Record]]]:
    """Return the records of each table, by their labels."""
    ordered = sorted(found, key=lambda record: (record.table, record.label, record.id))
    return [(table, list(group)) for table, group in groupby(ordered, lambda record: record.table)]


def as_script(found: list[Record], page: Callable[[str], str]) -> str:
    """Return a script that holds the records; `page` gives the link to the page of an id."""
    rows = ((record.table, page(record.id), record.label, record.text) for record in found)
    lines = ",\n".join(json.dumps(row, ensure_ascii=False) for row in rows)
    for character, escaped in UNSAFE.items():
        lines = lines.replace(character, escaped)
    return f"const RECORDS = [\n{lines}\n];\n"
