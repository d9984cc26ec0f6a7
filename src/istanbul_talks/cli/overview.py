"""What `talks` prints without a command: what is in the database, and what to ask."""

import sqlite3
from collections.abc import Iterator
from pathlib import Path

from istanbul_talks.cli import command_list
from istanbul_talks.database import named_queries
from istanbul_talks.database.connection import open_database
from istanbul_talks.database.named_queries import run_query
from istanbul_talks.terminal.printer import open_printer

LISTED_WITHOUT_A_WORD = {"compare": "topics", "read": "sources"}
"""What commands list that otherwise need to be told a record."""


def print_overview(chosen: Path | None) -> None:
    """Print what the dataset is, how much there is, and commands to begin with."""
    with open_database(chosen) as db, open_printer() as printer:
        package = dict(db.execute("SELECT key, value FROM contract_package"))
        printer.print_title(package["title"], package["version"])
        printer.print_paragraph(package["description"])
        printer.print_heading("What is in here")
        printer.print_definitions(_count_listings(db))
        printer.print_heading("What to ask")
        printer.print_definitions((row[0], row[1]) for row in run_query(db, "example_commands").rows)
        printer.print_heading("And")
        printer.print_definitions(
            [
                ("talks check DRAFT", "what you have written, held against the articles"),
                ("talks --help", "every command"),
                ("talks serve", "the same in a browser"),
            ]
        )


def _count_listings(db: sqlite3.Connection) -> Iterator[tuple[str, str]]:
    """Yield each command that lists something, and how much."""
    for command in command_list.NAMES:
        query = LISTED_WITHOUT_A_WORD.get(command, command)
        if named_queries.has_query(query):
            rows = named_queries.count_rows(db, f"({named_queries.read_sql(query)})")
            yield f"talks {command}", f"{rows:,} {query}"
