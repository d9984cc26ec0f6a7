"""Everything about one record: its columns, the records that refer to it, and its evidence in context.

The contract in the database says which columns, references and labels there are. An id may be in several
tables (a person is an actor too); they make one record.
"""

import json
import sqlite3
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from istanbul_talks.database.lookup import has_record, load_spellings, match_spelling
from istanbul_talks.database.redirects import follow_redirect

COMPARABLE_TABLES = ("topics", "events", "demands", "claims")
"""The tables whose records the named query `comparison` lays out side by side."""

NOT_TOLD = {"id", "edtf", "earliest", "latest", "start_char", "end_char"}
"""Columns that people are not shown: what they say is in others, in words."""

PASSAGES_QUERY = """
WITH spans AS (
  SELECT DISTINCT source_id, start_char, end_char, exact FROM evidence
  WHERE row_id = :id AND table_name IN (SELECT value FROM json_each(:tables))
  UNION
  SELECT source_id, start_char, end_char, exact FROM quotes WHERE id = :id
)
SELECT
  spans.source_id || '_' || spans.start_char || '-' || spans.end_char AS quote_id,
  spans.source_id,
  spans.start_char,
  spans.end_char,
  coalesce(
    substr(texts.text, opening.start_char + 1, spans.start_char - opening.start_char),
    substr(quotes.prefix, opening.start_char - spans.start_char, spans.start_char - opening.start_char),
    ''
  ) AS before,
  spans.exact,
  coalesce(
    substr(texts.text, spans.end_char + 1, closing.end_char - spans.end_char),
    substr(quotes.suffix, 1, closing.end_char - spans.end_char),
    ''
  ) AS after
FROM spans
LEFT JOIN quotes USING (source_id, start_char, end_char)
LEFT JOIN texts USING (source_id)
JOIN sentences AS opening ON opening.source_id = spans.source_id
  AND opening.start_char <= spans.start_char AND spans.start_char < opening.end_char
JOIN sentences AS closing ON closing.source_id = spans.source_id
  AND closing.start_char < spans.end_char AND spans.end_char <= closing.end_char
ORDER BY spans.source_id, spans.start_char, spans.end_char
"""


@dataclass(frozen=True)
class Column:
    """A value of the record; `label` names what it refers to, `note` what it, or its being empty, means."""

    name: str
    value: Any
    label: str | None
    note: str | None

    @property
    def text(self) -> str:
        """What people read: names of what it refers to, and of a value of an enumeration its words."""
        is_enumerated = self.note is not None and self.value is not None
        return str(self.label or (str(self.value).replace("_", " ") if is_enumerated else self.value))


@dataclass(frozen=True)
class Reference:
    """A record that refers to this one: by which column, or that they disagree over the same words."""

    table: str
    column: str
    id: str
    label: str


@dataclass(frozen=True)
class Passage:
    """A span of an article with the rest of its sentences, as far as the database has them."""

    quote_id: str
    source_id: str
    start_char: int
    end_char: int
    before: str
    exact: str
    after: str


@dataclass(frozen=True)
class Record:
    """A record of one or several tables, with its references and passages."""

    id: str
    tables: list[str]
    label: str
    columns: list[Column]
    references: list[Reference]
    passages: list[Passage]


def load_record(db: sqlite3.Connection, word: str) -> Record:
    """Return the one record of this id or recorded spelling.

    Raises TalksError where several match, NothingFound where none does.
    """
    record_id, tables = identify_record(db, word)
    return Record(
        id=record_id,
        tables=tables,
        label=get_label(db, tables[0], record_id),
        columns=_load_columns(db, tables, record_id),
        references=_load_references(db, tables, record_id),
        passages=_load_passages(db, tables, record_id),
    )


def identify_record(db: sqlite3.Connection, word: str) -> tuple[str, list[str]]:
    """Return the id of the record of this id or spelling, and its tables."""
    word = follow_redirect(db, word)
    if tables := list_tables_with(db, word):
        return word, tables
    record_id = match_spelling(
        word, load_spellings(db, [table for (table,) in db.execute(TABLES_WITH_READABLE_IDS)])
    )
    return record_id, list_tables_with(db, record_id)


def list_tables_with(db: sqlite3.Connection, record_id: str) -> list[str]:
    """Return the tables that have a record of this id, in the order of the contract; not `redirects`."""
    return [table for (table,) in db.execute(TABLES_WITH_IDS).fetchall() if has_record(db, table, record_id)]


TABLES_WITH_IDS = """
SELECT contract_tables.name
FROM contract_tables
JOIN contract_fields ON contract_fields.table_name = contract_tables.name AND contract_fields.name = 'id'
WHERE contract_tables.name <> 'redirects'
ORDER BY contract_tables.position
"""

TABLES_WITH_READABLE_IDS = "SELECT table_name FROM contract_fields WHERE name = 'id' AND pattern IS NOT NULL"


def get_label(db: sqlite3.Connection, table: str, record_id: str) -> str:
    """Return the label of a record, as people read it."""
    asked = [table, record_id]
    found = db.execute("SELECT label FROM records WHERE table_name = ? AND row_id = ?", asked).fetchone()
    if found:
        return str(found[0])
    (field,) = db.execute("SELECT label_field FROM contract_tables WHERE name = ?", [table]).fetchone()
    named = db.execute(f'SELECT "{field or "id"}" FROM "{table}" WHERE id = ?', [record_id]).fetchone()[0]
    return _summarize_columns(db, table, record_id) if named in {None, record_id} else str(named)


def _summarize_columns(db: sqlite3.Connection, table: str, record_id: str) -> str:
    """Return the filled columns of a record that has no label of its own, in one line."""
    columns = _load_columns(db, [table], record_id)
    return " · ".join(c.text for c in columns if c.value is not None and c.name not in NOT_TOLD)


def _load_columns(db: sqlite3.Connection, tables: list[str], record_id: str) -> list[Column]:
    """Return the record's columns, each once, in the order of the contract."""
    found: dict[str, Column] = {}
    for table in tables:
        row = db.execute(f'SELECT * FROM "{table}" WHERE id = ?', [record_id])
        values = dict(zip([name for name, *_ in row.description], row.fetchone(), strict=True))
        for name, target, empty in db.execute(FIELDS_QUERY, [table]):
            value = values[name]
            refers = target is not None and name != "id" and value is not None
            named = get_label(db, target, value) if refers else None
            note = empty if value is None else _get_value_meaning(db, table, name, value)
            found.setdefault(name, Column(name, value, named, note))
    return list(found.values())


FIELDS_QUERY = (
    "SELECT name, references_table, empty FROM contract_fields WHERE table_name = ? ORDER BY position"
)


def _get_value_meaning(db: sqlite3.Connection, table: str, name: str, value: Any) -> str | None:
    """Return what a value of an enumeration means."""
    query = "SELECT meaning FROM contract_values WHERE table_name = ? AND field_name = ? AND value = ?"
    found = db.execute(query, [table, name, value]).fetchone()
    return str(found[0]) if found else None


def _load_references(db: sqlite3.Connection, tables: list[str], record_id: str) -> list[Reference]:
    """Return the records that refer to this one, in the order of the contract; quotes are passages."""
    fields = db.execute(REFERENCES_QUERY, {"tables": json.dumps(tables)}).fetchall()
    found = [
        reference for table, field in fields for reference in _find_referring(db, table, field, record_id)
    ]
    return list(dict.fromkeys([*found, *_find_disagreements(db, record_id)]))


REFERENCES_QUERY = """
SELECT contract_fields.table_name, contract_fields.name
FROM contract_fields JOIN contract_tables ON contract_tables.name = contract_fields.table_name
WHERE references_table IN (SELECT value FROM json_each(:tables)) AND contract_fields.name <> 'id'
ORDER BY contract_tables.position, contract_fields.position
"""


def _find_referring(db: sqlite3.Connection, table: str, field: str, record_id: str) -> Iterator[Reference]:
    """Yield the records that refer to this one by a field, or that a table of links connects with it."""
    for target, key in db.execute(LINKED_TABLES_QUERY, {"table": table, "field": field}).fetchall():
        query = f'SELECT "{key}" FROM "{table}" WHERE "{field}" = ? ORDER BY rowid'
        is_chain = target == "attributions"  # shown by the statements that are made through it
        shown = "statements" if is_chain else target
        for (found,) in db.execute(
            STATEMENTS_QUERY.format(field) if is_chain else query, [record_id]
        ).fetchall():
            yield Reference(shown, field, found, get_label(db, shown, found))


def _find_disagreements(db: sqlite3.Connection, record_id: str) -> Iterator[Reference]:
    """Yield the disagreements over the words of the record."""
    for (found,) in db.execute(DISAGREEMENTS_QUERY, [record_id]).fetchall():
        yield Reference("discrepancies", "same words", found, get_label(db, "discrepancies", found))


DISAGREEMENTS_QUERY = "SELECT discrepancy_id FROM record_disagreements WHERE row_id = ? ORDER BY 1"


LINKED_TABLES_QUERY = """
SELECT table_name, name FROM contract_fields WHERE table_name = :table AND name = 'id'
UNION ALL
SELECT references_table, name FROM contract_fields
WHERE table_name = :table AND name <> :field AND references_table <> 'quotes'
  AND NOT EXISTS (SELECT 1 FROM contract_fields WHERE table_name = :table AND name = 'id')
"""


STATEMENTS_QUERY = """
SELECT statements.id
FROM statements JOIN attributions ON attributions.id = statements.attribution_id
WHERE attributions.{} = ?
ORDER BY statements.rowid
"""


def _load_passages(db: sqlite3.Connection, tables: list[str], record_id: str) -> list[Passage]:
    """Return the spans that are evidence for the record, in the order of the articles."""
    asked = {"id": record_id, "tables": json.dumps(tables)}
    return [Passage(*row) for row in db.execute(PASSAGES_QUERY, asked)]
