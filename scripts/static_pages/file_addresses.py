"""Which file of the folder holds what the served site has at an address, and how one file links to another.

Ids are slugs, by the contract, and stand in addresses and names of files as they are.
"""

import re
import sqlite3
from collections.abc import Iterable
from enum import Enum, auto
from functools import cache
from posixpath import basename, dirname, relpath
from typing import NamedTuple

from static_pages.redirect_pages import load_redirects

RECORDS = "SELECT row_id, row_id FROM records UNION SELECT id, id FROM topics"
PARTS = """
SELECT id, coalesce(demand_id, claim_id) FROM statements
UNION SELECT id, event_id FROM participants
"""
"""The records that the page of another tells whole, with that one: they get no file of their own."""

QUOTES = "SELECT id, source_id FROM quotes"


class FileKind(Enum):
    """How the content of a file is made."""

    PAGE = auto()  # a page of ours, as served
    REDIRECT = auto()  # where a retired id leads
    SEARCH = auto()  # talks.html of the same release, which searches in the browser
    FILE = auto()  # anything else, byte for byte


class FileAddress(NamedTuple):
    """A file of the folder, its kind, and the served address of its content; `fragment` is a place in it."""

    file: str
    kind: FileKind
    address: str
    fragment: str = ""


Rule = tuple[re.Pattern[str], str, FileKind]

SEARCH: Rule = re.compile(r"/-/search(?=\?|$)"), "talks.html", FileKind.SEARCH


class AddressBook:
    """The files of one database, which is served under the name that its addresses contain.

    `redirects` are those of its retired ids; `can_search` tells that talks.html stands beside the pages.
    """

    def __init__(
        self, database: sqlite3.Connection, name: str, queries: Iterable[str], *, can_search: bool = False
    ) -> None:
        self._rules = list(_make_rules(re.escape(name), "|".join(map(re.escape, queries))))
        self._rules += [SEARCH] if can_search else []
        self._row = re.compile(rf"/(?:-/record|{re.escape(name)}/[^/?]+)/([^/?]+)$")
        self._pages: dict[str, str] = dict([*database.execute(RECORDS), *database.execute(PARTS)])
        self._quotes: dict[str, str] = dict(database.execute(QUOTES).fetchall())
        self.redirects = load_redirects(database)
        self._located: dict[str, FileAddress | None] = {}

    def list_starts(self) -> list[FileAddress]:
        """Return the files from which all others are reached: the front page, each record and redirect."""
        records = dict.fromkeys([*self._pages.values(), *self.redirects])
        found = map(self.locate, ["/", *(f"/-/record/{id_}" for id_ in records)])
        return [address for address in found if address]

    def locate(self, address: str) -> FileAddress | None:
        """Return the file for an address of the served site, None where a folder cannot have it."""
        path, _, fragment = address.partition("#")
        if path not in self._located:
            self._located[path] = self._locate_by_rule(path) or self._locate_record(path)
        found = self._located[path]
        return found and found._replace(fragment=found.fragment or fragment)

    def _locate_by_rule(self, path: str) -> FileAddress | None:
        matches = ((pattern.match(path), file, kind) for pattern, file, kind in self._rules)
        found = (FileAddress(match.expand(file), kind, match[0]) for match, file, kind in matches if match)
        return next(found, None)

    def _locate_record(self, path: str) -> FileAddress | None:
        """Return the page of a record; a quote is shown in its article, a row of a link table has no page."""
        match = self._row.match(path)
        if match and match[1] in self._pages:
            record = self._pages[match[1]]
            return FileAddress(f"record/{record}.html", FileKind.PAGE, f"/-/record/{record}")
        if match and match[1] in self._quotes:
            source = self._quotes[match[1]]
            return FileAddress(f"read/{source}.html", FileKind.PAGE, f"/-/read/{source}", match[1])
        if match and match[1] in self.redirects:
            return FileAddress(f"record/{match[1]}.html", FileKind.REDIRECT, path)
        return None


def _make_rules(name: str, queries: str) -> Iterable[Rule]:
    """Yield the addresses whose form alone gives the file; any query string that follows them is dropped."""
    for pattern, file, kind in (
        (r"/", "index.html", FileKind.PAGE),
        (r"/-/timeline\?by=([\w-]+)", r"timeline/\1.html", FileKind.PAGE),
        (r"/-/(about|check|compare|questions|timeline)", r"\1.html", FileKind.PAGE),
        (r"/-/read/([^/?]+)\?mark=all", r"read/\1_all.html", FileKind.PAGE),
        (r"/-/(about|compare|read)/([^/?]+)", r"\1/\2.html", FileKind.PAGE),
        (r"/-/static-plugins/[^/?]+/([^/?]+)", r"static/\1", FileKind.FILE),
        (r"/-/questions/([\w-]+\.csv)", r"questions/\1", FileKind.FILE),
        (r"/-/questions/([^/?]+)\?order=(\w+)", r"questions/\1_\2.html", FileKind.PAGE),
        (r"/-/questions/([^/?]+)", r"questions/\1.html", FileKind.PAGE),
        (rf"/{name}/({queries})", r"questions/\1.html", FileKind.PAGE),
    ):
        yield re.compile(rf"{pattern}(?=\?|$)"), file, kind


def make_link(start: FileAddress, target: FileAddress) -> str:
    """Return the link from one file to another, or to a place in itself."""
    fragment = f"#{target.fragment}" if target.fragment else ""
    if start.file == target.file:
        return fragment or basename(start.file)
    return _make_relative(dirname(start.file), target.file) + fragment


@cache
def _make_relative(folder: str, file: str) -> str:
    return relpath(file, folder or ".")
