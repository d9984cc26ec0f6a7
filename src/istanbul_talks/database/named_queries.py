"""The questions kept in sql/: each a query that runs as it stands, and that a command can narrow.

A file opens with a comment: its first line is the question's title, the rest its description. The mark
`/* filters */` after a WHERE condition is where conditions go. The command, the site and anybody with the
database ask the same query. Those in sql/with_words/ need values and do not run as they stand; sql/front/ and
sql/compare/ hold what the site's pages of these names ask.
"""

import sqlite3
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any, NamedTuple

FOLDER = Path(__file__).parent / "sql"
FILTERS_MARK = "/* filters */"


class QueryResult(NamedTuple):
    """Named columns and rows of as many values."""

    names: Sequence[str]
    rows: Iterable[Sequence[Any]]


class Condition(NamedTuple):
    """A condition on a question's rows: SQL with a question mark for each value."""

    sql: str
    values: tuple[Any, ...] = ()


def has_query(name: str) -> bool:
    """Tell whether there is a question of this name."""
    return (FOLDER / f"{name}.sql").exists()


def read_title(name: str) -> str:
    """Return what a question asks, in a few words."""
    return read_sql(name).partition("\n")[0].removeprefix("-- ")


def read_sql(name: str) -> str:
    """Return the SQL of a question."""
    return (FOLDER / f"{name}.sql").read_text(encoding="utf-8")


def run_query(db: sqlite3.Connection, name: str, conditions: Iterable[Condition | None] = ()) -> QueryResult:
    """Ask a question, narrowed by the conditions; None is a filter that was not used."""
    given = [condition for condition in conditions if condition]
    narrowing = "".join(f" AND ({condition.sql})" for condition in given)
    values = [value for condition in given for value in condition.values]
    return read_result(db.execute(read_sql(name).replace(FILTERS_MARK, narrowing), values))


def count_rows(db: sqlite3.Connection, name: str) -> int:
    """Return how many rows a question has."""
    (rows,) = db.execute(f"SELECT count(*) FROM ({read_sql(name)})").fetchone()
    return int(rows)


def read_result(cursor: sqlite3.Cursor) -> QueryResult:
    """Return what a cursor has found; columns of the same name are numbered."""
    names = [name for name, *_ in cursor.description]
    times = [names[: i + 1].count(name) for i, name in enumerate(names)]
    return QueryResult(
        [f"{name}_{n}" if n > 1 else name for name, n in zip(names, times, strict=True)], cursor
    )
