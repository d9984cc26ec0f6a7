"""The search in the records' full text: from what people type to an FTS5 query that is sure to parse."""

import json
import re
import sqlite3
import warnings
from itertools import islice
from unicodedata import category, normalize

from istanbul_talks.database.lookup import ARTICLE
from istanbul_talks.database.named_queries import QueryResult, read_result, read_sql
from istanbul_talks.errors import TalksWarning
from istanbul_talks.text.folding import DASHES, fold_words

MAX_RANKED = 2000
"""Maximum number of matches that are ranked: more would slow the search for a word that is everywhere."""

SHOWN = 20
"""Number of records that are shown unless more are asked for."""

MAX_WORDS = 32
"""Words that are looked for: the time grows with their square.

The worst 32 (one common word again and again, or prefixes of one letter) take a third of a second,
500 a minute.
"""

UNLIMITED = -1
"""As a number of records: all of them (a negative LIMIT of SQLite)."""

POSSESSIVE = re.compile(r"(?<=\w)['’]s\b", re.IGNORECASE)
"""The ending of a possessive: who is sought by it is found without it too."""

HIGHLIGHT = "**"
"""Marks found words in a snippet, before and after them."""

MATCHING_IDS = """
SELECT record_texts.row_id
FROM records_fts JOIN record_texts ON record_texts.id = records_fts.rowid
WHERE records_fts MATCH ? AND record_texts.table_name = ?
"""

COUNT = """
SELECT count(*) FROM (
  SELECT 1 FROM records_fts
  WHERE records_fts MATCH :words
    AND (:table IS NULL OR :table = (SELECT table_name FROM record_texts WHERE id = records_fts.rowid))
  LIMIT :most
)
"""


def search_records(
    db: sqlite3.Connection, words: str, table: str | None, shown: int = UNLIMITED
) -> QueryResult:
    """Return the records (of one table, if given) that have the words, best first, with a snippet."""
    values = {
        "words": build_fts_query(db, words),
        "named": json.dumps(_find_named(db, words)),
        "table": table,
        "most": MAX_RANKED,
        "shown": shown,
        "mark": HIGHLIGHT,
    }
    return read_result(db.execute(read_sql("with_parameters/search_matches"), values))


def _find_named(db: sqlite3.Connection, words: str) -> list[str]:
    """Return the ids of the records whose name the words are, whatever their case, accents and signs."""
    sought = _split_name(words)
    if not sought:
        return []
    values = {"all_words": "(" + " AND ".join(f'"{word}"' for word in sought) + ")", "most": MAX_RANKED}
    names = db.execute(read_sql("with_parameters/named_records"), values)
    return [record_id for name, record_id in names if name and _split_name(name) == sought]


def _split_name(name: str) -> list[str]:
    """Return the words of a name without case and accents, nor the article before it."""
    folded = normalize("NFD", POSSESSIVE.sub("", name).casefold())
    plain = "".join(sign for sign in folded if category(sign) != "Mn")
    return re.findall(r"\w+", plain.strip().removeprefix(ARTICLE))


def count_matches(db: sqlite3.Connection, words: str, table: str | None = None) -> int:
    """Return how many records (of one table, if given) have the words, counting up to MAX_RANKED."""
    values = {"words": build_fts_query(db, words), "table": table, "most": MAX_RANKED}
    return int(db.execute(COUNT, values).fetchone()[0])


def cut_words(words: str) -> str:
    """Return the words up to the last that is looked for."""
    found = [match.end() for match in islice(re.finditer(r"\w+\*?", words), MAX_WORDS + 1)]
    if len(found) <= MAX_WORDS:
        return words
    return re.sub(r"\s+(AND|OR|NOT)$", "", words[: found[-2]])


def explain_cut(words: str) -> str:
    """Return what to say of words that are cut, nothing where none is."""
    return "" if cut_words(words) == words else f"only the first {MAX_WORDS} words are looked for"


def warn_of_cut(words: str) -> None:
    """Warn where words are cut."""
    if note := explain_cut(words):
        warnings.warn(note, TalksWarning, stacklevel=2)


def build_fts_query(db: sqlite3.Connection, words: str) -> str:
    """Return the words, cut, as an FTS5 query: as typed where that parses, else each word for itself."""
    words = cut_words(words)
    plain = words if '"' in words else POSSESSIVE.sub("", words)
    if _can_parse(db, plain):
        return plain
    found = re.findall(rf"\w+(?:[-{DASHES}]\w+)*", POSSESSIVE.sub("", words))
    return " AND ".join(map(_build_alternatives, found)) or '""'


def _can_parse(db: sqlite3.Connection, query: str) -> bool:
    """Tell whether FTS5 understands a query."""
    try:
        db.execute("SELECT 1 FROM records_fts WHERE records_fts MATCH ? LIMIT 1", [query]).fetchone()
    except sqlite3.OperationalError:
        return False
    return True


def _build_alternatives(word: str) -> str:
    """Return a word as an FTS5 query: one with hyphens as words that follow one another, or as one word."""
    parts = re.findall(r"\w+", word)
    apart, joined = " ".join(parts), "".join(parts)
    return f'"{word}"' if len(parts) == 1 else f'("{apart}" OR "{joined}")'


def suggest_spelling(db: sqlite3.Connection, words: str) -> str:
    """Return the end of a message: words that are found, the closest to those typed, or advice."""
    db.execute("CREATE VIRTUAL TABLE IF NOT EXISTS temp.vocabulary USING fts5vocab(main, records_fts, row)")
    vocabulary = {term for (term,) in db.execute("SELECT term FROM temp.vocabulary")}
    typed = re.findall(r"\w+", POSSESSIVE.sub("", fold_words(cut_words(words))))
    closest = [_find_closest(word, vocabulary) for word in typed]
    if closest != typed and count_matches(db, " ".join(closest)):
        return f"; did you mean “{' '.join(closest)}”?"
    return "; try fewer words, or a prefix*"


def _find_closest(word: str, vocabulary: set[str]) -> str:
    """Return the word if the vocabulary has it, else the closest that it has, else the word."""
    if word.lower() in vocabulary:
        return word
    from difflib import get_close_matches  # noqa: PLC0415

    return next(iter(get_close_matches(word.lower(), vocabulary, n=1)), word)
