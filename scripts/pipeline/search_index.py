"""Full-text search: the text of every record, and indexes over it and over tables with search fields."""

import sqlite3
from collections.abc import Iterable

from pipeline.contract import Contract
from pipeline.sql_files import read_sql_folder
from pipeline.table_ddl import quote_identifier

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


def add_record_texts(connection: sqlite3.Connection) -> None:
    """Fill record_texts: one query for each table of records, and to each record the words it rests on."""
    connection.execute(WORDS_TABLE)
    connection.execute(WORDS)
    for query in read_sql_folder("records"):
        connection.execute(
            f"INSERT INTO record_texts (table_name, row_id, label, text) "
            f"WITH written (table_name, row_id, label, text) AS ({query.sql}) {QUOTING}"
        )
    connection.execute("DROP TABLE words")


def add_search_indexes(connection: sqlite3.Connection, contract: Contract) -> None:
    """Create and fill the indexes. They hold no text of their own: each reads its table by rowid."""
    _add_index(connection, "record_texts", "records_fts", ["label", "text"])
    for table in contract.tables.values():
        if table.search_fields:
            _add_index(connection, table.name, f"{table.name}_fts", table.search_fields)


def _add_index(connection: sqlite3.Connection, table: str, index: str, fields: Iterable[str]) -> None:
    columns = ", ".join(quote_identifier(name) for name in fields)
    # The double quotes around the content table are those by which Datasette finds the index.
    options = f"content={quote_identifier(table)}, tokenize='unicode61 remove_diacritics 2'"
    connection.execute(f"CREATE VIRTUAL TABLE {quote_identifier(index)} USING fts5({columns}, {options})")
    connection.execute(
        f"INSERT INTO {quote_identifier(index)} ({quote_identifier(index)}) VALUES ('rebuild')"
    )
