"""Search: a full-text index over the records, and one over every table that declares fields to search."""

import sqlite3
from collections.abc import Iterable

from pipeline.contract import Contract
from pipeline.sql_files import read_queries
from pipeline.table_ddl import quoted

WORDS_TABLE = """
CREATE TEMP TABLE words (table_name TEXT, row_id TEXT, quoted TEXT, PRIMARY KEY (table_name, row_id))
WITHOUT ROWID
"""
WORDS = """
INSERT INTO words
SELECT table_name, row_id, group_concat('“' || exact || '”', char(10)) AS quoted
FROM (
  SELECT table_name, row_id, exact FROM evidence
  GROUP BY table_name, row_id, exact ORDER BY table_name, row_id, source_id, min(start_char)
)
GROUP BY table_name, row_id
"""

QUOTING = """
SELECT table_name, row_id, label, rtrim(text, char(10)) || coalesce(char(10) || quoted, '')
FROM written LEFT JOIN words USING (table_name, row_id)
"""


def add_records(connection: sqlite3.Connection) -> None:
    """Fill record_texts: one query for each table of records, and to each record the words it rests on."""
    connection.execute(WORDS_TABLE)
    connection.execute(WORDS)
    for query in read_queries("records"):
        connection.execute(
            f"INSERT INTO record_texts (table_name, row_id, label, text) "
            f"WITH written (table_name, row_id, label, text) AS ({query.sql}) {QUOTING}"
        )
    connection.execute("DROP TABLE words")


def add_search(connection: sqlite3.Connection, contract: Contract) -> None:
    """Create and fill the indexes. They hold no text of their own: each reads its table by rowid."""
    _index(connection, "record_texts", "records_fts", ["label", "text"])
    for table in contract.tables.values():
        if table.search_fields:
            _index(connection, table.name, f"{table.name}_fts", table.search_fields)


def _index(connection: sqlite3.Connection, table: str, index: str, fields: Iterable[str]) -> None:
    columns = ", ".join(quoted(name) for name in fields)
    # The double quotes around the content table are those by which Datasette finds the index.
    options = f"content={quoted(table)}, tokenize='unicode61 remove_diacritics 2'"
    connection.execute(f"CREATE VIRTUAL TABLE {quoted(index)} USING fts5({columns}, {options})")
    connection.execute(f"INSERT INTO {quoted(index)} ({quoted(index)}) VALUES ('rebuild')")
