"""Exports: flat tables that are queries over the released database, and its records as JSON Lines.

The queries stand in scripts/sql/exports/; below what each says of itself, every column is described there, as
in `-- agreement: 1 for, 0 against`. Each is a temporary view of the connection, so that one can use another.
"""

import csv
import json
import sqlite3
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path

from artifacts.release_context import Artefact, Edition
from pipeline.contract import Row
from pipeline.sql_files import SqlFile, read_sql_folder
from pipeline.table_ddl import quote_identifier

SHARED = "spoken"  # part of others, not shipped by itself


def add_views(connection: sqlite3.Connection) -> None:
    """Give a connection a temporary view for each export; the file is not touched."""
    for query in read_sql_folder("exports"):
        connection.execute(f"CREATE TEMP VIEW {quote_identifier(query.name)} AS\n{query.sql}")


def flat_tables() -> list[Artefact]:
    """Return an artefact for each export that is shipped: a CSV."""
    return [_flat_table(query) for query in read_sql_folder("exports") if query.name != SHARED]


def write_records(edition: Edition, path: Path) -> None:
    """Write one JSON object a line: a record as a person would read it, with its spans."""
    evidence = _evidence(edition)
    with path.open("w", encoding="utf-8", newline="\n") as file:
        for record in edition.rows("SELECT * FROM records ORDER BY table_name, row_id"):
            key = record["table_name"], record["row_id"]
            line = {**record, "evidence": evidence[key]}
            file.write(json.dumps(line, ensure_ascii=False) + "\n")


def _flat_table(query: SqlFile) -> Artefact:
    def write(edition: Edition, path: Path) -> None:
        _write_csv(edition, query.name, path)

    return Artefact(f"{query.name.replace('_', '-')}.csv", query.comment, write, tuple(_columns(query)))


def _columns(query: SqlFile) -> Iterator[tuple[str, str]]:
    for line in query.sql.splitlines():
        if not line.startswith("--"):
            return
        name, _, description = line.removeprefix("--").strip().partition(": ")
        yield name, description


def _write_csv(edition: Edition, view: str, path: Path) -> None:
    cursor = edition.database.execute(f"SELECT * FROM {quote_identifier(view)}")
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(column[0] for column in cursor.description)
        writer.writerows(cursor)


def _evidence(edition: Edition) -> dict[tuple[object, object], list[Row]]:
    """Return the spans behind every record, by its table and id."""
    spans: dict[tuple[object, object], list[Row]] = defaultdict(list)
    for span in edition.rows("SELECT * FROM evidence ORDER BY source_id, start_char, end_char"):
        spans[span.pop("table_name"), span.pop("row_id")].append(span)
    return spans
