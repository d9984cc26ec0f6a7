"""Completion in the shell: ids of records, values of enumerations, tables and columns, from the database."""

import sqlite3
from collections.abc import Callable, Iterable

import typer

from istanbul_talks.database.connection import open_database
from istanbul_talks.errors import TalksError

Candidates = list[tuple[str, str]]
"""Words to complete to, each with its meaning."""

FindCandidates = Callable[[sqlite3.Connection, str], Iterable[tuple[str, str]]]
"""Finds candidates in the database by the beginning of a word."""

MOST_OFFERED = 200
"""Maximum number of candidates."""

IDS_QUERY = """
SELECT id, substr("{label}", 1, 60) FROM "{table}"
WHERE id >= :beginning AND id < :beginning || char(1114111) ORDER BY id LIMIT :most
"""

VALUES_QUERY = """
SELECT value, meaning FROM contract_values
WHERE table_name = :table AND field_name = :field AND substr(value, 1, length(:beginning)) = :beginning
ORDER BY position
"""

RECORDS_QUERY = """
SELECT row_id, substr(label, 1, 60) FROM records
WHERE row_id >= :beginning AND row_id < :beginning || char(1114111) ORDER BY row_id LIMIT :most
"""

TABLES_QUERY = """
SELECT name, title FROM contract_tables
WHERE substr(name, 1, length(:beginning)) = :beginning ORDER BY position
"""


def make_id_completer(*tables: str) -> Callable[..., Candidates]:
    """Return a function that completes ids of records of the tables."""
    return _make_completer(
        lambda db, word: [found for table in tables for found in _find_ids(db, table, word)]
    )


def make_value_completer(table: str, field: str) -> Callable[..., Candidates]:
    """Return a function that completes values of the enumeration of a field."""
    return _make_completer(
        lambda db, word: db.execute(VALUES_QUERY, {"table": table, "field": field, "beginning": word})
    )


def _find_ids(db: sqlite3.Connection, table: str, word: str) -> Iterable[tuple[str, str]]:
    """Return the ids of a table that begin with the word, with the labels of the records."""
    (label,) = db.execute("SELECT label_field FROM contract_tables WHERE name = ?", [table]).fetchone()
    query = IDS_QUERY.format(label=label, table=table)
    return db.execute(query, {"beginning": word, "most": MOST_OFFERED})


def _make_completer(find: FindCandidates) -> Callable[..., Candidates]:
    """Return a function that Typer calls to complete; without a usable database it has no candidates."""

    def complete(ctx: typer.Context, incomplete: str) -> Candidates:
        try:
            with open_database(ctx.find_root().params.get("db")) as db:
                return [(word, " ".join(meaning.split())) for word, meaning in find(db, incomplete)]
        except (TalksError, sqlite3.Error):
            return []

    return complete


complete_table_names = _make_completer(lambda db, word: db.execute(TABLES_QUERY, {"beginning": word}))
"""Completes names of tables and views."""

complete_record_ids = _make_completer(
    lambda db, word: db.execute(RECORDS_QUERY, {"beginning": word, "most": MOST_OFFERED})
)
"""Completes ids of records of all tables."""
