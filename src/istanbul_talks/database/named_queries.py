"""The named queries in sql/: each runs as it is, and a command can add conditions to it.

A file opens with a comment: its first line is the title, the rest the description. Conditions replace the
mark `/* filters */` after a WHERE condition. The command, the site and anybody with the database run the same
query. Those in sql/with_parameters/ need values and do not run as they are. Queries that only a page of the
site asks are in site/sql/.
"""

import sqlite3
from collections.abc import Iterable, Sequence
from itertools import takewhile
from pathlib import Path
from typing import Any, NamedTuple

FOLDER = Path(__file__).parent / "sql"
FILTERS_MARK = "/* filters */"


class NamedQuery(NamedTuple):
    """A query, and the first and the other lines of the comment it opens with; `sql` is the whole file."""

    title: str
    description: str
    sql: str


class QueryResult(NamedTuple):
    """Named columns and rows of as many values."""

    names: Sequence[str]
    rows: Iterable[Sequence[Any]]


class Condition(NamedTuple):
    """A condition on a query's rows: SQL with a placeholder `?` for each value."""

    sql: str
    values: tuple[Any, ...] = ()


def has_query(name: str) -> bool:
    """Tell whether there is a named query of this name."""
    return (FOLDER / f"{name}.sql").exists()


def read_query(name: str) -> NamedQuery:
    """Return a named query with its title and description."""
    return parse_query(read_sql(name))


def parse_query(sql: str) -> NamedQuery:
    """Return the query of a file that opens with a comment."""
    lines = takewhile(lambda line: line.startswith("--"), sql.splitlines())
    title, *description = [line.removeprefix("--").strip() for line in lines]
    return NamedQuery(title, " ".join(description), sql)


def read_sql(name: str) -> str:
    """Return the SQL of a named query."""
    return (FOLDER / f"{name}.sql").read_text(encoding="utf-8")


def run_query(db: sqlite3.Connection, name: str, conditions: Iterable[Condition | None] = ()) -> QueryResult:
    """Run a named query with the conditions added; None is a filter that was not used."""
    given = [condition for condition in conditions if condition]
    narrowing = "".join(f" AND ({condition.sql})" for condition in given)
    values = [value for condition in given for value in condition.values]
    return read_result(db.execute(read_sql(name).replace(FILTERS_MARK, narrowing), values))


def count_rows(db: sqlite3.Connection, source: str) -> int:
    """Return the number of rows of a table, a view, or a query in parentheses."""
    (rows,) = db.execute(f"SELECT count(*) FROM {source}").fetchone()
    return int(rows)


def read_result(cursor: sqlite3.Cursor) -> QueryResult:
    """Return the columns and rows of a cursor; columns of the same name are numbered."""
    names = [name for name, *_ in cursor.description]
    times = [names[: i + 1].count(name) for i, name in enumerate(names)]
    return QueryResult(
        [f"{name}_{n}" if n > 1 else name for name, n in zip(names, times, strict=True)], cursor
    )
