"""From what people type to queries of full-text search that are sure to parse.

`"a phrase"`, `one OR another`, `this NOT that` and a `prefix*` are understood; every other sign parts words.
A word outside quotation marks stands for all its forms that the dataset's languages know (table inflections).
"""

import re
import sqlite3
from functools import lru_cache
from itertools import islice
from typing import NamedTuple
from unicodedata import category, normalize

from istanbul_talks.database.named_queries import read_sql
from istanbul_talks.text.folding import DASHES, is_invisible

MAX_WORDS = 32
"""Words that are looked for: the time grows with their square.

The worst 32 (one common word again and again, or prefixes of one letter) take a third of a second,
500 a minute.
"""

MAX_CHARACTERS = 1000
"""Characters that are looked at: the time to part them into words grows with their square."""

POSSESSIVE = re.compile(r"(?<=\w)['’]s\b", re.IGNORECASE)
"""The ending of a possessive: who is sought by it is found without it too."""

LIKENESS = 0.8
"""How like a word must be, from 0 to 1, to be suggested instead of another."""

WORD = r"\w+"

TOKEN = re.compile(
    rf"""\"[^\"]*\w[^\"]*\"|[()]|{WORD}(?:[-{DASHES}]{WORD})*(?:['’]s\b)?(?:\*(?!\*))?""", re.IGNORECASE
)
"""A phrase in quotation marks, a parenthesis, or a word, which may have hyphens."""

OPERATORS = ("AND", "OR", "NOT")
SIGNS = (*OPERATORS, "(", ")")
"""Tokens that are no words."""

OPERANDS_MEET = r'(?<=[")*]) (?=["(])'
"""Where an FTS5 query needs AND."""

STRAIGHT = str.maketrans("“”„‘’‛′ʼ＇`´", '"""' + "'" * 8)
"""Quotation marks that enclose a phrase, and apostrophes, as straight ones do."""

QUOTATION_LENGTH = 3
"""Words from which on what is typed without quotation marks may be a quotation."""

OCCURS = """
SELECT 1 FROM temp.records_words WHERE term = :word
UNION SELECT 1 FROM temp.sentences_words WHERE term = :word
"""

VOCABULARIES = tuple(
    f"CREATE VIRTUAL TABLE IF NOT EXISTS temp.{index}_words USING fts5vocab(main, {index}_fts, row)"
    for index in ("records", "sentences")
)
"""What makes the words of the full-text indexes readable."""

NO_PHRASE = '""'
"""The query of a phrase without words, which nothing has."""


class SearchQuery(NamedTuple):
    """What is looked for as FTS5 queries: all words, and all in the order typed as one phrase.

    `is_quotation` tells that whoever typed them may quote an article; `parts` are the words and phrases of
    which a hit may have some only, by how they are typed, none where there are operators.
    """

    words: str
    phrase: str
    is_quotation: bool
    parts: dict[str, str]


def build_query(db: sqlite3.Connection, typed: str) -> SearchQuery:
    """Return what is looked for by the words, cut to the first MAX_WORDS.

    The words are taken with their operators where that parses, else they are all looked for.
    """
    typed = cut_words(clean_typed(typed))
    words = re.findall(WORD, typed)
    built = [(token, _build_token(db, token)) for token in _split_tokens(typed)]
    has_operators = any(token in SIGNS or token.endswith("*") for token, _ in built)
    query = re.sub(OPERANDS_MEET, " AND ", " ".join(part for _, part in built))
    if not (built and _can_parse(db, query)):
        query = " AND ".join(part for _, part in built if part not in SIGNS) or NO_PHRASE
    return SearchQuery(
        query,
        NO_PHRASE if has_operators or len(words) == 1 else f'"{" ".join(words)}"',
        '"' in typed or len(words) >= QUOTATION_LENGTH,
        {} if has_operators else dict(built),
    )


def _split_tokens(typed: str) -> list[str]:
    """Return the tokens of what is typed; parentheses are some only where there are operators."""
    tokens = TOKEN.findall(typed)
    has_operators = any(token in OPERATORS for token in tokens)
    return [token for token in tokens if has_operators or token not in SIGNS]


def clean_typed(typed: str) -> str:
    """Return what is typed without invisible characters, with straight quotation marks and apostrophes."""
    return "".join(sign for sign in typed if not is_invisible(sign)).translate(STRAIGHT)


def _build_token(db: sqlite3.Connection, token: str) -> str:
    """Return an operator as it is, words as an FTS5 query."""
    if token in SIGNS:
        return token
    if token.startswith('"'):
        return f'"{" ".join(re.findall(WORD, token))}"'
    if token.endswith("*"):
        return f'"{" ".join(re.findall(WORD, token))}"*'
    return _build_alternatives(db, POSSESSIVE.sub("", token))


def _build_alternatives(db: sqlite3.Connection, word: str) -> str:
    """Return a word in all its forms as an FTS5 query; one with hyphens also apart, and as one word."""
    parts = re.findall(WORD, word)
    joined = "".join(parts)
    forms = dict.fromkeys([" ".join(parts), joined, *list_forms(db, joined)])
    alternatives = " OR ".join(f'"{form}"' for form in forms)
    return f"({alternatives})" if len(forms) > 1 else alternatives


def list_forms(db: sqlite3.Connection, word: str) -> list[str]:
    """Return the other forms of a word that occur in records or sentences."""
    create_vocabulary(db)
    forms = db.execute(read_sql("with_parameters/word_forms"), {"word": fold_term(word)})
    return [str(form) for (form,) in forms]


def occurs(db: sqlite3.Connection, word: str) -> bool:
    """Tell whether a word or another form of it is in a record or a sentence."""
    create_vocabulary(db)
    asked = {"word": fold_term(word)}
    return db.execute(OCCURS, asked).fetchone() is not None or bool(list_forms(db, word))


def create_vocabulary(db: sqlite3.Connection) -> None:
    """Make the words of the full-text indexes, which stand there without accents and capitals, readable."""
    for sql in VOCABULARIES:
        db.execute(sql)


@lru_cache(maxsize=2**14)
def fold_term(word: str) -> str:
    """Return a word without accents and capitals, as in the full-text indexes."""
    return "".join(sign for sign in normalize("NFD", word.casefold()) if category(sign) != "Mn")


def _can_parse(db: sqlite3.Connection, query: str) -> bool:
    """Tell whether FTS5 understands a query."""
    try:
        db.execute("SELECT 1 FROM records_fts WHERE records_fts MATCH ? LIMIT 1", [query]).fetchone()
    except sqlite3.OperationalError:
        return False
    return True


def cut_words(words: str) -> str:
    """Return the words up to the last that is looked for."""
    words = words[:MAX_CHARACTERS]
    found = [match.end() for match in islice(re.finditer(r"\w+\*?", words), MAX_WORDS + 1)]
    if len(found) <= MAX_WORDS:
        return words
    return re.sub(r"\s+(AND|OR|NOT)$", "", words[: found[-2]])


def explain_cut(words: str) -> str:
    """Return what to say of words that are cut, nothing where none is."""
    kept = cut_words(words)
    most = f"{MAX_CHARACTERS:,} characters" if kept == words[:MAX_CHARACTERS] else f"{MAX_WORDS} words"
    return "" if kept == words else f"only the first {most} are looked for"
