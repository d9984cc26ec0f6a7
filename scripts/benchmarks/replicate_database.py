"""Replicates a small database until it has at least N quotes, to measure the readers with.

Every copy has its own events, demands, claims and words, under ids with a number behind them; actors, their
names and topics are shared, as they would be by more articles. The running text is left out.
"""

import shutil
import sqlite3
from contextlib import closing
from pathlib import Path

from sqlite_utils import Database

from pipeline.readonly_database import count_rows

SHARED = {"actors", "actor_members", "people", "names", "topics", "inflections", "language_forms"}
"""Tables of what is known about the world rather than read in an article."""

FAST = "PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF; PRAGMA cache_size = -200000"
"""A file that is lost if the power fails may be made faster."""

INDEXES = "SELECT name, sql FROM sqlite_master WHERE type = 'index' AND sql IS NOT NULL"

RECORDS = "records_fts"
"""The full-text index of all records."""


def replicate_database(small: Path, large: Path, quotes: int) -> None:
    """Write a database of at least so many quotes."""
    shutil.copyfile(small, large)
    with closing(sqlite3.connect(large)) as connection:
        connection.executescript(FAST)
        indexes = connection.execute(INDEXES).fetchall()
        for name, _ in indexes:
            connection.execute(f'DROP INDEX "{name}"')
        _copy(connection, times=-(-quotes // count_rows(connection, "quotes")) - 1)
        for _, sql in indexes:
            connection.execute(sql)
        _index_words(connection, RECORDS)
        connection.commit()


def _copy(connection: sqlite3.Connection, times: int) -> None:
    connection.execute("CREATE TEMP TABLE copies (n INTEGER PRIMARY KEY)")
    connection.executemany("INSERT INTO copies VALUES (?)", [(n,) for n in range(1, times + 1)])
    tables = connection.execute("SELECT name FROM contract_tables WHERE kind = 'table'").fetchall()
    for (table,) in tables:
        if table not in SHARED:
            names, values = _columns(connection, table)
            connection.execute(
                f'INSERT INTO "{table}" ({names}) SELECT {values} FROM "{table}" AS old, copies'
            )
    connection.execute(
        "INSERT INTO record_texts (table_name, row_id, label, heading, text, content, is_part) "
        "SELECT table_name, row_id || '~' || n, label, heading, text, content, is_part "
        "FROM record_texts, copies"
    )
    connection.execute(
        "INSERT INTO worded_dates "
        "SELECT event_id || '~' || n, event_date_id || '~' || n, source_metadata_id || '~' || n, date "
        "FROM worded_dates, copies"
    )


def _columns(connection: sqlite3.Connection, table: str) -> tuple[str, str]:
    """Return the columns of a table, and their values in a copy: ids of what is copied get a number."""
    names, values = [], []
    fields = "SELECT name, references_table FROM contract_fields WHERE table_name = ? ORDER BY position"
    for name, target in connection.execute(fields, [table]):
        names.append(f'"{name}"')
        numbered = name == "id" or (target is not None and target not in SHARED)
        values.append(f"old.\"{name}\" || '~' || n" if numbered else f'old."{name}"')
    return ", ".join(names), ", ".join(values)


def index_copied_tables(database: Path) -> None:
    """Make the full-text indexes of single tables anew, which `multiply` leaves: `talks` asks none."""
    with Database(database) as large:
        for index in large.table_names(fts5=True):
            if index != RECORDS:
                large.table(index).rebuild_fts()


def _index_words(connection: sqlite3.Connection, index: str) -> None:
    connection.execute(f'INSERT INTO "{index}" ("{index}") VALUES (\'rebuild\')')
