"""What is in here, and what to ask.

\b
Examples:
  talks
  talks overview --json
"""

import sqlite3

from istanbul_talks import commands
from istanbul_talks.output import Csv, Json, print_rows
from istanbul_talks.paper import Paper, paper
from istanbul_talks.questions import ask
from istanbul_talks.running import reads


@reads
def run(db: sqlite3.Connection, as_json: Json = False, as_csv: Csv = False) -> None:
    counts = counted(db)
    if as_json or as_csv:
        print_rows(["table", "rows", "title"], counts, as_json=as_json, as_csv=as_csv)
    else:
        write(db, counts, paper())


def counted(db: sqlite3.Connection) -> list[tuple[str, int, str]]:
    """Return the tables that have a command of their own, with their number of rows and their title."""
    titles = dict(db.execute("SELECT name, title FROM contract_tables"))
    tables = [name for name in commands.NAMES if name in titles]
    count = "SELECT count(*) FROM {}"
    return [(table, db.execute(count.format(table)).fetchone()[0], titles[table]) for table in tables]


def write(db: sqlite3.Connection, counts: list[tuple[str, int, str]], out: Paper) -> None:
    """Print what the dataset is, how much there is, and commands to begin with."""
    package = dict(db.execute("SELECT key, value FROM contract_package"))
    out.title(package["title"], package["version"])
    out.paragraph(package["description"])
    out.heading("What is in here")
    out.definitions((f"talks {table}", f"{rows} {title.lower()}") for table, rows, title in counts)
    out.heading("What to ask")
    out.definitions((command, question) for command, question in ask(db, "examples").rows)
    out.heading("And")
    out.definitions([("talks --help", "every command"), ("talks serve", "the same in a browser")])
