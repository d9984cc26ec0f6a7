"""Addresses: which file holds what the served site has at an address, and how one file links to another.

Ids are slugs, by the contract, and stand in addresses and names of files as they are.
"""

import re
import sqlite3
from collections.abc import Iterable
from enum import Enum, auto
from hashlib import sha256
from posixpath import basename, dirname, relpath
from typing import NamedTuple

from static_pages.redirect_pages import gone

RECORDS = "SELECT row_id FROM records UNION SELECT id FROM topics"
QUOTES = "SELECT id, source_id FROM quotes"
SHORT = 8  # characters that tell one choice of rows from another


class Kind(Enum):
    """How the content of a file is made."""

    PAGE = auto()  # a page of ours, as served
    GONE = auto()  # what became of a record that is gone
    ROWS = auto()  # the rows of a question or of a choice in a table, in the frame of our pages
    TABLES = auto()  # the list of tables
    SEARCH = auto()  # the search, which runs in the browser
    RECORDS = auto()  # what is searched
    SCRIPT = auto()  # a script of the static edition
    DATABASE = auto()  # the database, compressed
    FILE = auto()  # anything else, byte for byte


class Place(NamedTuple):
    """A file of the folder, what it holds, and the served address of that; `fragment` is where in it."""

    file: str
    kind: Kind
    address: str
    fragment: str = ""


Rule = tuple[re.Pattern[str], str, Kind]


class Addresses:
    """The places of one database, served under a name that stands in its addresses.

    `gone` is what became of each id that is gone.
    """

    def __init__(self, database: sqlite3.Connection, name: str, questions: Iterable[str]) -> None:
        self._rules = list(_rules(re.escape(name), "|".join(map(re.escape, questions))))
        self._row = re.compile(rf"/(?:-/record|{re.escape(name)}/[^/?]+)/([^/?]+)$")
        self._table = re.compile(rf"/{re.escape(name)}/([^/?]+)(\?.+)?$")
        self._records = {record_id for (record_id,) in database.execute(RECORDS)}
        self._quotes: dict[str, str] = dict(database.execute(QUOTES).fetchall())
        self.gone = gone(database)

    def start(self) -> list[Place]:
        """Return the places from which all are reached: the front page, and the records that are gone."""
        found = map(self.place, ["/", *(f"/-/record/{id_}" for id_ in self.gone)])
        return [place for place in found if place]

    def place(self, address: str) -> Place | None:
        """Return where an address of the served site is found, None where a folder cannot have it."""
        path, _, fragment = address.partition("#")
        found = self._by_rule(path) or self._of_record(path) or self._of_table(path)
        return found and found._replace(fragment=found.fragment or fragment)

    def _by_rule(self, path: str) -> Place | None:
        matches = ((pattern.match(path), file, kind) for pattern, file, kind in self._rules)
        places = (Place(match.expand(file), kind, match[0]) for match, file, kind in matches if match)
        return next(places, None)

    def _of_record(self, path: str) -> Place | None:
        """Return the page of a record; a quote is shown in its article, a part of a record has no page."""
        match = self._row.match(path)
        if match and match[1] in self._records:
            return Place(f"record/{match[1]}.html", Kind.PAGE, f"/-/record/{match[1]}")
        if match and match[1] in self._quotes:
            source = self._quotes[match[1]]
            return Place(f"read/{source}.html", Kind.PAGE, f"/-/read/{source}", match[1])
        if match and match[1] in self.gone:
            return Place(f"record/{match[1]}.html", Kind.GONE, path)
        return None

    def _of_table(self, path: str) -> Place | None:
        """Return the page of some rows of a table; the whole table is one of the list."""
        match = self._table.match(path)
        if match and match[2]:
            chosen = sha256(match[2].encode()).hexdigest()[:SHORT]
            return Place(f"tables/{match[1]}_{chosen}.html", Kind.ROWS, path)
        return match and Place("tables.html", Kind.TABLES, path, match[1])


def _rules(name: str, questions: str) -> Iterable[Rule]:
    """Yield the addresses whose file can be told from their form; what follows them as a query is dropped."""
    for pattern, file, kind in (
        (r"/", "index.html", Kind.PAGE),
        (r"/-/search", "search.html", Kind.SEARCH),
        (r"/-/(about|compare|questions)", r"\1.html", Kind.PAGE),
        (r"/-/compare/([^/?]+)\?by=speaker", r"compare/\1_speakers.html", Kind.PAGE),
        (r"/-/(about|compare|read)/([^/?]+)", r"\1/\2.html", Kind.PAGE),
        (r"/-/static-plugins/[^/?]+/([^/?]+)", r"static/\1", Kind.FILE),
        (r"/-/static-edition/(records\.js)", r"static/\1", Kind.RECORDS),
        (r"/-/static-edition/([^/?]+)", r"static/\1", Kind.SCRIPT),
        (rf"/{name}", "tables.html", Kind.TABLES),
        (rf"/({name}\.db)", r"\1.gz", Kind.DATABASE),
        (rf"/{name}/({questions})", r"questions/\1.html", Kind.ROWS),
        (rf"/{name}/((?:{questions})\.csv)", r"questions/\1", Kind.FILE),
        (rf"/{name}/([^/?]+\.csv)", r"tables/\1", Kind.FILE),
    ):
        yield re.compile(rf"{pattern}(?=\?|$)"), file, kind


def link(start: Place, target: Place) -> str:
    """Return the link from one file to another, or to a place in itself."""
    fragment = f"#{target.fragment}" if target.fragment else ""
    if start.file == target.file:
        return fragment or basename(start.file)
    return relpath(target.file, dirname(start.file) or ".") + fragment
