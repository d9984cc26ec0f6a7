"""From what people type to queries of full-text search that are sure to parse.

`"a phrase"`, `one OR another`, `this NOT that` and a `prefix*` are understood; every other sign parts words.
"""

import re
import sqlite3
from itertools import islice
from typing import NamedTuple

from istanbul_talks.text.folding import DASHES

MAX_WORDS = 32
"""Words that are looked for: the time grows with their square.

The worst 32 (one common word again and again, or prefixes of one letter) take a third of a second,
500 a minute.
"""

POSSESSIVE = re.compile(r"(?<=\w)['’]s\b", re.IGNORECASE)
"""The ending of a possessive: who is sought by it is found without it too."""

WORD = r"\w+"

TOKEN = re.compile(
    rf"""\"[^\"]*\w[^\"]*\"|[()]|{WORD}(?:[-{DASHES}]{WORD})*(?:['’]s\b)?(?:\*(?!\*))?""", re.IGNORECASE
)
"""A phrase in quotation marks, a parenthesis, or a word, which may have hyphens."""

SIGNS = ("AND", "OR", "NOT", "(", ")")
"""Tokens that are no words."""

OPERANDS_MEET = r'(?<=[")*]) (?=["(])'
"""Where an FTS5 query needs AND."""

CURLY = str.maketrans("“”„", '"""')
"""Quotation marks that enclose a phrase as straight ones do."""

QUOTATION_LENGTH = 3
"""Words from which on what is typed without quotation marks may be a quotation."""

NO_PHRASE = '""'
"""The query of a phrase without words, which nothing has."""


class SearchQuery(NamedTuple):
    """What is looked for as FTS5 queries: all words, and all in the order typed as one phrase.

    `is_quotation` tells that whoever typed them may quote an article.
    """

    words: str
    phrase: str
    is_quotation: bool


def build_query(db: sqlite3.Connection, typed: str) -> SearchQuery:
    """Return what is looked for by the words, cut to the first MAX_WORDS."""
    typed = cut_words(typed.translate(CURLY))
    words = re.findall(WORD, typed)
    is_phrase = len(words) > 1 and not re.search(r"\b(AND|OR|NOT)\b|\w\*(?!\*)", typed)
    phrase = f'"{" ".join(words)}"' if is_phrase else NO_PHRASE
    return SearchQuery(build_fts_query(db, typed), phrase, '"' in typed or len(words) >= QUOTATION_LENGTH)


def build_fts_query(db: sqlite3.Connection, typed: str) -> str:
    """Return the words, cut, as an FTS5 query: with their operators where that parses, else all words."""
    tokens = TOKEN.findall(cut_words(typed.translate(CURLY)))
    query = re.sub(OPERANDS_MEET, " AND ", " ".join(map(_build_token, tokens)))
    if tokens and _can_parse(db, query):
        return query
    return " AND ".join(_build_token(token) for token in tokens if token not in SIGNS) or NO_PHRASE


def _build_token(token: str) -> str:
    """Return an operator as it is, words as an FTS5 query."""
    if token in SIGNS:
        return token
    if token.startswith('"'):
        return f'"{" ".join(re.findall(WORD, token))}"'
    return _build_alternatives(POSSESSIVE.sub("", token.rstrip("*"))) + "*" * token.endswith("*")


def _build_alternatives(word: str) -> str:
    """Return a word as an FTS5 query: one with hyphens as words that follow one another, or as one word."""
    parts = re.findall(WORD, word)
    apart, joined = " ".join(parts), "".join(parts)
    return f'"{word}"' if len(parts) == 1 else f'("{apart}" OR "{joined}")'


def _can_parse(db: sqlite3.Connection, query: str) -> bool:
    """Tell whether FTS5 understands a query."""
    try:
        db.execute("SELECT 1 FROM records_fts WHERE records_fts MATCH ? LIMIT 1", [query]).fetchone()
    except sqlite3.OperationalError:
        return False
    return True


def cut_words(words: str) -> str:
    """Return the words up to the last that is looked for."""
    found = [match.end() for match in islice(re.finditer(r"\w+\*?", words), MAX_WORDS + 1)]
    if len(found) <= MAX_WORDS:
        return words
    return re.sub(r"\s+(AND|OR|NOT)$", "", words[: found[-2]])


def explain_cut(words: str) -> str:
    """Return what to say of words that are cut, nothing where none is."""
    return "" if cut_words(words) == words else f"only the first {MAX_WORDS} words are looked for"
