"""The search in the full text of records and of sentences."""

import json
import re
import sqlite3
import warnings
from collections.abc import Iterable, Sequence
from typing import Any, NamedTuple
from unicodedata import category, normalize

from istanbul_talks.database.lookup import ARTICLE
from istanbul_talks.database.named_queries import read_sql
from istanbul_talks.database.search_query import (
    POSSESSIVE,
    SearchQuery,
    build_query,
    cut_words,
    explain_cut,
)
from istanbul_talks.errors import TalksWarning
from istanbul_talks.text.folding import fold_words

MAX_RANKED = 2000
"""Maximum number of matches that are ranked: more would slow the search for a word that is everywhere."""

SHOWN = 20
"""Number of hits that are shown unless more are asked for."""

UNLIMITED = -1
"""As a number of hits: all of them (a negative LIMIT of SQLite)."""

HIGHLIGHT = "**"
"""Marks found words in a hit, before and after them."""

INNER_MARK = "\x01"
"""Marks found words until the articles' own markup is taken out."""

MARKUP = re.compile(r"\*\*|\[([^\]]*)\]\([^)\s]*\)")
"""Bold type and links in an article, which have no place in its words."""

SENTENCES = "sentences"
"""The table that is searched though its rows are no records."""

WITHOUT_TEXTS = "only quotations are searched, since this database is without the articles' texts"

MATCHING_IDS = """
SELECT record_texts.row_id
FROM records_fts JOIN record_texts ON record_texts.id = records_fts.rowid
WHERE records_fts MATCH ? AND record_texts.table_name = ?
"""

COUNT_RECORDS = """
SELECT count(*) FROM (
  SELECT 1 FROM records_fts
  WHERE records_fts MATCH :words
    AND (:table IS NULL OR :table = (SELECT table_name FROM record_texts WHERE id = records_fts.rowid))
  LIMIT :most
)
"""


class Hit(NamedTuple):
    """A record or sentence that is found, with the words found between marks.

    `records` are those that rest on a sentence, as a JSON cell, `quote` is the first quote in it.
    """

    id: str
    table: str
    label: str
    found: str
    records: str | None
    quote: str | None


class SearchResult(NamedTuple):
    """The hits that are shown, best first; how many there are, up to MAX_RANKED of each kind; what to say."""

    hits: list[Hit]
    total: int
    notes: list[str]


def search(
    db: sqlite3.Connection, typed: str, table: str | None = None, shown: int = UNLIMITED
) -> SearchResult:
    """Return the sentences and records (of one table, if given) that have the words."""
    query = build_query(db, typed)
    hits = _find_hits(db, query, cut_words(typed), table, shown)
    total = len(hits) if len(hits) != shown else _count_hits(db, query, table)
    notes = [explain_cut(typed), "" if table not in {None, SENTENCES} else _explain_missing_texts(db)]
    return SearchResult(hits, total, [note for note in notes if note])


def _find_hits(
    db: sqlite3.Connection, query: SearchQuery, typed: str, table: str | None, shown: int
) -> list[Hit]:
    """Return whoever is named so, then what has the words as a quotation, records, sentences and parts."""
    rows: list[Sequence[Any]] = []
    if table != SENTENCES:
        rows += _run(
            db, "record_matches", query, shown, table=table, named=json.dumps(_find_named(db, typed))
        )
    if table in {None, SENTENCES}:
        rows += _run(db, "sentence_matches", query, shown)
    rows.sort(key=lambda row: int(row[-1]))  # by place; those of one place stay as they are
    hits = [Hit(*row[:-1]) for row in rows[: None if shown == UNLIMITED else shown]]
    return [hit._replace(found=_clean_words(hit.found)) for hit in hits]


def _clean_words(found: str) -> str:
    """Return words found as people read them, without an article's markup."""
    return MARKUP.sub(r"\1", found).replace(INNER_MARK, HIGHLIGHT)


def _run(
    db: sqlite3.Connection, name: str, query: SearchQuery, shown: int, **values: str | None
) -> list[Sequence[Any]]:
    """Return the rows of the named query with what is looked for."""
    asked = {**query._asdict(), **values, "most": MAX_RANKED, "shown": shown, "mark": INNER_MARK}
    return db.execute(read_sql(f"with_parameters/{name}"), asked).fetchall()


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


def _count_hits(db: sqlite3.Connection, query: SearchQuery, table: str | None) -> int:
    """Return how many records and sentences have the words, counting up to MAX_RANKED of each."""
    asked = {**query._asdict(), "table": table, "most": MAX_RANKED, "shown": UNLIMITED, "mark": INNER_MARK}
    sentences = f"SELECT count(*) FROM ({read_sql('with_parameters/sentence_matches')}\n)"
    counted = [COUNT_RECORDS] if table else [COUNT_RECORDS, sentences]
    return sum(db.execute(sql, asked).fetchone()[0] for sql in counted)


def _explain_missing_texts(db: sqlite3.Connection) -> str:
    """Return what to say where the articles' texts are not there, nothing where they are."""
    has_texts = db.execute("SELECT 1 FROM texts LIMIT 1").fetchone()
    return "" if has_texts else WITHOUT_TEXTS


def warn_of(notes: Iterable[str]) -> None:
    """Warn of each."""
    for note in notes:
        warnings.warn(note, TalksWarning, stacklevel=2)


def suggest_spelling(db: sqlite3.Connection, words: str) -> str:
    """Return the end of a message: words that are found, the closest to those typed, or advice."""
    db.execute("CREATE VIRTUAL TABLE IF NOT EXISTS temp.vocabulary USING fts5vocab(main, records_fts, row)")
    vocabulary = {term for (term,) in db.execute("SELECT term FROM temp.vocabulary")}
    typed = re.findall(r"\w+", POSSESSIVE.sub("", fold_words(cut_words(words))))
    closest = [_find_closest(word, vocabulary) for word in typed]
    if closest != typed and search(db, " ".join(closest), shown=1).total:
        return f"; did you mean “{' '.join(closest)}”?"
    return "; try fewer words, or a prefix*"


def _find_closest(word: str, vocabulary: set[str]) -> str:
    """Return the word if the vocabulary has it, else the closest that it has, else the word."""
    if word.lower() in vocabulary:
        return word
    from difflib import get_close_matches  # noqa: PLC0415

    return next(iter(get_close_matches(word.lower(), vocabulary, n=1)), word)
