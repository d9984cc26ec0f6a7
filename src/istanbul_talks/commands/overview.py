"""What is in here, and what to ask.

\b
Examples:
  talks
  talks overview --json
"""

import sqlite3

from istanbul_talks import commands
from istanbul_talks.cli.command_factory import reads
from istanbul_talks.database import named_queries
from istanbul_talks.database.named_queries import ask
from istanbul_talks.terminal.plain_text import Paper, paper
from istanbul_talks.terminal.row_output import Csv, Json, print_rows


@reads
def run(db: sqlite3.Connection, as_json: Json = False, as_csv: Csv = False) -> None:
    listings = [name for name in commands.NAMES if named_queries.exists(name)]
    counts = [(name, named_queries.count(db, name), named_queries.title(name)) for name in listings]
    if as_json or as_csv:
        print_rows(["command", "rows", "title"], counts, as_json=as_json, as_csv=as_csv)
        return
    with paper() as out:
        _write(db, counts, out)


def _write(db: sqlite3.Connection, counts: list[tuple[str, int, str]], out: Paper) -> None:
    """Print what the dataset is, how much there is, and commands to begin with."""
    package = dict(db.execute("SELECT key, value FROM contract_package"))
    out.title(package["title"], package["version"])
    out.paragraph(package["description"])
    out.heading("What is in here")
    out.definitions((f"talks {name}", f"{rows:,} {name}") for name, rows, _ in counts)
    out.heading("What to ask")
    out.definitions((command, question) for command, question in ask(db, "examples").rows)
    out.heading("And")
    out.definitions([("talks --help", "every command"), ("talks serve", "the same in a browser")])
