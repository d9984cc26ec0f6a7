"""How to cite the dataset, or a record down to its characters.

\b
Examples:
  talks cite
  talks cite DEMAND --json
"""

import json
import sqlite3
from collections.abc import Iterator
from typing import Annotated

import typer

from istanbul_talks import record
from istanbul_talks.output import Csv, Json, print_rows
from istanbul_talks.paper import paper
from istanbul_talks.record import Passage
from istanbul_talks.running import reads

Word = Annotated[str | None, typer.Argument(metavar="[ID]", help="A record, by its id or any spelling.")]


@reads
def run(db: sqlite3.Connection, word: Word = None, as_json: Json = False, as_csv: Csv = False) -> None:
    citations = list(cited(db, word))
    if as_json or as_csv:
        print_rows(["id", "citation"], citations, as_json=as_json, as_csv=as_csv)
        return
    with paper() as out:
        for _, citation in citations:
            out.paragraph(citation)


def cited(db: sqlite3.Connection, word: str | None) -> Iterator[tuple[str | None, str]]:
    """Yield ids and citations: of the dataset, or of the record in it and of each quote it rests on."""
    if word is None:
        yield None, dataset(db)
        return
    found = record.gather(db, word)
    yield found.id, f"“{found.label}” ({found.tables[-1]} {found.id}). In: {dataset(db)}"
    for passage in found.passages:
        yield passage.quote_id, quoted(db, passage)


def dataset(db: sqlite3.Connection) -> str:
    """Return the citation of the dataset."""
    known = dict(db.execute("SELECT key, value FROM contract_package"))
    authors = ", ".join(contributor["title"] for contributor in json.loads(known["contributors"]))
    licences = ", ".join(licence["title"] for licence in json.loads(known["licenses"]))
    return f"{authors}: {known['title']}. Version {known['version']}. {licences}."


def quoted(db: sqlite3.Connection, passage: Passage) -> str:
    """Return the citation of a quote: its words, the article, the characters, and the article's checksum."""
    known = "SELECT label, sha256 FROM sources WHERE id = ?"
    label, checksum = db.execute(known, [passage.source_id]).fetchone()
    characters = f"characters {passage.start_char}–{passage.end_char}"
    return (
        f"“{passage.exact}”: {label}, {characters} [{passage.quote_id}]; SHA-256 of the article: {checksum}."
    )
