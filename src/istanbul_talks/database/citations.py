"""How the dataset, an article or a record is cited: its authors, contributors, date and notes.

`talks cite`, the site and the files of a release all ask here; citation_formats.py writes what they get. An
article is cited by what it states of itself; a value that it does not print is put in square brackets. A
contributor is no author, and an article that nobody signs has none.
"""

import hashlib
import json
import sqlite3
from collections.abc import Iterator
from enum import StrEnum
from functools import lru_cache
from pathlib import Path
from typing import NamedTuple

from istanbul_talks.database.addresses import locate_dataset, locate_record
from istanbul_talks.database.records import Passage, identify_record, load_record
from istanbul_talks.text.running_text import put_in_quotes


class Kind(StrEnum):
    """What is cited."""

    DATASET = "dataset"
    RECORD = "record"
    ARTICLE = "article"


class Name(NamedTuple):
    """A name as it is printed; the parts of a person's, where the dataset has them."""

    printed: str
    family: str | None = None
    given: str | None = None


class Citation(NamedTuple):
    """Something that is cited; what is not known is None or empty.

    `issued` is the day of publication as printed, `within` the title of the dataset that a record is of,
    `remarks` say what an article does not state, `checksum` is that of the article's text or of the database,
    `evidence` names the quotes that a record rests on, with their places and the articles' checksums, or what
    was seen outside an article of its original; `original_url` is where that is.
    """

    key: str
    kind: Kind
    title: str
    authors: tuple[Name, ...] = ()
    contributors: tuple[str, ...] = ()
    publisher: str | None = None
    issued: str | None = None
    url: str | None = None
    section: str | None = None
    language: str | None = None
    version: str | None = None
    licence: str | None = None
    within: str | None = None
    abstract: str | None = None
    keywords: tuple[str, ...] = ()
    remarks: tuple[str, ...] = ()
    checksum: str = ""
    evidence: tuple[str, ...] = ()
    original_url: str | None = None

    @property
    def notes(self) -> list[str]:
        """All that reference managers have no field for, but for contributors and licence."""
        return [*self.remarks, self.checksum, *self.evidence]


def cite(db: sqlite3.Connection, word: str | None) -> Citation:
    """Return the citation of the dataset, or of what the word means: an article or another record."""
    if word is None:
        return cite_dataset(db)
    record_id, tables = identify_record(db, word)
    return cite_article(db, record_id) if "sources" in tables else _cite_record(db, record_id)


def cite_dataset(db: sqlite3.Connection) -> Citation:
    """Return the citation of the dataset, with the checksum of the database that is read."""
    package = dict(db.execute("SELECT key, value FROM contract_package"))
    people = [(person["title"], person.get("roles", [])) for person in json.loads(package["contributors"])]
    return Citation(
        key=package["name"],
        kind=Kind.DATASET,
        title=package["title"],
        authors=tuple(Name(title) for title, roles in people if "author" in roles),
        contributors=tuple(title for title, roles in people if "author" not in roles),
        issued=package["created"][: len("YYYY-MM-DD")] if "created" in package else None,
        url=locate_dataset(db),
        version=package["version"],
        licence=", ".join(licence["title"] for licence in json.loads(package["licenses"])),
        abstract=package["description"],
        keywords=tuple(json.loads(package["keywords"])),
        checksum=f"SHA-256 of the database: {_hash_database(db)}",
    )


def cite_article(db: sqlite3.Connection, source_id: str) -> Citation:
    """Return the citation of an article as it describes itself, with its checksum."""
    article = _load_article(db, source_id)
    described = db.execute(_DESCRIBED, [source_id]).fetchall()
    values: dict[str, list[Name]] = {}
    for field, value, basis, family, given in described:
        if value is not None:
            name = Name(value, family, given) if basis == "stated" else Name(f"[{value}]")
            values.setdefault(field, []).append(name)
    first = {field: names[0].printed for field, names in values.items()}
    return Citation(
        key=source_id,
        kind=Kind.ARTICLE,
        title=first.get("title", article.label),
        authors=tuple(values.get("author", ())),
        contributors=tuple(name.printed for name in values.get("contributor", ())),
        publisher=first.get("publisher"),
        issued=first.get("date_published"),
        url=first.get("url"),
        section=first.get("section"),
        language=article.language,
        remarks=tuple(_list_remarks(described)),
        checksum=f"SHA-256 of the text: {article.checksum}",
        evidence=tuple(_describe_original(described)),
        original_url=next((value for field, value, *_ in described if field == "original_url"), None),
    )


_DESCRIBED = """
SELECT
  field, iif(field = 'original_date', dates_in_words.date, value), basis,
  people.family_name, people.given_name
FROM source_metadata
JOIN sources ON sources.id = source_metadata.source_id
LEFT JOIN dates_in_words ON dates_in_words.source_metadata_id = source_metadata.id
LEFT JOIN people ON field = 'author' AND people.id = sources.author_id AND people.name = value
WHERE source_id = ? ORDER BY source_metadata.rowid
"""


_Described = tuple[str, str | None, str, str | None, str | None]
"""A row of the metadata of an article: the field, its value and basis, and the parts of a person's name."""


def _describe_original(described: list[_Described]) -> Iterator[str]:
    """Yield a line with what was seen outside the article of its original, where anything was."""
    values = {field: value for field, value, *_ in described}
    if seen := [value for field in _OF_ORIGINAL if (value := values.get(field))]:
        yield f"Its original, as seen outside the article: {', '.join(seen)}."


_OF_ORIGINAL = tuple(f"original_{part}" for part in ("title", "publisher", "date", "url"))
"""The fields of what is known from outside an article, in the order in which they are cited."""


def _list_remarks(described: list[_Described]) -> Iterator[str]:
    """Yield a remark for each value that the article does not state."""
    for field, value, basis, *_ in described:
        if basis != "stated" and field not in _OF_ORIGINAL:
            yield f"{field} {basis}".replace("_", " ") + (f": {value}" if value else "")


def _cite_record(db: sqlite3.Connection, record_id: str) -> Citation:
    """Return the citation of a record of the dataset, with the quotes that it rests on."""
    record = load_record(db, record_id)
    dataset = cite_dataset(db)
    return dataset._replace(
        key=record.id,
        kind=Kind.RECORD,
        title=f"{record.label} ({record.tables[-1]} {record.id})",
        within=dataset.title,
        url=locate_record(db, record.id) or dataset.url,
        abstract=None,
        keywords=(),
        evidence=tuple(_describe_evidence(db, record.passages)),
    )


def _describe_evidence(db: sqlite3.Connection, passages: list[Passage]) -> Iterator[str]:
    """Yield where each quote is (its words, article and characters), then the checksum of each article."""
    source_ids = dict.fromkeys(passage.source_id for passage in passages)
    articles = {source_id: _load_article(db, source_id) for source_id in source_ids}
    for passage in passages:
        words = " ".join(passage.exact.split())
        characters = f"characters {passage.start_char}–{passage.end_char}"
        label = articles[passage.source_id].label
        yield f"{put_in_quotes(words)}: {label}, {characters} [{passage.quote_id}]"
    for article in articles.values():
        yield f"{article.label}: SHA-256 of the article: {article.checksum}"


class _Article(NamedTuple):
    label: str
    language: str
    checksum: str


def _load_article(db: sqlite3.Connection, source_id: str) -> _Article:
    row = db.execute("SELECT label, language, sha256 FROM sources WHERE id = ?", [source_id]).fetchone()
    return _Article(*row)


def _hash_database(db: sqlite3.Connection) -> str:
    """Return the SHA-256 of the file of a database, computed once as long as the file stays as it is."""
    _, _, path = db.execute("PRAGMA database_list").fetchone()
    about = Path(path).stat()
    return _hash_file(Path(path), about.st_mtime_ns, about.st_size)


@lru_cache(maxsize=1)
def _hash_file(path: Path, _modified: int, _size: int) -> str:
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()
