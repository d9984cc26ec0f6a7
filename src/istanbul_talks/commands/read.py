"""An article, its coded words marked and told, or all sources.

Words of a demand are bold and underlined, those of a claim underlined; the number of a denial is reversed.
Where the database carries no running text, the quoted words stand in their places, below a note that says
where the original is. With --json or another option of listings: the marked quotes as rows, each with what it
is evidence for. Without SOURCE: the articles, and what each says about itself.

\b
Examples:
  talks read SOURCE
  talks read SOURCE --mark roles,events --json
"""

import sqlite3
import sys
from json import dumps
from typing import Annotated, Any

import typer

from istanbul_talks.cli.command_factory import (
    DATABASE_PARAMETER,
    list_options,
    make_command,
    set_signature,
)
from istanbul_talks.cli.completion import complete_table_names, make_id_completer
from istanbul_talks.cli.filters import check_record_table
from istanbul_talks.database import article_text
from istanbul_talks.database.article_text import QuoteSpan, Segment
from istanbul_talks.database.lookup import identify
from istanbul_talks.database.named_queries import Condition, run_query
from istanbul_talks.terminal.marked_text import TextRun, mark_text
from istanbul_talks.terminal.printer import Printer, open_printer
from istanbul_talks.terminal.row_printing import PRINTING_OPTIONS, print_rows

Source = Annotated[
    str | None,
    typer.Argument(
        metavar="[SOURCE]",
        help="The article's id, or how its title begins.",
        autocompletion=make_id_completer("sources"),
    ),
]
Mark = Annotated[
    str,
    typer.Option(
        metavar="TABLES",
        help="Mark the words behind records of these tables.",
        autocompletion=complete_table_names,
    ),
]


QUOTES_FOR_TABLES = """quotes.id IN (
  SELECT source_id || '_' || start_char || '-' || end_char FROM evidence
  WHERE source_id = ? AND table_name IN (SELECT value FROM json_each(?))
)"""


def _read(
    db: sqlite3.Connection, source: Source = None, mark: Mark = "demands,claims", **printing: Any
) -> None:
    if source is None:
        print_rows(*run_query(db, "sources"), **printing)
        return
    source_id = identify(db, "sources", source)
    tables = [check_record_table(db, table.strip()) for table in mark.split(",")]
    if any(printing.values()):
        marked = Condition(QUOTES_FOR_TABLES, (source_id, dumps(tables)))
        print_rows(*run_query(db, "quotes", [marked]), **printing)
    else:
        _print_article(db, source_id, tables)


def _print_article(db: sqlite3.Connection, source_id: str, tables: list[str]) -> None:
    """Print an article with the words behind records of the tables marked."""
    paragraphs = article_text.load_paragraphs(db, source_id)
    with open_printer() as printer:
        if any(segment.text is None for paragraph in paragraphs for segment in paragraph):
            _print_original(db, source_id, printer)
        if sys.stdout.isatty():
            _print_notes(db, source_id, tables, paragraphs)
        else:
            marks = article_text.load_evidence_spans(db, source_id, tables)
            segments = article_text.load_segments(db, source_id)
            printer.print_passage([piece for segment in segments for piece in _mark_segment(segment, marks)])


def _print_notes(
    db: sqlite3.Connection, source_id: str, tables: list[str], paragraphs: list[list[Segment]]
) -> None:
    """Print each paragraph with its passages numbered, and below it what they are evidence for."""
    from istanbul_talks.database.article_metadata import describe_metadata  # noqa: PLC0415
    from istanbul_talks.database.passages import divide_paragraphs, load_passages  # noqa: PLC0415
    from istanbul_talks.terminal import annotated_text  # noqa: PLC0415  (rich is slow to import)

    (label,) = db.execute("SELECT label FROM sources WHERE id = ?", [source_id]).fetchone()
    passages = load_passages(db, source_id, tables)
    annotated_text.draw_heading(label, describe_metadata(db, source_id))
    annotated_text.draw_paragraphs(divide_paragraphs(paragraphs, passages))


def _print_original(db: sqlite3.Connection, source_id: str, printer: Printer) -> None:
    """Print where an article is that is shown with gaps."""
    # imported only where the text is not there
    from istanbul_talks.database.citation_formats import describe_original  # noqa: PLC0415
    from istanbul_talks.database.citations import cite_article  # noqa: PLC0415

    for line in describe_original(cite_article(db, source_id)):
        printer.print_paragraph(line)
    printer.print_paragraph("")


def _mark_segment(segment: Segment, marks: list[QuoteSpan]) -> list[TextRun]:
    """Return a segment in pieces; for a gap, how many characters are missing."""
    if segment.text is None:
        return [TextRun(f" [… {segment.length} characters …] ")]
    return mark_text(article_text.split_at_spans(segment, marks))


run = make_command(set_signature(_read, DATABASE_PARAMETER, [*list_options(_read), *PRINTING_OPTIONS]))
