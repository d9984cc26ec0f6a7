"""Everything about one record, with its quotes in context.

\b
Examples:
  talks show PERSON
  talks show DEMAND --json
"""

import sqlite3
from collections.abc import Iterator
from dataclasses import asdict
from itertools import groupby
from typing import Annotated

import typer

from istanbul_talks.cli.command_factory import reads
from istanbul_talks.cli.completion import completing_records
from istanbul_talks.database import article_text, records
from istanbul_talks.database.article_text import Span, Stretch
from istanbul_talks.database.records import Column, Passage, Record, Reference
from istanbul_talks.terminal.plain_text import Paper, paper, pieces
from istanbul_talks.terminal.row_output import Csv, Json, print_json, print_rows

LISTED = 12
"""References of one kind that are listed; of further ones only the number is given."""

Word = Annotated[
    str,
    typer.Argument(
        metavar="ID", help="An id, or any recorded spelling of a name.", autocompletion=completing_records
    ),
]


@reads
def run(db: sqlite3.Connection, word: Word, as_json: Json = False, as_csv: Csv = False) -> None:
    found = records.gather(db, word)
    if as_json:
        print_json(asdict(found))
    elif as_csv:
        print_rows(["part", "name", "value", "note"], _flat(found), as_csv=True)
    else:
        with paper() as out:
            _write(found, out)


def _flat(found: Record) -> Iterator[tuple[str, str, object, str | None]]:
    """Yield the record as rows of four values."""
    for column in found.columns:
        yield "column", column.name, column.value, column.label or column.note
    for reference in found.references:
        yield "reference", f"{reference.table}.{reference.column}", reference.id, reference.label
    for passage in found.passages:
        yield "quote", passage.quote_id, passage.exact, passage.before + passage.exact + passage.after


def _write(found: Record, out: Paper) -> None:
    """Print the record, part after part."""
    out.title(found.label, f"{' '.join(found.tables)} {found.id}")
    out.definitions((column.name, _explained(column)) for column in found.columns if column.name != "id")
    for (table, field), group in groupby(found.references, lambda each: (each.table, each.column)):
        out.heading(f"{table} ({field})")
        _write_references(list(group), out)
    if found.passages:
        out.heading("quotes")
    for _, passages in groupby(found.passages, _context):
        _write_passages(list(passages), out)


def _explained(column: Column) -> str:
    """Return a value with what it means; for an empty one why it is empty."""
    if column.value is None:
        return f"— ({column.note})" if column.note else "—"
    return f"{column.label} [{column.value}]" if column.label else str(column.value)


def _write_references(references: list[Reference], out: Paper) -> None:
    """Print the first references of a kind, and how many there are beyond."""
    out.definitions((reference.id, reference.label) for reference in references[:LISTED])
    more = len(references) - LISTED
    if more > 0:
        out.paragraph(f"… and {more} more; --json gives all")


def _context(passage: Passage) -> tuple[str, Stretch]:
    """Return what passages in the same sentences share: the article and the words, without space around."""
    words = passage.before.lstrip() + passage.exact + passage.after.rstrip()
    start = passage.start_char - len(passage.before.lstrip())
    return passage.source_id, Stretch(start, start + len(words), words)


def _write_passages(passages: list[Passage], out: Paper) -> None:
    """Print the quotes in one sentence, below their ids."""
    _, sentences = _context(passages[0])
    spans = [Span(passage.start_char, passage.end_char, passage.quote_id) for passage in passages]
    out.paragraph(", ".join(span.quote_id for span in spans))
    out.passage(pieces(article_text.cut(sentences, spans)), indent=2)
