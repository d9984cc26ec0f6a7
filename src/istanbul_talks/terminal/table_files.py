"""Writes whole tables to files of text; a file appears only when it is whole.

Parquet and a workbook, typed and described, are in a release (scripts/artifacts/), not here.
"""

import sqlite3
from collections.abc import Iterator, Mapping
from contextlib import ExitStack, contextmanager
from pathlib import Path
from typing import TextIO

from istanbul_talks.database.declared_tables import read_table
from istanbul_talks.database.named_queries import QueryResult
from istanbul_talks.errors import TalksError
from istanbul_talks.terminal.row_formats import FORMAT_WRITERS, OtherFormat, RowWriter

FORMATS_BY_SUFFIX = {
    ".csv": "csv",
    ".json": "json",
    ".jsonl": OtherFormat.JSONL,
    ".tsv": OtherFormat.TSV,
    ".md": OtherFormat.MARKDOWN,
}
SUFFIXES = {form: suffix for suffix, form in FORMATS_BY_SUFFIX.items()}


def read_all_tables(db: sqlite3.Connection) -> dict[str, QueryResult]:
    """Return the tables of the data package by name: no views, and not the articles' texts."""
    names = db.execute("SELECT name FROM contract_tables WHERE kind = 'table' ORDER BY position").fetchall()
    return {name: read_table(db, name) for (name,) in names}


def guess_format(path: Path | None) -> str:
    """Return the format that a path's ending names, CSV where it has none; TalksError at any other ending."""
    if path is None or not path.suffix:
        return "csv"
    if path.suffix not in FORMATS_BY_SUFFIX:
        known = ", ".join(FORMATS_BY_SUFFIX)
        raise TalksError(f"{path.name} is in none of the formats {known}; give --json, --csv or --format")
    return FORMATS_BY_SUFFIX[path.suffix]


def write_file(table: QueryResult, form: str, path: Path) -> None:
    """Write a table to a file."""
    with open_whole_file(path) as file:
        write_text(table, form, file)


def write_folder(tables: Mapping[str, QueryResult], form: str, folder: Path) -> None:
    """Write each table to a file of its own in the folder, all or none."""
    with ExitStack() as stack:
        for name, table in tables.items():
            write_text(table, form, stack.enter_context(open_whole_file(folder / f"{name}{SUFFIXES[form]}")))


def write_text(table: QueryResult, form: str, file: TextIO) -> None:
    """Write a table to an open file."""
    write: RowWriter = FORMAT_WRITERS[form]
    write(table.names, table.rows, file)


@contextmanager
def open_whole_file(path: Path) -> Iterator[TextIO]:
    """Open a file beside the path; move it into place at the end, remove it if something failed."""
    aside = path.with_name(f".{path.name}.part")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        with aside.open("w", encoding="utf-8", newline="\n") as file:
            yield file
        aside.replace(path)
    except OSError as error:
        raise TalksError(f"{path} cannot be written ({error.strerror}); give another with -o") from error
    finally:
        if aside.parent.is_dir():
            aside.unlink(missing_ok=True)
