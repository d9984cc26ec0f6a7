"""The sections of a record's page, in the terminal and on the site: queries in sql/sections/<tables>/.

A query asks about the record `:id`. Its columns: `item` is what people read, `item_id` the record to which
it leads, `note` what is said of it in passing, `source_id` the article that has it, there at `quote_id` in
these `words`; `told` stands below it. Rows that differ only in their places are one item. Items are listed
`under` subheadings, or stand in one `line`, after its name. The line `kind` says what the record is, the
line `lead` opens the page. `{name}` in the title is the record's name, `{says}` the verb for it; a folder
serves every table in its name.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Iterator
from functools import cache
from operator import attrgetter
from pathlib import Path
from typing import Any, NamedTuple

from istanbul_talks.database import named_queries
from istanbul_talks.database.named_queries import NamedQuery, parse_query
from istanbul_talks.database.records import NOT_TOLD, Record
from istanbul_talks.database.table_nouns import name_row
from istanbul_talks.text.running_text import format_running_text

FOLDER = named_queries.FOLDER / "sections"

SOURCES = "SELECT id, label FROM sources"

DATES = """
SELECT quote_id, group_concat(date, '; ')
FROM (
  SELECT DISTINCT statements.quote_id, statement_dates.date
  FROM statements JOIN statement_dates ON statement_dates.statement_id = statements.id
  WHERE :id IN (statements.demand_id, statements.claim_id) AND date IS NOT NULL
  ORDER BY statement_dates.earliest, statement_dates.latest
)
GROUP BY quote_id
"""
"""When the words of each quote of a demand or claim were said, where that is told."""

NAMES = """
SELECT coalesce(people.family_name, actors.name), iif(actors.number = 'plural', 'say', 'says')
FROM actors LEFT JOIN people ON people.id = actors.id
WHERE actors.id = ?
"""


class Place(NamedTuple):
    """Where an article has something: its id and label, and the quote with its words, if any."""

    source_id: str
    article: str
    quote_id: str | None
    words: str | None


class Item(NamedTuple):
    """A sentence or name on a page, the record to which it leads, a note, its places, what is told below."""

    text: str
    record: str | None
    note: str | None
    places: list[Place]
    told: str | None = None


class Section(NamedTuple):
    """A part of a page: items in lines after their names, or listed under subheadings; both may be empty."""

    title: str
    description: str
    in_lines: bool
    groups: dict[str, list[Item]]

    @property
    def size(self) -> int:
        """The number of items."""
        return sum(map(len, self.groups.values()))


class RecordPage(NamedTuple):
    """What a page tells of a record: its kind, opening, facts in lines and sections.

    Besides, all articles, and the dates on which the words of its quotes were said.
    """

    kind: str
    lead: str | None
    facts: dict[str, list[Item]]
    sections: list[Section]
    articles: dict[str, str]
    dates: dict[str, str]


def load_page(db: sqlite3.Connection, record: Record) -> RecordPage:
    """Return the page of a record: by the queries for its tables, or else from its columns and references."""
    first, *others = load_sections(db, record.tables, record.id) or _describe_columns(record)
    facts = first.groups
    kind, lead = (next(iter(facts.pop(name, [])), None) for name in ("kind", "lead"))
    opening = lead.text if lead and lead.text.rstrip(".") != record.label.rstrip(".") else None
    articles, dates = dict(db.execute(SOURCES)), dict(db.execute(DATES, {"id": record.id}))
    return RecordPage(kind.text if kind else record.tables[-1], opening, facts, others, articles, dates)


def load_sections(db: sqlite3.Connection, tables: Iterable[str], record_id: str) -> list[Section]:
    """Return the sections that have rows for a record; `tables` are those that hold the record."""
    queries = {query.sql: query for table in tables for query in load_queries(table)}
    articles = dict(db.execute(SOURCES))
    found = db.execute(NAMES, [record_id]).fetchone()
    sections = []
    for title, description, sql in queries.values():
        cursor = db.execute(sql, {"id": record_id})
        names = [name for name, *_ in cursor.description]
        rows = [dict(zip(names, row, strict=True)) for row in cursor]
        if rows:
            name, says = found or ("it", "says")
            words = [text.format(name=name, says=says) for text in (title, description)]
            sections.append(Section(words[0], words[1], "line" in names, _group_items(rows, articles)))
    return sections


@cache
def load_queries(table: str) -> list[NamedQuery]:
    """Return the queries for records of a table, in the order of their files' numbers."""
    folders = [folder for folder in FOLDER.iterdir() if table in list_tables(folder)]
    files = sorted((file for folder in folders for file in folder.glob("*.sql")), key=attrgetter("name"))
    return [parse_query(file.read_text(encoding="utf-8")) for file in files]


def list_tables(folder: Path) -> list[str]:
    """Return the tables whose records the queries of a folder are about."""
    return folder.name.split("_and_")


def _group_items(rows: Iterable[dict[str, Any]], articles: dict[str, str]) -> dict[str, list[Item]]:
    """Return the items of each line or subheading, those that differ only in their places as one."""
    found: dict[str, dict[tuple[Any, ...], Item]] = {}
    for row in map(_make_plain, rows):
        of_group = found.setdefault(row.get("line") or row.get("under") or "", {})
        item = Item(row["item"] or "", row["item_id"], row["note"], [], row.get("told"))
        item = of_group.setdefault(item[:3], item)
        if source := row["source_id"]:
            place = Place(source, articles[source], row.get("quote_id"), row.get("words"))
            if place not in item.places:
                item.places.append(place)
    return {name: list(items.values()) for name, items in found.items()}


def _make_plain(row: dict[str, Any]) -> dict[str, str | None]:
    """Return a row with its values as running text, its words in quotation marks."""
    quoted = {**row, "words": f"“{row['words']}”"} if row.get("words") else row
    return {
        name: None if value is None else format_running_text(str(value)) for name, value in quoted.items()
    }


def _describe_columns(record: Record) -> Iterator[Section]:
    """Yield the filled columns of a record in lines, and what refers to it by kind."""
    facts = {"kind": [Item(_make_readable(name_row(record.tables[-1])), None, None, [])]}
    for column in record.columns:
        if column.value is not None and column.name not in NOT_TOLD:
            refers = column.value if column.label else None
            name = _make_readable(column.name.removesuffix("_id")).capitalize()
            facts[name] = [Item(column.text, refers, None, [])]
    yield Section("", "", True, facts)
    for table in dict.fromkeys(reference.table for reference in record.references):
        items = [Item(each.label, each.id, None, []) for each in record.references if each.table == table]
        yield Section(_make_readable(table).capitalize(), "", False, {"": items})


def _make_readable(name: str) -> str:
    """Return the name of a table or column as words."""
    return name.replace("_", " ")
