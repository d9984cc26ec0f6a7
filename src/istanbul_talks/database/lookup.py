"""Looking up ids by what people type: any recorded spelling, its beginning, or a word of it, in any case.

The words are looked for among the ids, labels, family names and printed names of records: first whole, then
without an article before it, then as a beginning or inside, then, with a warning, with other signs between
them or in another order. Words that fit several records, or none, are errors that name the candidates.
"""

import re
import sqlite3
import warnings
from collections.abc import Callable, Iterable

from istanbul_talks.database.redirects import follow_redirect
from istanbul_talks.database.search_query import LIKENESS, POSSESSIVE, WORD, fold_term
from istanbul_talks.errors import NothingFound, TalksError, TalksWarning

CANDIDATES_SHOWN = 8

ARTICLE = "the "
"""The article that may precede a name, as in “the Kremlin”."""

Spellings = dict[str, set[str]]
"""The ids that a casefolded spelling may mean."""


def identify(db: sqlite3.Connection, table: str, word: str) -> str:
    """Return the id of the one record of the table that the word means, also by an id that was merged.

    Raises TalksError when it may mean several, NothingFound when it means none.
    """
    word = follow_redirect(db, word)
    return word if has_record(db, table, word) else match_spelling(word, load_spellings(db, [table]))


def has_record(db: sqlite3.Connection, table: str, record_id: str) -> bool:
    """Tell whether the table (a name from the contract) has a record of this id."""
    return db.execute(f'SELECT 1 FROM "{table}" WHERE id = ?', [record_id]).fetchone() is not None


def load_spellings(db: sqlite3.Connection, tables: Iterable[str]) -> Spellings:
    """Return every spelling by which a record of the tables is known: id, label and printed names."""
    known: Spellings = {}
    for table in tables:
        for spelling, record_id in db.execute(_build_spelling_query(db, table)):
            known.setdefault(str(spelling).casefold(), set()).add(record_id)
    return known


def _build_spelling_query(db: sqlite3.Connection, table: str) -> str:
    """Return the SQL for the spellings and ids of a table."""
    (label,) = db.execute("SELECT label_field FROM contract_tables WHERE name = ?", [table]).fetchone()
    query = f'SELECT id, id FROM "{table}" UNION ALL SELECT "{label or "id"}", id FROM "{table}"'
    if table in {"actors", "people"}:
        query += f" UNION ALL SELECT form, actor_id FROM names WHERE actor_id IN (SELECT id FROM {table})"
        query += " UNION ALL SELECT family_name, id FROM people WHERE family_name IS NOT NULL"
    return query


def match_spelling(word: str, known: Spellings) -> str:
    """Return the one id whose spellings the word matches; TalksError for several, NothingFound for none."""
    folded = word.strip().casefold()
    found = (
        known.get(folded)
        or known.get(folded.removeprefix(ARTICLE))
        or _match_ids(known, lambda spelling: spelling.startswith(folded) or f" {folded} " in f" {spelling} ")
    )
    if not found and len(found := _match_words(folded, known)) == 1:
        note = f"nothing is called “{word}”: it is taken for {_format_ids(found)}"
        warnings.warn(note, TalksWarning, stacklevel=2)
    if len(found) == 1:
        return next(iter(found))
    if found:
        raise TalksError(f"“{word}” may mean {_format_ids(found)}; give one of these ids")
    raise NothingFound(f"nothing is called “{word}”; {_suggest_spelling(folded, known)}")


def _match_words(asked: str, known: Spellings) -> set[str]:
    """Return the ids of the spellings of the same words, else of the same in another order."""
    words = _split_words(asked)
    same = _match_ids(known, lambda spelling: bool(words) and _split_words(spelling) == words)
    return same or _match_ids(
        known, lambda spelling: bool(words) and sorted(_split_words(spelling)) == sorted(words)
    )


def _split_words(spelling: str) -> list[str]:
    """Return the words of a spelling without accents and possessive endings."""
    return re.findall(WORD, fold_term(POSSESSIVE.sub("", spelling)))


def _match_ids(known: Spellings, fits: Callable[[str], bool]) -> set[str]:
    """Return the ids of all spellings that fit."""
    return {record_id for spelling, ids in known.items() if fits(spelling) for record_id in ids}


def _suggest_spelling(word: str, known: Spellings) -> str:
    """Return the nearest spelling as the end of an error message, or how to see what there is."""
    from difflib import get_close_matches  # noqa: PLC0415  (only for mistakes)

    near = get_close_matches(word, known, n=1, cutoff=LIKENESS)
    if near:
        return f"did you mean “{near[0]}” ({_format_ids(known[near[0]])})?"
    return "`talks search WORDS` looks through everything"


def _format_ids(ids: set[str]) -> str:
    """Return the ids in order; after the first few, how many more there are."""
    more = len(ids) - CANDIDATES_SHOWN
    return ", ".join(sorted(ids)[:CANDIDATES_SHOWN]) + (f" or {more} more" if more > 0 else "")
