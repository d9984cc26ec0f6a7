"""What is in here, and what to ask.

\b
Examples:
  talks
  talks overview --json
"""

import sqlite3

from istanbul_talks import commands
from istanbul_talks.cli.command_factory import make_command
from istanbul_talks.database import named_queries
from istanbul_talks.database.named_queries import run_query
from istanbul_talks.terminal.plain_text import PlainTextPrinter, open_printer
from istanbul_talks.terminal.row_output import Csv, Json, print_rows


@make_command
def run(db: sqlite3.Connection, as_json: Json = False, as_csv: Csv = False) -> None:
    listings = [name for name in commands.NAMES if named_queries.has_query(name)]
    counts = [(name, named_queries.count_rows(db, name), named_queries.read_title(name)) for name in listings]
    if as_json or as_csv:
        print_rows(["command", "rows", "title"], counts, as_json=as_json, as_csv=as_csv)
        return
    with open_printer() as out:
        _print_overview(db, counts, out)


def _print_overview(
    db: sqlite3.Connection, counts: list[tuple[str, int, str]], out: PlainTextPrinter
) -> None:
    """Print what the dataset is, how much there is, and commands to begin with."""
    package = dict(db.execute("SELECT key, value FROM contract_package"))
    out.title(package["title"], package["version"])
    out.paragraph(package["description"])
    out.heading("What is in here")
    out.definitions((f"talks {name}", f"{rows:,} {name}") for name, rows, _ in counts)
    out.heading("What to ask")
    out.definitions((command, question) for command, question in run_query(db, "examples").rows)
    out.heading("And")
    out.definitions([("talks --help", "every command"), ("talks serve", "the same in a browser")])
