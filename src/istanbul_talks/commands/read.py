"""An article with its coded words marked.

Where the database carries no running text, the quoted words stand in their places, below a note that says
where the original is.

\b
Examples:
  talks read SOURCE
  talks read SOURCE --mark roles,events
"""

import sqlite3
from typing import Annotated

import typer

from istanbul_talks.cli.command_factory import make_command
from istanbul_talks.cli.completion import complete_table_names, make_id_completer
from istanbul_talks.cli.filters import check_record_table
from istanbul_talks.database import article_text
from istanbul_talks.database.article_text import QuoteSpan, Segment
from istanbul_talks.database.lookup import identify
from istanbul_talks.terminal.marked_text import TextRun, mark_text
from istanbul_talks.terminal.printer import Printer, open_printer

Source = Annotated[
    str,
    typer.Argument(
        metavar="SOURCE",
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


@make_command
def run(db: sqlite3.Connection, source: Source, mark: Mark = "demands,claims") -> None:
    source_id = identify(db, "sources", source)
    tables = [check_record_table(db, table.strip()) for table in mark.split(",")]
    marks = article_text.load_evidence_spans(db, source_id, tables)
    segments = article_text.load_segments(db, source_id)
    with open_printer() as printer:
        if any(segment.text is None for segment in segments):
            _print_original(db, source_id, printer)
        printer.print_passage([piece for segment in segments for piece in _mark_segment(segment, marks)])


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
