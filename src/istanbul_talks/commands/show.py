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

from istanbul_talks.cli.command_factory import make_command
from istanbul_talks.cli.completion import complete_record_ids
from istanbul_talks.database import article_text, records
from istanbul_talks.database.article_text import Segment, Span
from istanbul_talks.database.records import Column, Passage, Record, Reference
from istanbul_talks.terminal.plain_text import PlainTextPrinter, mark_text, open_printer
from istanbul_talks.terminal.row_output import Csv, Json, print_json, print_rows

MOST_LISTED = 12
"""References of one kind that are listed; of further ones only the number is given."""

RecordArgument = Annotated[
    str,
    typer.Argument(
        metavar="ID", help="An id, or any recorded spelling of a name.", autocompletion=complete_record_ids
    ),
]


@make_command
def run(db: sqlite3.Connection, word: RecordArgument, as_json: Json = False, as_csv: Csv = False) -> None:
    found = records.load_record(db, word)
    if as_json:
        print_json(asdict(found))
    elif as_csv:
        print_rows(["part", "name", "value", "note"], _flatten_record(found), as_csv=True)
    else:
        with open_printer() as out:
            _print_record(found, out)


def _flatten_record(found: Record) -> Iterator[tuple[str, str, object, str | None]]:
    """Yield the record as rows of four values."""
    for column in found.columns:
        yield "column", column.name, column.value, column.label or column.note
    for reference in found.references:
        yield "reference", f"{reference.table}.{reference.column}", reference.id, reference.label
    for passage in found.passages:
        yield "quote", passage.quote_id, passage.exact, passage.before + passage.exact + passage.after


def _print_record(found: Record, out: PlainTextPrinter) -> None:
    """Print the record, part after part."""
    out.title(found.label, f"{' '.join(found.tables)} {found.id}")
    out.definitions((column.name, _format_value(column)) for column in found.columns if column.name != "id")
    for (table, field), group in groupby(found.references, lambda each: (each.table, each.column)):
        out.heading(f"{table} ({field})")
        _print_references(list(group), out)
    if found.passages:
        out.heading("quotes")
    for _, passages in groupby(found.passages, _get_sentences):
        _print_passages(list(passages), out)


def _format_value(column: Column) -> str:
    """Return a value with what it means; for an empty one why it is empty."""
    if column.value is None:
        return f"— ({column.note})" if column.note else "—"
    return f"{column.label} [{column.value}]" if column.label else str(column.value)


def _print_references(references: list[Reference], out: PlainTextPrinter) -> None:
    """Print the first references of a kind, and how many there are beyond."""
    out.definitions((reference.id, reference.label) for reference in references[:MOST_LISTED])
    more = len(references) - MOST_LISTED
    if more > 0:
        out.paragraph(f"… and {more} more; --json gives all")


def _get_sentences(passage: Passage) -> tuple[str, Segment]:
    """Return what passages in the same sentences share: the article and the words, without space around."""
    words = passage.before.lstrip() + passage.exact + passage.after.rstrip()
    start = passage.start_char - len(passage.before.lstrip())
    return passage.source_id, Segment(start, start + len(words), words)


def _print_passages(passages: list[Passage], out: PlainTextPrinter) -> None:
    """Print the quotes in one sentence, below their ids."""
    _, sentences = _get_sentences(passages[0])
    spans = [Span(passage.start_char, passage.end_char, passage.quote_id) for passage in passages]
    out.paragraph(", ".join(span.quote_id for span in spans))
    out.passage(mark_text(article_text.split_at_spans(sentences, spans)), indent=2)
