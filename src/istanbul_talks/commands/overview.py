"""What is in here, and what to ask.

\b
Examples:
  talks
  talks overview --json
"""

import sqlite3

from istanbul_talks.cli import command_list
from istanbul_talks.cli.command_factory import make_command
from istanbul_talks.database import named_queries
from istanbul_talks.database.named_queries import run_query
from istanbul_talks.terminal.printer import Printer, open_printer
from istanbul_talks.terminal.row_printing import Csv, Json, print_rows


@make_command
def run(db: sqlite3.Connection, as_json: Json = False, as_csv: Csv = False) -> None:
    listings = [name for name in command_list.NAMES if named_queries.has_query(name)]
    queries = {name: named_queries.read_query(name) for name in listings}
    counts = [
        (name, named_queries.count_rows(db, f"({query.sql})"), query.title) for name, query in queries.items()
    ]
    if as_json or as_csv:
        print_rows(["command", "rows", "title"], counts, as_json=as_json, as_csv=as_csv)
        return
    with open_printer() as printer:
        _print_overview(db, counts, printer)


def _print_overview(db: sqlite3.Connection, counts: list[tuple[str, int, str]], printer: Printer) -> None:
    """Print what the dataset is, how much there is, and commands to begin with."""
    package = dict(db.execute("SELECT key, value FROM contract_package"))
    printer.print_title(package["title"], package["version"])
    printer.print_paragraph(package["description"])
    printer.print_heading("What is in here")
    printer.print_definitions((f"talks {name}", f"{rows:,} {name}") for name, rows, _ in counts)
    printer.print_heading("What to ask")
    examples = run_query(db, "example_commands").rows
    printer.print_definitions((command, question) for command, question in examples)
    printer.print_heading("And")
    printer.print_definitions([("talks --help", "every command"), ("talks serve", "the same in a browser")])
