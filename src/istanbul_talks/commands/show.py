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
from typing import Annotated

import typer

from istanbul_talks.cli.command_factory import make_command
from istanbul_talks.cli.completion import complete_record_ids
from istanbul_talks.database import record_sections, records
from istanbul_talks.database.attribution_tree import Link, load_links
from istanbul_talks.database.records import Record
from istanbul_talks.terminal import attribution_printing, record_printing
from istanbul_talks.terminal.printer import open_printer
from istanbul_talks.terminal.row_formats import print_json
from istanbul_talks.terminal.row_printing import Csv, Json, print_rows

MOST_LISTED = 12
"""Items of a section that are listed; of further ones only the number is given."""

RecordArgument = Annotated[
    str,
    typer.Argument(
        metavar="ID", help="An id, or any recorded spelling of a name.", autocompletion=complete_record_ids
    ),
]
AllOption = Annotated[bool, typer.Option("--whole", help="List everything, however long.")]


@make_command
def run(
    db: sqlite3.Connection,
    word: RecordArgument,
    list_all: AllOption = False,
    as_json: Json = False,
    as_csv: Csv = False,
) -> None:
    found = records.load_record(db, word)
    links = load_links(db, found.id)
    if as_json:
        told = [{name: link[name] for name in LINK_COLUMNS} for link in links]
        print_json({**asdict(found), "attribution": told})
    elif as_csv:
        print_rows(["part", "name", "value", "note"], _flatten_record(found, links), as_csv=True)
    else:
        page = record_sections.load_page(db, found)
        with open_printer() as printer:
            record_printing.print_page(found, page, links, None if list_all else MOST_LISTED, printer)


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
