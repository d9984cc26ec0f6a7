"""The parts of a record's page: each is a query in parts/<table>/, shown as a table below its title.

A query asks about the record `:id`. A column `x` beside a column `x_id` leads to that record; `words` beside
`quote_id` leads to its place in the article; the columns that name ids are not shown themselves. Neighbouring
rows that differ in nothing but their words are shown as one.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Iterator
from functools import cache
from itertools import groupby
from pathlib import Path
from typing import Any, NamedTuple

FOLDER = Path(__file__).parent / "sql" / "sections"

WORDS = {"words", "quote_id"}


class Question(NamedTuple):
    """A part's heading, what it says below it, and its query."""

    title: str
    description: str
    sql: str


class Quoted(NamedTuple):
    """Words of an article, and the id of the quote that is their place."""

    words: str
    quote_id: str


class Cell(NamedTuple):
    """A value under its column's name; `record` is an id it leads to, `quotes` are its words, if any."""

    name: str
    value: Any
    record: str | None
    quotes: list[Quoted]


class Part(NamedTuple):
    """A table on a record's page: the rows have the same columns, those without any value left out."""

    title: str
    description: str
    columns: list[str]
    rows: list[list[Cell]]


def of(db: sqlite3.Connection, tables: Iterable[str], record_id: str) -> Iterator[Part]:
    """Yield the parts that have rows for a record, which stands in these tables."""
    for title, description, sql in (question for table in tables for question in questions(table)):
        cursor = db.execute(sql, {"id": record_id})
        names = [name for name, *_ in cursor.description]
        rows = [dict(zip(names, row, strict=True)) for row in cursor]
        if rows:
            yield _part(title, description, rows)


@cache
def questions(table: str) -> list[Question]:
    """Return the questions about records of a table, in their order."""
    files = sorted((FOLDER / table).glob("*.sql"))
    return [_question(file.read_text(encoding="utf-8")) for file in files]


def _question(sql: str) -> Question:
    """Return a question from its query: the first comment line is its title, the rest the description."""
    title, *rest = [line[3:] for line in sql.splitlines() if line.startswith("-- ")]
    return Question(title, " ".join(rest), sql)


def _part(title: str, description: str, rows: list[dict[str, Any]]) -> Part:
    """Return rows as a part."""
    filled = {name for row in rows for name in row if row[name] is not None}
    shown = [name for name in rows[0] if name in filled and not name.endswith("_id")]
    told = [[_cell(group, name) for name in shown] for group in _alike(rows)]
    return Part(title, description, shown, told)


def _alike(rows: Iterable[dict[str, Any]]) -> Iterator[list[dict[str, Any]]]:
    """Yield neighbouring rows that differ in nothing but their words."""
    for _, group in groupby(rows, lambda row: [row[name] for name in row if name not in WORDS]):
        yield list(group)


def _cell(rows: list[dict[str, Any]], name: str) -> Cell:
    """Return a cell of rows that are alike, with what it leads to."""
    row = rows[0]
    quotes = [Quoted(each["words"], each["quote_id"]) for each in rows if each.get("words")]
    return Cell(name, row[name], row.get(f"{name}_id"), quotes if name == "words" else [])
