"""How to cite the dataset, an article, or a record.

A record is cited down to the characters it rests on, with version and checksums. Values that an
article does not print itself stand in square brackets.

\b
Examples:
  talks cite
  talks cite DEMAND --format bibtex
"""

import sqlite3
from typing import Annotated

import typer

from istanbul_talks.cli.command_factory import make_command
from istanbul_talks.cli.completion import complete_record_ids
from istanbul_talks.database.citation_formats import Style, format_citations
from istanbul_talks.database.citations import cite
from istanbul_talks.terminal.printer import open_printer

RecordArgument = Annotated[
    str | None,
    typer.Argument(
        metavar="[ID]", help="A record, by its id or any spelling.", autocompletion=complete_record_ids
    ),
]
Format = Annotated[Style, typer.Option("--format", metavar="FORMAT", help=f"Print {', '.join(Style)}.")]


@make_command
def run(db: sqlite3.Connection, word: RecordArgument = None, style: Format = Style.TEXT) -> None:
    formatted = format_citations([cite(db, word)], style)
    if style is not Style.TEXT:
        print(formatted)
        return
    with open_printer() as printer:
        for line in formatted.splitlines():
            printer.print_paragraph(line)
