"""The search in the full text of records and of sentences."""

import json
import re
import sqlite3
import warnings
from collections.abc import Iterable
from typing import NamedTuple

from istanbul_talks.database.lookup import ARTICLE
from istanbul_talks.database.named_queries import read_sql
from istanbul_talks.database.search_query import (
    LIKENESS,
    NO_PHRASE,
    POSSESSIVE,
    WORD,
    SearchQuery,
    build_query,
    clean_typed,
    create_vocabulary,
    cut_words,
    explain_cut,
    fold_term,
    occurs,
)
from istanbul_talks.errors import TalksWarning
from istanbul_talks.text.markup import strip_markup

MAX_RANKED = 2000
"""Maximum number of matches that are ranked: more would slow the search for a word that is everywhere."""

SHOWN = 20
"""Number of hits that are shown unless more are asked for."""

UNLIMITED = -1
"""As a number of hits: all of them (a negative LIMIT of SQLite)."""

HIGHLIGHT = "**"
"""Marks found words in a hit, before and after them."""

INNER_MARK, PARTING = "\U00100001", "\U00100002"
"""Signs of no writing: around found words until the articles' own markup is taken out, and between lines."""

LONGEST = 180
"""Characters of a record's line that are shown around the first words found."""

VOCABULARY = """
SELECT term FROM temp.records_words WHERE term < char(0xE000)
UNION SELECT term FROM temp.sentences_words
"""
"""All words but those of titles, which stand in records behind a sign that hides them from the search."""

SENTENCES = "sentences"
"""The table that is searched though its rows are no records."""

WITHOUT_TEXTS = "only quotations are searched, since this database is without the articles' texts"

MATCHING_IDS = """
SELECT record_texts.row_id
FROM records_fts JOIN record_texts ON record_texts.id = records_fts.rowid
WHERE records_fts MATCH ? AND record_texts.table_name = ?
"""


class Hit(NamedTuple):
    """A record or sentence that is found, when it was said or happened, and the words found between marks.

    `records` are those that rest on a sentence, as a JSON cell, `quote` is the first quote in it.
    """

    id: str
    table: str
    label: str
    when: str | None
    found: str
    records: str | None
    quote: str | None


class SearchResult(NamedTuple):
    """The hits that are shown, best first; how many there are, up to MAX_RANKED of each kind; what to say.

    `hint` says how to find more where nothing has all words.
    """

    hits: list[Hit]
    total: int
    notes: list[str]
    hint: str


def search(
    db: sqlite3.Connection, typed: str, table: str | None = None, shown: int = UNLIMITED
) -> SearchResult:
    """Return the sentences and records (of one table, if given) that have the words, else most of them."""
    query, kept = build_query(db, typed), cut_words(typed)
    notes = [explain_cut(typed), _explain_missing_texts(db) if table in {None, SENTENCES} else ""]
    hits, total, hint = *_find_whole(db, query, kept, table, shown), ""
    if not hits and (joined := _join_words(db, query)):
        notes.append(f"nothing has “{kept}”: here is what has “{joined}”")
        query = build_query(db, joined)
        hits, total = _find_whole(db, query, joined, table, shown)
    if not hits and query.words != NO_PHRASE:
        hint = suggest_spelling(db, typed).removeprefix("; ")
        hits, total = _find_partly(db, query, table, shown)
        if hits:
            meant = f"; {hint}" if hint.startswith("did") else ""
            notes.append(f"nothing has all of “{kept}”: here is what has most of these words{meant}")
    return SearchResult(hits, total, [note for note in notes if note], hint)


def _join_words(db: sqlite3.Connection, query: SearchQuery) -> str:
    """Return the words typed, two of which are one that occurs; nothing where no two are."""
    words = list(query.parts)
    for i in range(len(words) - 1):
        joined = words[i] + words[i + 1]
        if re.fullmatch(WORD, joined) and occurs(db, joined):
            return " ".join([*words[:i], joined, *words[i + 2 :]])
    return ""


def _find_whole(
    db: sqlite3.Connection, query: SearchQuery, typed: str, table: str | None, shown: int
) -> tuple[list[Hit], int]:
    """Return what has all words, whoever is named so first, and how many there are."""
    return _find_hits(db, query, table, shown, named=_find_named(db, clean_typed(typed)))


def _find_partly(
    db: sqlite3.Connection, query: SearchQuery, table: str | None, shown: int
) -> tuple[list[Hit], int]:
    """Return what has half of several words or more, what has most first, and how many there are."""
    parts = list(query.parts.values())
    if len(parts) <= 1:
        return [], 0
    any_word = query._replace(words=" OR ".join(parts), phrase=NO_PHRASE)
    return _find_hits(db, any_word, table, shown, parts=parts)


def _find_hits(
    db: sqlite3.Connection, query: SearchQuery, table: str | None, shown: int, **lists: list[str]
) -> tuple[list[Hit], int]:
    """Return the hits that the SQL of the search gives for its `lists`, and how many there are."""
    asked = {"words": query.words, "phrase": query.phrase, "is_quotation": query.is_quotation, "table": table}
    listed = {"named": "[]", "parts": "[]"} | {name: json.dumps(values) for name, values in lists.items()}
    limits = {"most": MAX_RANKED, "shown": shown, "longest": LONGEST, "mark": INNER_MARK, "parting": PARTING}
    rows = db.execute(read_sql("with_parameters/search_hits"), {**asked, **listed, **limits}).fetchall()
    hits = [Hit(*row[:-1]) for row in rows]
    cleaned = [hit._replace(found=HIGHLIGHT.join(strip_markup(hit.found.split(INNER_MARK)))) for hit in hits]
    return cleaned, rows[0][-1] if rows else 0


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
    return re.findall(WORD, fold_term(POSSESSIVE.sub("", name)).strip().removeprefix(ARTICLE))


def _explain_missing_texts(db: sqlite3.Connection) -> str:
    """Return what to say where the articles' texts are not there, nothing where they are."""
    has_texts = db.execute("SELECT 1 FROM texts LIMIT 1").fetchone()
    return "" if has_texts else WITHOUT_TEXTS


def warn_of(notes: Iterable[str]) -> None:
    """Warn of each."""
    for note in notes:
        warnings.warn(note, TalksWarning, stacklevel=2)


def suggest_spelling(db: sqlite3.Connection, typed: str) -> str:
    """Return the end of a message: the words, with others for those that occur nowhere, or advice."""
    create_vocabulary(db)
    known = {term for (term,) in db.execute(VOCABULARY)}
    meant = re.sub(WORD, lambda word: _find_closest(db, word[0], known), cut_words(clean_typed(typed)))
    words = " ".join(re.findall(WORD, meant))
    if (
        fold_term(meant) != fold_term(clean_typed(typed))
        and _find_whole(db, build_query(db, words), words, None, 1)[1]
    ):
        return f"; did you mean “{words}”?"
    return "; try fewer words, or a prefix*"


def _find_closest(db: sqlite3.Connection, word: str, known: set[str]) -> str:
    """Return the word if it or a form of it is known, else one that is nearly the same, else the word."""
    sought = fold_term(word)
    if occurs(db, word):
        return word
    from difflib import get_close_matches  # noqa: PLC0415

    return next(iter(get_close_matches(sought, known, n=1, cutoff=LIKENESS)), word)
