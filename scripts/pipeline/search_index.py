"""Full-text search: the text of every record, and indexes over it and over tables with search fields."""

from sqlite_utils import Database

from pipeline.contract import Contract
from pipeline.sql_files import read_sql_folder

TOKENIZE = "unicode61 remove_diacritics 2"

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


def add_record_texts(database: Database) -> None:
    """Fill record_texts: one query for each table of records, and to each record the words it rests on."""
    database.execute(WORDS_TABLE)
    database.execute(WORDS)
    for query in read_sql_folder("records"):
        database.execute(
            f"INSERT INTO record_texts (table_name, row_id, label, text) "
            f"WITH written (table_name, row_id, label, text) AS ({query.sql}) {QUOTING}"
        )
    database.execute("DROP TABLE words")


def add_search_indexes(database: Database, contract: Contract) -> None:
    """Create and fill the indexes. They hold no text of their own: each reads its table by rowid."""
    database.table("record_texts").enable_fts(["label", "text"], tokenize=TOKENIZE)
    database.rename_table("record_texts_fts", "records_fts")
    for table in contract.tables.values():
        if table.search_fields:
            database.table(table.name).enable_fts(table.search_fields, tokenize=TOKENIZE)
