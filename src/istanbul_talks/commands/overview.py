"""What is in here, and what to ask.

\b
Examples:
  talks
  talks overview --json
"""

import sqlite3

from istanbul_talks import commands, questions
from istanbul_talks.output import Csv, Json, print_rows
from istanbul_talks.paper import Paper, paper
from istanbul_talks.questions import ask
from istanbul_talks.running import reads


@reads
def run(db: sqlite3.Connection, as_json: Json = False, as_csv: Csv = False) -> None:
    listings = [name for name in commands.NAMES if questions.exists(name)]
    counts = [(name, questions.count(db, name), questions.title(name)) for name in listings]
    if as_json or as_csv:
        print_rows(["command", "rows", "title"], counts, as_json=as_json, as_csv=as_csv)
        return
    with paper() as out:
        write(db, counts, out)


def write(db: sqlite3.Connection, counts: list[tuple[str, int, str]], out: Paper) -> None:
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
