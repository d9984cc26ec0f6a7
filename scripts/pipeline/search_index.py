"""Full-text search: the text of every record, and indexes over it, over sentences and over search fields."""

import json
import re
from collections.abc import Callable

from sqlite_utils import Database

from pipeline.contract import Contract
from pipeline.sql_files import read_sql_folder

TOKENIZE = "unicode61 remove_diacritics 2"

OWN_INDEXES = f"""
CREATE VIRTUAL TABLE records_fts USING fts5 (
  heading, content, content="record_texts", content_rowid = 'id', tokenize = '{TOKENIZE}'
);
INSERT INTO records_fts (records_fts) VALUES ('rebuild');
CREATE VIRTUAL TABLE sentences_fts USING fts5 (
  exact, onwards, content = 'sentence_texts', content_rowid = 'id', tokenize = '{TOKENIZE}'
);
INSERT INTO sentences_fts (sentences_fts) VALUES ('rebuild');
CREATE TRIGGER texts_leave_the_index AFTER DELETE ON texts WHEN NOT EXISTS (SELECT 1 FROM texts)
BEGIN
  INSERT INTO sentences_fts (sentences_fts) VALUES ('rebuild');
END;
"""
"""Those of the records and of the view sentence_texts, the latter but for quotations emptied with the texts.

By `content="…"` Datasette knows that the table can be searched.
"""

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

TITLES = """
WITH unnamed AS (
  SELECT name FROM actors
  WHERE id IN (SELECT author_id FROM sources) AND id NOT IN (SELECT actor_id FROM names)
)
SELECT label, '…' FROM sources
UNION SELECT '(' || id || ')', '(…)' FROM sources
UNION SELECT name, 'the author' FROM unnamed
UNION SELECT upper(substr(name, 1, 1)) || substr(name, 2), 'The author' FROM unnamed
"""
"""Titles and ids of articles, and names of unnamed authors, which have titles; what is said instead."""

TITLED = ("sources", "actors")
"""Tables whose records keep the titles: who looks for an article looks for these."""

PARTS = ("actor_members", "participants", "roles", "statements")
"""Tables of which a row only belongs to another record: who searches is shown those first."""

QUOTING = """
SELECT
  table_name, row_id, label, cut_titles(table_name, label),
  rtrim(text, char(10)) || coalesce(char(10) || quoted, ''),
  rtrim(cut_titles(table_name, text), char(10)) || coalesce(char(10) || quoted, ''),
  table_name IN (SELECT value FROM json_each(:parts))
FROM written LEFT JOIN words USING (table_name, row_id)
"""


def add_record_texts(database: Database) -> None:
    """Fill search_dates, and record_texts by a query for each table, with the words that records rest on."""
    database.register_function(_make_cutter(database), name="cut_titles")
    database.execute(WORDS_TABLE)
    database.execute(WORDS)
    for query in read_sql_folder("records"):
        database.execute(
            f"INSERT INTO record_texts (table_name, row_id, label, heading, text, content, is_part) "
            f"WITH written (table_name, row_id, label, text) AS ({query.sql}) {QUOTING}",
            {"parts": json.dumps(PARTS)},
        )
    database.execute("DROP TABLE words")
    for query in read_sql_folder("search"):
        database.execute(f"INSERT INTO {query.name} {query.sql} ORDER BY 1, 2, 4, 5")


def _make_cutter(database: Database) -> Callable[[str, str], str]:
    """Return a function that takes the titles of articles out of what a table's record says."""
    titles = dict(database.execute(TITLES).fetchall())
    pattern = re.compile("|".join(map(re.escape, titles)) or "(?!)")

    def cut_titles(table: str, text: str) -> str:
        if table in TITLED:
            return text
        return pattern.sub(lambda match: titles[match[0]], text)

    return cut_titles


def add_search_indexes(database: Database, contract: Contract) -> None:
    """Create and fill all indexes. None holds text: each reads its table by rowid."""
    database.executescript(OWN_INDEXES)
    for table in contract.tables.values():
        if table.search_fields:
            database.table(table.name).enable_fts(table.search_fields, tokenize=TOKENIZE)
