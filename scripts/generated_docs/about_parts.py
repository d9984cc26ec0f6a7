"""The generated parts of docs/about.md: what there is, how far the coders agree, and how to cite it."""

import json
from contextlib import closing
from itertools import dropwhile, takewhile
from pathlib import Path

from generated_docs.markdown_table import format_table
from pipeline.readonly_database import count_rows, open_readonly

TABLES = {
    "demands": "demands",
    "claims": "claims",
    "events": "events",
    "discrepancies": "disagreements",
    "quotes": "quotations",
}
"""What is counted, and what a reader calls it."""

AGREEMENT = "| words in |"
"""How the table of docs/quality.md begins that tells how often both coders took up the same words."""


def tell_contents(database: Path) -> str:
    """Return a paragraph on the dataset: its description, its articles, and how much is in it."""
    with closing(open_readonly(database)) as connection:
        package = _read_package(connection.execute("SELECT key, value FROM contract_package").fetchall())
        articles = connection.execute("SELECT label FROM sources ORDER BY label").fetchall()
        counts = [f"{count_rows(connection, table):,} {name}" for table, name in TABLES.items()]
    titles = "\n".join(f"- {title}" for (title,) in articles)
    total = f"In it: {', '.join(counts[:-1])} and {counts[-1]}. The articles:"
    return "\n\n".join([package["description"], total, titles])


def _read_package(rows: list[tuple[str, str]]) -> dict[str, str]:
    return dict(rows)


def tabulate_agreement(quality: Path) -> str:
    """Return how often both coders took up the same words: the first table of that kind of a page, if any."""
    lines = quality.read_text(encoding="utf-8").splitlines()
    below = dropwhile(lambda line: not line.startswith(AGREEMENT), lines)
    table = takewhile(lambda line: line.startswith("|"), below)
    cells = [[cell.strip() for cell in line.strip("|").split("|")] for line in table]
    rows = [(words, raw, alpha) for words, _, raw, alpha, _ in cells[2:]]
    return format_table(("words taken up in", "by both or neither", "agreement (alpha)"), rows, right=2)


def tell_citation(database: Path) -> str:
    """Return the citation of the dataset, without the checksum of a database."""
    with closing(open_readonly(database)) as connection:
        package = _read_package(connection.execute("SELECT key, value FROM contract_package").fetchall())
    authors = ", ".join(person["title"] for person in json.loads(package["contributors"]))
    year = package["created"][: len("YYYY")]
    return f"> {authors} ({year}). *{package['title']}*, version {package['version']}."
