"""Writes whole tables to files of text, which appear only when they are whole.

Parquet and a workbook, typed and described, are in a release (scripts/artifacts/), not here.
"""

import json
import sqlite3
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from functools import partial
from io import StringIO
from pathlib import Path
from typing import TextIO

from istanbul_talks.database.declared_tables import read_table
from istanbul_talks.database.named_queries import QueryResult
from istanbul_talks.database.outputs import FileOutput, FolderOutput, stage_outputs
from istanbul_talks.errors import TalksError
from istanbul_talks.terminal.row_formats import FORMAT_WRITERS, OtherFormat, RowWriter

FORMATS_BY_SUFFIX = {
    ".csv": "csv",
    ".json": "json",
    ".jsonl": OtherFormat.JSONL,
    ".tsv": OtherFormat.TSV,
    ".md": OtherFormat.MARKDOWN,
}
EMPTY = "[]\n"
"""JSON of a table without rows."""

LONGEST_LINE = 1_000_000
"""Characters of a file in which the beginning of an export is looked for."""

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


def write_file(table: QueryResult, form: str, path: Path, *, force: bool) -> None:
    """Write a table to a file; one that is there is replaced only where it is such an export."""
    output = FileOutput(path, partial(_is_export, names=table.names, form=form), force)
    with open_output(output) as file:
        write_text(table, form, file)


def write_folder(tables: Mapping[str, QueryResult], form: str, folder: Path, *, force: bool) -> None:
    """Write each table to a file of its own in the folder, all or none."""
    with stage_outputs(FolderOutput(folder, force=force)) as (new,):
        for name, table in tables.items():
            with _open_text(new / f"{name}{SUFFIXES[form]}") as file:
                write_text(table, form, file)


def write_text(table: QueryResult, form: str, file: TextIO) -> None:
    """Write a table to an open file."""
    write: RowWriter = FORMAT_WRITERS[form]
    write(table.names, table.rows, file)


@contextmanager
def open_output(output: FileOutput) -> Iterator[TextIO]:
    """Open a file of text, which is put in place at the end, unless something failed."""
    with stage_outputs(output) as (new,), _open_text(new) as file:
        yield file


def _open_text(path: Path) -> TextIO:
    return path.open("w", encoding="utf-8", newline="\n")


def _is_export(path: Path, names: Sequence[str], form: str) -> bool:
    """Tell whether a file begins as an export of these columns in this format does."""
    with path.open(encoding="utf-8", errors="replace", newline="") as file:
        line = file.readline(LONGEST_LINE)
    if form in {"json", OtherFormat.JSONL}:
        with suppress(ValueError):
            return line == EMPTY or list(json.loads(line.strip("[], \n"))) == list(names)
        return False
    head = StringIO()
    write_text(QueryResult(names, []), form, head)
    return head.getvalue().startswith(line)
