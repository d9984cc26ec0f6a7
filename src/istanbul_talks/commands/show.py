"""Everything about one record, its quotes, and who said it.

Of a demand or claim also who says that who said it: in each article, from its author inwards.

\b
Examples:
  talks show PERSON
  talks show DEMAND --json
"""

import sqlite3
from collections.abc import Iterator
from dataclasses import asdict
from itertools import groupby
from operator import attrgetter
from typing import Annotated

import typer

from istanbul_talks.cli.command_factory import make_command
from istanbul_talks.cli.completion import complete_record_ids
from istanbul_talks.database import article_text, records
from istanbul_talks.database.article_text import QuoteSpan, Segment
from istanbul_talks.database.attribution_tree import Link, load_links
from istanbul_talks.database.records import Column, Passage, Record, Reference
from istanbul_talks.terminal import attribution_printing
from istanbul_talks.terminal.marked_text import mark_text
from istanbul_talks.terminal.printer import Printer, open_printer
from istanbul_talks.terminal.row_formats import print_json
from istanbul_talks.terminal.row_printing import Csv, Json, print_rows

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
    links = load_links(db, found.id)
    if as_json:
        told = [{name: link[name] for name in LINK_COLUMNS} for link in links]
        print_json({**asdict(found), "attribution": told})
    elif as_csv:
        print_rows(["part", "name", "value", "note"], _flatten_record(found, links), as_csv=True)
    else:
        with open_printer() as printer:
            _print_record(found, printer)
            attribution_printing.print_chains(links, printer)


LINK_COLUMNS = (
    *("id", "source", "depth", "speaker", "printed as", "cue"),
    *("stance", "sentence", "words", "quote", "ground"),
)
"""What programs get of a link of a chain."""


def _flatten_record(found: Record, links: list[Link]) -> Iterator[tuple[str, str, object, str | None]]:
    """Yield the record as rows of four values."""
    for column in found.columns:
        yield "column", column.name, column.value, column.label or column.note
    for reference in found.references:
        yield "reference", f"{reference.table}.{reference.column}", reference.id, reference.label
    for passage in found.passages:
        yield "quote", passage.quote_id, passage.exact, passage.before + passage.exact + passage.after
    for link in links:
        yield "attribution", link["id"], attribution_printing.format_link(link), link["words"]


def _print_record(found: Record, printer: Printer) -> None:
    """Print the record, part after part."""
    printer.print_title(found.label, f"{' '.join(found.tables)} {found.id}")
    columns = [column for column in found.columns if column.name != "id" and column.value != found.label]
    printer.print_definitions((column.name, _format_value(column)) for column in columns)
    for (table, field), group in groupby(found.references, attrgetter("table", "column")):
        printer.print_heading(f"{table} ({field})")
        _print_references(list(group), printer)
    if found.passages:
        printer.print_heading("quotes")
    for _, passages in groupby(found.passages, _get_sentences):
        _print_passages(list(passages), printer)


def _format_value(column: Column) -> str:
    """Return a value with what it means; for an empty one why it is empty."""
    if column.value is None:
        return f"— ({column.note})" if column.note else "—"
    return f"{column.label} [{column.value}]" if column.label else str(column.value)


def _print_references(references: list[Reference], printer: Printer) -> None:
    """Print the first references of a kind, and how many there are beyond."""
    printer.print_definitions((reference.id, reference.label) for reference in references[:MOST_LISTED])
    more = len(references) - MOST_LISTED
    if more > 0:
        printer.print_paragraph(f"… and {more} more; --json gives all")


def _get_sentences(passage: Passage) -> tuple[str, Segment]:
    """Return what passages in the same sentences share: the article and the words, without space around."""
    words = passage.before.lstrip() + passage.exact + passage.after.rstrip()
    start = passage.start_char - len(passage.before.lstrip())
    return passage.source_id, Segment(start, start + len(words), words)


def _print_passages(passages: list[Passage], printer: Printer) -> None:
    """Print the quotes in one sentence, below their ids."""
    _, sentences = _get_sentences(passages[0])
    spans = [QuoteSpan(passage.start_char, passage.end_char, passage.quote_id) for passage in passages]
    printer.print_paragraph(", ".join(span.quote_id for span in spans))
    printer.print_passage(mark_text(article_text.split_at_spans(sentences, spans)), indent=2)
