"""Ask the database in SQL, read-only, with limits.

Without a query: a prompt with completion in a terminal, else the query is read from standard input.

\b
Examples:
  talks sql "SELECT kind, count(*) FROM demands GROUP BY kind"
  talks sql "SELECT * FROM evidence" --limit 5 --json
"""

import math
import sqlite3
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Annotated, Any

import typer

from istanbul_talks.cli.command_factory import (
    DATABASE_PARAMETER,
    list_options,
    make_command,
    set_signature,
)
from istanbul_talks.database import query_limits
from istanbul_talks.database.named_queries import QueryResult, read_result
from istanbul_talks.errors import TalksError
from istanbul_talks.terminal.row_printing import PRINTING_OPTIONS, print_rows

Query = Annotated[str | None, typer.Argument(help="One SQL statement; `talks schema` lists the tables.")]


def _check_number(seconds: float) -> float:
    """Return seconds that are a number; not a number is never reached."""
    if math.isnan(seconds):
        raise typer.BadParameter("write a number of seconds")
    return seconds


Seconds = Annotated[
    float,
    typer.Option(min=0, metavar="SECONDS", help="Give up after this long.", callback=_check_number),
]


@contextmanager
def _limit_query(db: sqlite3.Connection, seconds: float) -> Iterator[None]:
    """End a query after so many seconds, and tell in one line why it is not answered."""
    try:
        with query_limits.limit_time(db, seconds):
            yield
    except (sqlite3.Error, sqlite3.Warning, MemoryError) as error:
        problem = query_limits.explain_limit(error, db.getlimit(sqlite3.SQLITE_LIMIT_LENGTH)) or str(error)
        if problem == query_limits.INTERRUPTED:
            problem = f"no answer within {seconds:g} seconds; give --timeout or ask for less"
        raise TalksError(problem) from error


def _run_query(db: sqlite3.Connection, query: str) -> QueryResult:
    """Return the answer to a query, whose rows are still to be read."""
    cursor = db.execute(query)
    if cursor.description is None:
        raise TalksError("this statement returns nothing; the database is only read, with SELECT")
    return read_result(cursor)


def _answer_queries(
    db: sqlite3.Connection, query: Query = None, *, timeout: Seconds = query_limits.SECONDS, **printing: Any
) -> None:
    """Answer the query, or the one in standard input, or those typed at the prompt."""
    query_limits.limit_connection(db)

    def respond(asked: str) -> None:
        with _limit_query(db, timeout):
            print_rows(*_run_query(db, asked), **printing)

    if query is None and sys.stdin.isatty():
        from istanbul_talks.terminal import sql_prompt  # noqa: PLC0415

        sql_prompt.run_prompt(db, respond)
    else:
        respond(sys.stdin.read() if query is None else query)


run = make_command(
    set_signature(_answer_queries, DATABASE_PARAMETER, [*list_options(_answer_queries), *PRINTING_OPTIONS])
)
