"""Searching the records' full text: from what people type to an FTS5 query that is sure to parse."""

import re
import sqlite3

from istanbul_talks.database.named_queries import Answer, answer, text

RANKED_AT_MOST = 2000
"""Matches that are ranked; more would only slow a search for a word that stands everywhere."""

ALL = -1
"""As a number of records: however many there are."""

MARK = "**"
"""What stands before and after found words in a snippet."""

MATCHING = """
SELECT record_texts.row_id
FROM records_fts JOIN record_texts ON record_texts.id = records_fts.rowid
WHERE records_fts MATCH ? AND record_texts.table_name = ?
"""


def search(db: sqlite3.Connection, words: str, table: str | None, shown: int = ALL) -> Answer:
    """Return the records (of a table) that have the words, the best first, with a snippet."""
    asked = {"words": expression(db, words), "table": table}
    values = {**asked, "most": RANKED_AT_MOST, "shown": shown, "mark": MARK}
    return answer(db.execute(text("with_words/matches"), values))


def count(db: sqlite3.Connection, words: str) -> int:
    """Return how many records have the words, counting no further than those that are ranked."""
    query = "SELECT count(*) FROM (SELECT 1 FROM records_fts WHERE records_fts MATCH ? LIMIT ?)"
    return int(db.execute(query, [expression(db, words), RANKED_AT_MOST]).fetchone()[0])


def expression(db: sqlite3.Connection, words: str) -> str:
    """Return the words as an FTS5 query: as typed where that parses, else each word for itself."""
    try:
        db.execute("SELECT 1 FROM records_fts WHERE records_fts MATCH ? LIMIT 1", [words]).fetchone()
    except sqlite3.OperationalError:
        return " ".join(f'"{word}"' for word in re.findall(r"\w+", words)) or '""'
    return words


def suggestion(db: sqlite3.Connection, words: str) -> str:
    """Return the words with unknown ones replaced by their nearest, as the end of a message."""
    db.execute("CREATE VIRTUAL TABLE IF NOT EXISTS temp.vocabulary USING fts5vocab(main, records_fts, row)")
    known = {term for (term,) in db.execute("SELECT term FROM temp.vocabulary")}
    corrected = re.sub(r"\w+", lambda match: _closest(match[0], known), words)
    return f"; did you mean “{corrected}”?" if corrected != words else "; try fewer words, or a prefix*"


def _closest(word: str, known: set[str]) -> str:
    """Return the word if it is known, else the nearest known one, else the word."""
    if word.lower() in known:
        return word
    from difflib import get_close_matches  # noqa: PLC0415

    return next(iter(get_close_matches(word.lower(), known, n=1)), word)
