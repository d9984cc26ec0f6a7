"""The data of the search in the browser: every record, as a list to read and as a script to load.

A page opened from a folder may load scripts but not read files, so the records come as a script.
"""

import json
import sqlite3
from collections.abc import Callable
from itertools import groupby
from typing import NamedTuple

RECORDS = """
SELECT
  table_name, row_id, label, content,
  json_insert(
    coalesce((
      SELECT json_group_array(DISTINCT name)
      FROM (
        SELECT form AS name FROM names WHERE actor_id = row_id
        UNION SELECT family_name FROM people WHERE people.id = row_id AND family_name IS NOT NULL
      )
      WHERE table_name IN ('actors', 'people')
    ), '[]'),
    '$[#]', heading
  )
FROM record_texts
"""
SCRIPT_ESCAPES = {"<": "\\u003c", "\u2028": "\\u2028", "\u2029": "\\u2029"}
"""Characters that JSON leaves as they are, but that a script in a page may not hold."""


class SearchRecord(NamedTuple):
    """A record: its table, id and label, and what is searched: its text; its names and heading, in JSON."""

    table: str
    id: str
    label: str
    text: str
    names: str


def load_records(database: sqlite3.Connection) -> list[SearchRecord]:
    """Return all records in the order of the view."""
    return [SearchRecord(*row) for row in database.execute(RECORDS)]


def group_by_table(records: list[SearchRecord]) -> list[tuple[str, list[SearchRecord]]]:
    """Return the records of each table, sorted by label."""
    ordered = sorted(records, key=lambda record: (record.table, record.label, record.id))
    return [(table, list(group)) for table, group in groupby(ordered, lambda record: record.table)]


def render_script(records: list[SearchRecord], link_record: Callable[[str], str]) -> str:
    """Return a script that holds the records; `link_record` returns the link to the page of an id."""
    rows = (
        (record.table, link_record(record.id), record.label, record.text, json.loads(record.names))
        for record in records
    )
    lines = ",\n".join(json.dumps(row, ensure_ascii=False) for row in rows)
    for character, escaped in SCRIPT_ESCAPES.items():
        lines = lines.replace(character, escaped)
    return f"const RECORDS = [\n{lines}\n];\n"
