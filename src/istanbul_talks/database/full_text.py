"""The search in the full text of records and of sentences."""

import json
import re
import sqlite3
import warnings
from collections import Counter
from collections.abc import Iterable, Sequence
from typing import Any, NamedTuple

from istanbul_talks.database import excerpts
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
"""Signs of no writing: around found words until the articles' own markup is taken out, and between texts."""

VOCABULARY = "SELECT term FROM temp.records_words UNION SELECT term FROM temp.sentences_words"

SENTENCES = "sentences"
"""The table that is searched though its rows are no records."""

WITHOUT_TEXTS = "only quotations are searched, since this database is without the articles' texts"

RECORD_MATCHES, SENTENCE_MATCHES = "record_matches", "sentence_matches"

KEYS = {
    RECORD_MATCHES: """
      SELECT id FROM records_fts JOIN record_texts ON record_texts.id = records_fts.rowid
      WHERE records_fts MATCH :words AND (:table IS NULL OR table_name = :table)
      LIMIT :most
    """,
    SENTENCE_MATCHES: """
      SELECT rowid FROM sentences_fts WHERE sentences_fts MATCH 'exact : (' || :words || ')' LIMIT :most
    """,
}
"""The keys of what has some words, by the named query that tells more of it."""

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
    hits, hint = _find_whole(db, query, kept, table, shown), ""
    if not hits and (joined := _join_words(db, query)):
        notes.append(f"nothing has “{kept}”: here is what has “{joined}”")
        query = build_query(db, joined)
        hits = _find_whole(db, query, joined, table, shown)
    total = len(hits) if len(hits) != shown else _count_hits(db, query, table)
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
) -> list[Hit]:
    """Return whoever is named so, then what has the words as a quotation, records, sentences and parts."""
    rows: list[Sequence[Any]] = []
    for name in _list_searches(table):
        named = json.dumps(_find_named(db, clean_typed(typed))) if name == RECORD_MATCHES else None
        rows += _run(db, name, query, shown, table=table, named=named, among=None)
    rows.sort(key=lambda row: int(row[-1]))  # by place; those of one place stay as they are
    return list(map(_make_hit, rows[: None if shown == UNLIMITED else shown]))


def _find_partly(
    db: sqlite3.Connection, query: SearchQuery, table: str | None, shown: int
) -> tuple[list[Hit], int]:
    """Return hits that have half of several words or more, those with most first, and how many there are."""
    if len(query.parts) <= 1:
        return [], 0
    any_word = query._replace(words=" OR ".join(query.parts.values()), phrase=NO_PHRASE)
    ranked = [
        (-count, place, name, key)
        for place, name in enumerate(_list_searches(table))
        for key, count in _count_parts(db, name, query, table).items()
        if 2 * count >= len(query.parts)
    ]
    best = sorted(ranked)[: None if shown == UNLIMITED else shown]
    found: dict[tuple[str, int], Hit] = {}
    for name in _list_searches(table):
        among = json.dumps([key for _, _, other, key in best if other == name])
        rows = _run(db, name, any_word, UNLIMITED, table=table, named="[]", among=among)
        found |= {(name, row[0]): _make_hit(row) for row in rows}
    return [found[name, key] for _, _, name, key in best if (name, key) in found], len(ranked)


def _count_parts(db: sqlite3.Connection, name: str, query: SearchQuery, table: str | None) -> Counter[int]:
    """Return how many of the words typed each record or sentence has, by its key."""
    return Counter(
        key
        for words in query.parts.values()
        for (key,) in db.execute(KEYS[name], {"words": words, "table": table, "most": MAX_RANKED})
    )


def _list_searches(table: str | None) -> list[str]:
    """Return the named queries that search a table, or all."""
    return [name for name in KEYS if table is None or (table == SENTENCES) == (name == SENTENCE_MATCHES)]


def _run(
    db: sqlite3.Connection, name: str, query: SearchQuery, shown: int, **values: str | None
) -> list[Sequence[Any]]:
    """Return the rows of the named query with what is looked for."""
    asked = {"words": query.words, "phrase": query.phrase, "is_quotation": query.is_quotation, **values}
    limits = {"most": MAX_RANKED, "shown": shown, "mark": INNER_MARK, "parting": PARTING}
    return db.execute(read_sql(f"with_parameters/{name}"), {**asked, **limits}).fetchall()


def _make_hit(row: Sequence[Any]) -> Hit:
    """Return a hit of a row, whose first column is its key and whose last is its place."""
    hit = Hit(*row[1:-1])
    return hit._replace(found=_clean_words(hit))


def _clean_words(hit: Hit) -> str:
    """Return the words found as people read them, without an article's markup: of a record one line."""
    marked, _, text = hit.found.partition(PARTING)
    has_voice = hit.table != "discrepancies"  # its label is a question
    line = excerpts.choose_line(marked, text, INNER_MARK, has_voice) if text else marked
    return HIGHLIGHT.join(strip_markup(line.split(INNER_MARK)))


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


def _count_hits(db: sqlite3.Connection, query: SearchQuery, table: str | None) -> int:
    """Return how many records and sentences have the words, counting up to MAX_RANKED of each."""
    asked = {"words": query.words, "table": table, "most": MAX_RANKED}
    return sum(
        len(_run(db, name, query, UNLIMITED, among=None))
        if name == SENTENCE_MATCHES
        else db.execute(f"SELECT count(*) FROM ({KEYS[name]})", asked).fetchone()[0]
        for name in _list_searches(table)
    )


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
    if fold_term(meant) != fold_term(clean_typed(typed)) and _find_whole(
        db, build_query(db, words), words, None, 1
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
