"""Full-text search: the text of every record, and indexes over it, over sentences and over search fields.

What is searched of a record (heading, content) is its label and text with signs for the search: HIDING before
the words of articles' titles, and each line of the text indented by how good it is to show what is found.
"""

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

HIDING = "\ue000"
"""A sign of no writing that makes a word another one: titles would be found in every record of an article."""

TITLES = """
WITH unnamed AS (
  SELECT name FROM actors
  WHERE id IN (SELECT author_id FROM sources) AND id NOT IN (SELECT actor_id FROM names)
)
SELECT label FROM sources
UNION SELECT '(' || id || ')' FROM sources
UNION SELECT name FROM unnamed
UNION SELECT upper(substr(name, 1, 1)) || substr(name, 2) FROM unnamed
"""
"""Titles and ids of articles, and names of unnamed authors, which have titles."""

TITLED = ("sources", "actors")
"""Tables whose records keep the titles: who looks for an article looks for these."""

PARTS = ("actor_members", "participants", "roles", "statements")
"""Tables of which a row only belongs to another record: who searches is shown those first."""

QUOTING = """
SELECT
  table_name, row_id, label, hide_titles(table_name, label),
  rtrim(text, char(10)) || coalesce(char(10) || quoted, ''),
  indent_lines(
    table_name, rtrim(hide_titles(table_name, text), char(10)) || coalesce(char(10) || quoted, '')
  ),
  table_name IN (SELECT value FROM json_each(:parts))
FROM written LEFT JOIN words USING (table_name, row_id)
"""

ASKED = "discrepancies"
"""The table whose labels are questions: an article's words would stand there without their voice."""

SENTENCE = re.compile(r"[.?!]”?$")

NOTATION = re.compile(r"[<=]|^Certainty: |\d{4}[-/]\d|/\d{4}| → (?!.*\.$)")
"""What a line has that is there for the search and not to be read."""


def add_record_texts(database: Database) -> None:
    """Fill search_dates, and record_texts by a query for each table, with the words that records rest on."""
    database.register_function(_make_hider(database), name="hide_titles")
    database.register_function(_indent_lines, name="indent_lines")
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


def _make_hider(database: Database) -> Callable[[str, str], str]:
    """Return a function that hides the titles of articles in what a table's record says from the search."""
    titles = [title for (title,) in database.execute(TITLES)]
    pattern = re.compile("|".join(map(re.escape, titles)) or "(?!)")

    def hide_titles(table: str, text: str) -> str:
        if table in TITLED:
            return text
        return pattern.sub(lambda title: re.sub(r"[^\W_]+", rf"{HIDING}\g<0>", title[0]), text)

    return hide_titles


def _indent_lines(table: str, text: str) -> str:
    """Return the lines of a record's text, each indented by how good it is to show, the best not at all."""
    return "\n".join(" " * _rate_line(line, table) + line for line in text.split("\n"))


def _rate_line(line: str, table: str) -> int:
    """Return 0 for an article's words under a label with their voice, 1 a sentence, 3 notation, else 2."""
    is_quote = line.startswith("“")
    if NOTATION.search(line) and not is_quote:
        return 3
    return 0 if is_quote and table != ASKED else 1 if SENTENCE.search(line) else 2


def add_search_indexes(database: Database, contract: Contract) -> None:
    """Create and fill all indexes. None holds text: each reads its table by rowid."""
    database.executescript(OWN_INDEXES)
    for table in contract.tables.values():
        if table.search_fields:
            database.table(table.name).enable_fts(table.search_fields, tokenize=TOKENIZE)
