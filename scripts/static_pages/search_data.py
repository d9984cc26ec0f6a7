"""The data of the search in the browser: records and sentences, as a list to read and as a script to load.

A page opened from a folder may load scripts but not read files, so the records come as a script.
"""

import json
import sqlite3
from collections.abc import Callable, Iterable
from itertools import groupby
from typing import Any, NamedTuple

WHEN = """(
    SELECT group_concat(date, '; ')
    FROM (
      SELECT DISTINCT date FROM search_dates
      WHERE search_dates.table_name = {} AND search_dates.row_id = {} AND date IS NOT NULL
      ORDER BY earliest, latest
    )
  )"""
"""When something was said or happened, of the table and the id in a row."""

RECORDS = f"""
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
  ),
  iif(is_part, 0, 2),
  '[]',
  {WHEN.format("record_texts.table_name", "record_texts.row_id")}
FROM record_texts
"""
SENTENCES = f"""
SELECT
  'sentences', coalesce((
    SELECT id FROM quotes
    WHERE quotes.sentence_id = sentence_texts.sentence_id
    ORDER BY start_char, end_char
    LIMIT 1
  ), source_id), label, exact, '[]', 1, (
    SELECT json_group_array(json_array(label, row_id))
    FROM (
      SELECT * FROM sentence_records
      WHERE sentence_records.sentence_id = sentence_texts.sentence_id
      ORDER BY table_name <> 'statements', start_char, table_name, row_id
    )
  ), {WHEN.format("'sentences'", "sentence_texts.sentence_id")}
FROM sentence_texts
ORDER BY id
"""
INFLECTIONS = (
    "SELECT json_group_array(form) FROM inflections GROUP BY language, number ORDER BY language, number"
)
SCRIPT_ESCAPES = {"<": "\\u003c", "\u2028": "\\u2028", "\u2029": "\\u2029"}
"""Characters that JSON leaves as they are, but that a script in a page may not hold."""


class SearchRecord(NamedTuple):
    """A record or sentence: its table, label, what is searched, and its rank among what is found.

    `id` is what it links to: of a sentence its first quote, or its article. `names` are its names and
    heading, `records` the labels and ids of what rests on a sentence, both in JSON,
    `when` the dates on which it was said or happened.
    """

    table: str
    id: str
    label: str
    text: str
    names: str
    place: int = 2
    records: str = "[]"
    when: str | None = None


def load_records(database: sqlite3.Connection) -> list[SearchRecord]:
    """Return all records in the order of the view."""
    return [SearchRecord(*row) for row in database.execute(RECORDS)]


def load_sentences(database: sqlite3.Connection) -> list[SearchRecord]:
    """Return all sentences, in the order of the articles, with their text as far as the database has it."""
    return [SearchRecord(*row) for row in database.execute(SENTENCES)]


def group_by_table(records: Iterable[SearchRecord]) -> list[tuple[str, list[SearchRecord]]]:
    """Return the records of each table, sorted by label."""
    ordered = sorted(records, key=lambda record: (record.table, record.label, record.id))
    return [(table, list(group)) for table, group in groupby(ordered, lambda record: record.table)]


def render_script(database: sqlite3.Connection, link: Callable[[str], str]) -> str:
    """Return a script with all that is searched; `link` returns the link to the page of an id."""
    has_texts = database.execute("SELECT 1 FROM texts LIMIT 1").fetchone() is not None
    forms = [json.loads(row) for (row,) in database.execute(INFLECTIONS)]
    searched = [*load_records(database), *load_sentences(database)]
    return "".join(
        f"const {name} = {_encode(rows)};\n"
        for name, rows in (
            ("HAS_TEXTS", has_texts),
            ("FORMS", forms),
            ("RECORDS", [_list_columns(record, link) for record in searched]),
        )
    )


def _list_columns(record: SearchRecord, link: Callable[[str], str]) -> list[Any]:
    """Return what the script holds of a record or sentence."""
    resting = [[label, link(row_id)] for label, row_id in json.loads(record.records)]
    names = json.loads(record.names)
    return [
        record.table,
        link(record.id),
        record.label,
        record.text,
        names,
        record.place,
        resting,
        record.when or "",
    ]


def _encode(rows: Any) -> str:
    """Return a value in JSON that is safe in a script, a list with a line for each item."""
    lines = ",\n".join(json.dumps(row, ensure_ascii=False) for row in rows) if isinstance(rows, list) else ""
    encoded = f"[\n{lines}\n]" if isinstance(rows, list) else json.dumps(rows)
    for character, escaped in SCRIPT_ESCAPES.items():
        encoded = encoded.replace(character, escaped)
    return encoded
