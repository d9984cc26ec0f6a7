"""What `talks` prints without a command: what is in the database, and what to ask."""

import sqlite3
from pathlib import Path

from istanbul_talks.cli import command_list
from istanbul_talks.database import named_queries
from istanbul_talks.database.connection import open_database
from istanbul_talks.database.named_queries import run_query
from istanbul_talks.terminal.printer import Printer, open_printer

LISTED_WITHOUT_A_WORD = {"compare": "topics", "read": "sources"}
"""What commands list that otherwise need to be told a record."""


def print_overview(chosen: Path | None) -> None:
    """Print what the dataset is, how much there is, and commands to begin with."""
    with open_database(chosen) as db, open_printer() as printer:
        package = dict(db.execute("SELECT key, value FROM contract_package"))
        printer.print_title(package["title"], package["version"])
        printer.print_paragraph(package["description"])
        printer.print_heading("What is in here")
        _print_counts(db, printer)
        printer.print_heading("What to ask")
        printer.print_definitions((row[0], row[1]) for row in run_query(db, "example_commands").rows)
        printer.print_heading("And")
        printer.print_definitions(
            [("talks --help", "every command"), ("talks serve", "the same in a browser")]
        )


def _print_counts(db: sqlite3.Connection, printer: Printer) -> None:
    """Print how many rows each listing has."""
    listings = {name: LISTED_WITHOUT_A_WORD.get(name, name) for name in command_list.NAMES}
    for command, query in listings.items():
        if named_queries.has_query(query):
            rows = named_queries.count_rows(db, f"({named_queries.read_sql(query)})")
            printer.print_definitions([(f"talks {command}", f"{rows:,} {query}")])
