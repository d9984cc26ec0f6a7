"""The named queries in sql/: each runs as it is, and a command can add conditions to it.

A file opens with a comment: its first line is the title, the rest the description. Conditions replace the
mark `/* filters */` after a WHERE condition. Where a condition keeps rows also through a group of which the
actor asked for is a member, the column `as one of`, which names it, replaces the mark `/* as one of */`. The
command, the site and anybody with the database run the same query. Those in sql/with_parameters/ need values
and do not run as they are. Queries that only a page of the site asks are in site/sql/.
"""

import re
import sqlite3
from collections.abc import Iterable, Sequence
from functools import cache
from itertools import takewhile
from pathlib import Path
from typing import Any, NamedTuple

FOLDER = Path(__file__).parent / "sql"
FILTERS_MARK, GROUPS_MARK = "/* filters */", "/* as one of */"


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
    """A condition on a query's rows: SQL with a placeholder `?` for each value.

    `groups` is SQL with the same placeholders: the names of the groups through which alone a row meets it.
    """

    sql: str
    values: tuple[Any, ...] = ()
    groups: str | None = None


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


@cache
def read_sql(name: str) -> str:
    """Return the SQL of a named query."""
    return (FOLDER / f"{name}.sql").read_text(encoding="utf-8")


def run_query(db: sqlite3.Connection, name: str, conditions: Iterable[Condition | None] = ()) -> QueryResult:
    """Run a named query with the conditions added; None is a filter that was not used."""
    given = [condition for condition in conditions if condition]
    through_groups = [condition for condition in given if condition.groups]
    insertions = {
        FILTERS_MARK: ("".join(f" AND ({condition.sql})" for condition in given), given),
        GROUPS_MARK: (_build_groups_column(through_groups), through_groups),
    }
    values: list[Any] = []

    def insert(mark: re.Match[str]) -> str:
        sql, inserted = insertions[mark[0]]
        values.extend(value for condition in inserted for value in condition.values)
        return sql

    marks = "|".join(map(re.escape, insertions))
    return read_result(db.execute(re.sub(marks, insert, read_sql(name)), values))


def _build_groups_column(conditions: Iterable[Condition]) -> str:
    """Return the SQL of the column `as one of`, nothing where no condition keeps rows through a group."""
    named = " UNION ".join(f"SELECT {condition.groups} AS name" for condition in conditions)
    return named and f""", (SELECT group_concat(name, '; ') FROM ({named})) AS "as one of\""""


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
