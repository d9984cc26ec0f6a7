"""The sections of a record's page: each is a query in sql/sections/<table>/, shown as a table.

A query asks about the record `:id`. A column `x` beside a column `x_id` leads to that record; `words` beside
`quote_id` leads to its place in the article; the columns that name ids are not shown themselves. Neighbouring
rows that differ only in their quotes are shown as one. The folder `claims_and_demands` serves both tables.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Iterator
from functools import cache
from itertools import groupby
from operator import attrgetter
from pathlib import Path
from typing import Any, NamedTuple

from istanbul_talks.database.named_queries import NamedQuery, parse_query
from istanbul_talks.site import page_sql

FOLDER = page_sql.FOLDER / "sections"

QUOTE_COLUMNS = {"words", "quote_id"}


class QuotedWords(NamedTuple):
    """Words of an article, and the id of their quote."""

    words: str
    quote_id: str


class Cell(NamedTuple):
    """A value under its column's name; `record` is the id it leads to, `quotes` are its quotes, if any."""

    name: str
    value: Any
    record: str | None
    quotes: list[QuotedWords]


class Section(NamedTuple):
    """A table on a record's page: the rows have the same columns, those without any value left out."""

    title: str
    description: str
    columns: list[str]
    rows: list[list[Cell]]


def load_sections(db: sqlite3.Connection, tables: Iterable[str], record_id: str) -> Iterator[Section]:
    """Yield the sections that have rows for a record; `tables` are those that hold the record."""
    for title, description, sql in (query for table in tables for query in load_queries(table)):
        cursor = db.execute(sql, {"id": record_id})
        names = [name for name, *_ in cursor.description]
        rows = [dict(zip(names, row, strict=True)) for row in cursor]
        if rows:
            yield _build_section(title, description, rows)


@cache
def load_queries(table: str) -> list[NamedQuery]:
    """Return the queries for records of a table, in the order of their files' numbers."""
    folders = [folder for folder in FOLDER.iterdir() if table in list_tables(folder)]
    files = sorted((file for folder in folders for file in folder.glob("*.sql")), key=attrgetter("name"))
    return [parse_query(file.read_text(encoding="utf-8")) for file in files]


def list_tables(folder: Path) -> list[str]:
    """Return the tables whose records the queries of a folder are about."""
    return folder.name.split("_and_")


def _build_section(title: str, description: str, rows: list[dict[str, Any]]) -> Section:
    """Return rows as a section."""
    filled = {name for row in rows for name in row if row[name] is not None}
    shown = [name for name in rows[0] if name in filled and not name.endswith("_id")]
    cells = [[_build_cell(group, name) for name in shown] for group in _merge_rows(rows)]
    return Section(title, description, shown, cells)


def _merge_rows(rows: Iterable[dict[str, Any]]) -> Iterator[list[dict[str, Any]]]:
    """Yield groups of neighbouring rows that differ only in their quotes."""
    for _, group in groupby(rows, lambda row: [row[name] for name in row if name not in QUOTE_COLUMNS]):
        yield list(group)


def _build_cell(rows: list[dict[str, Any]], name: str) -> Cell:
    """Return the cell of a column for a group of merged rows."""
    first = rows[0]
    quotes = [QuotedWords(row["words"], row["quote_id"]) for row in rows if row.get("words")]
    return Cell(name, first[name], first.get(f"{name}_id"), quotes if name == "words" else [])
