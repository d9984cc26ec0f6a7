"""What can be cited: the dataset, an article, or a record down to the characters it rests on."""

import hashlib
import json
import sqlite3
from pathlib import Path
from typing import NamedTuple

from istanbul_talks.database import records
from istanbul_talks.database.records import Passage


class Work(NamedTuple):
    """Something that is cited; what is not known is None. `notes` say where it stands and its checksums.

    Values that an article does not print itself stand in square brackets.
    """

    key: str
    is_article: bool
    title: str
    authors: list[str]
    publisher: str | None = None
    issued: str | None = None
    url: str | None = None
    version: str | None = None
    licence: str | None = None
    within: str | None = None
    notes: tuple[str, ...] = ()


def work(db: sqlite3.Connection, word: str | None) -> Work:
    """Return the dataset, or what the word means: an article or another record."""
    if word is None:
        return _dataset(db)
    found_id, tables = records.identify_record(db, word)
    return article(db, found_id) if "sources" in tables else _part(db, found_id)


def _dataset(db: sqlite3.Connection) -> Work:
    """Return the dataset, with the checksum of the database that is read."""
    known = dict(db.execute("SELECT key, value FROM contract_package"))
    _, _, path = db.execute("PRAGMA database_list").fetchone()
    with Path(path).open("rb") as file:
        checksum = hashlib.file_digest(file, "sha256").hexdigest()
    return Work(
        key=known["name"],
        is_article=False,
        title=known["title"],
        authors=[each["title"] for each in json.loads(known["contributors"])],
        url=known.get("homepage"),
        version=known["version"],
        licence=", ".join(each["title"] for each in json.loads(known["licenses"])),
        notes=(f"SHA-256 of the database: {checksum}",),
    )


def article(db: sqlite3.Connection, source_id: str) -> Work:
    """Return an article as it describes itself, with its checksum."""
    label, checksum = _labelled(db, source_id)
    said: dict[str, list[str]] = {}
    for field, value, basis in db.execute(DESCRIBED, [source_id]):
        said.setdefault(field, []).append(value if basis == "stated" else f"[{value}]")
    first = {field: values[0] for field, values in said.items()}
    return Work(
        key=source_id,
        is_article=True,
        title=first.get("title", label),
        authors=said.get("author") or said.get("contributor") or [],
        publisher=first.get("publisher"),
        issued=first.get("date_published"),
        url=first.get("url"),
        notes=(f"SHA-256 of the text: {checksum}",),
    )


DESCRIBED = """
SELECT field, value, basis FROM source_metadata
WHERE source_id = ? AND value IS NOT NULL ORDER BY rowid
"""


def _labelled(db: sqlite3.Connection, source_id: str) -> tuple[str, str]:
    """Return how an article is called, and its checksum."""
    label, checksum = db.execute("SELECT label, sha256 FROM sources WHERE id = ?", [source_id]).fetchone()
    return str(label), str(checksum)


def _part(db: sqlite3.Connection, record_id: str) -> Work:
    """Return a record of the dataset, with a note for each quote that it rests on."""
    found = records.load_record(db, record_id)
    whole = _dataset(db)
    return whole._replace(
        key=found.id,
        title=f"{found.label} ({found.tables[-1]} {found.id})",
        within=whole.title,
        notes=(*whole.notes, *(_quoted(db, passage) for passage in found.passages)),
    )


def _quoted(db: sqlite3.Connection, passage: Passage) -> str:
    """Return where a quote stands: its words, the article, the characters, and the article's checksum."""
    label, checksum = _labelled(db, passage.source_id)
    words = " ".join(passage.exact.split())
    characters = f"characters {passage.start_char}–{passage.end_char}"
    return f"“{words}”: {label}, {characters} [{passage.quote_id}]; SHA-256 of the article: {checksum}"
