"""Flat tables: CSV files that are queries over the released database.

The queries are in scripts/sql/exports/. Each describes its columns in comments, as in
`-- agreement: 1 for, 0 against`, and is a temporary view, so that one query can use another.
"""

import csv
import sqlite3
from collections.abc import Iterator
from pathlib import Path

from artifacts.release_context import Artifact, ReleaseContext
from pipeline.sql_files import SqlFile, read_comment, read_sql_folder
from pipeline.table_ddl import quote_identifier

_SHARED = "spoken"  # a part of other queries, not shipped by itself


def add_views(connection: sqlite3.Connection) -> None:
    """Give a connection a temporary view for each export; the file is not touched."""
    for query in read_sql_folder("exports"):
        connection.execute(f"CREATE TEMP VIEW {quote_identifier(query.name)} AS\n{query.sql}")


def list_flat_tables() -> list[Artifact]:
    """Return an artifact for each export that is shipped: a CSV."""
    return [_make_artifact(query) for query in read_sql_folder("exports") if query.name != _SHARED]


def _make_artifact(query: SqlFile) -> Artifact:
    def write(context: ReleaseContext, path: Path) -> None:
        _write_csv(context, query.name, path)

    return Artifact(f"{query.name.replace('_', '-')}.csv", query.comment, write, tuple(_read_columns(query)))


def _read_columns(query: SqlFile) -> Iterator[tuple[str, str]]:
    for line in read_comment(query.sql):
        name, _, description = line.partition(": ")
        yield name, description


def _write_csv(context: ReleaseContext, view: str, path: Path) -> None:
    cursor = context.database.execute(f"SELECT * FROM {quote_identifier(view)}")
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(column[0] for column in cursor.description)
        writer.writerows(cursor)
