"""Ask the database in SQL, read-only and with a time limit.

Without a query: a prompt with completion in a terminal, else the query is read from standard input.

\b
Examples:
  talks sql "SELECT kind, count(*) FROM demands GROUP BY kind"
  talks sql "SELECT * FROM evidence" --limit 5 --json
"""

import sqlite3
import sys
import time
from typing import Annotated, Any

import typer

from istanbul_talks.cli.command_factory import (
    DATABASE_PARAMETER,
    list_options,
    make_command,
    set_signature,
)
from istanbul_talks.database.named_queries import QueryResult, read_result
from istanbul_talks.errors import TalksError
from istanbul_talks.terminal.row_printing import PRINTING_OPTIONS, print_rows

STEPS_BETWEEN_CHECKS = 100_000
"""SQLite instructions between two looks at the clock: about a millisecond."""

Query = Annotated[str | None, typer.Argument(help="One SQL statement; `talks schema` lists the tables.")]
Seconds = Annotated[float, typer.Option(min=0, metavar="SECONDS", help="Give up after this long.")]


def _run_limited(db: sqlite3.Connection, query: Query = None, timeout: Seconds = 10.0) -> QueryResult:
    """Return the answer to a query, or end it after so many seconds."""
    db.setlimit(sqlite3.SQLITE_LIMIT_ATTACHED, 0)
    deadline = time.monotonic() + timeout
    db.set_progress_handler(lambda: time.monotonic() > deadline, STEPS_BETWEEN_CHECKS)
    try:
        return _fetch_rows(db, query or "")
    except (sqlite3.Error, sqlite3.Warning) as error:
        late = time.monotonic() > deadline
        problem = (
            f"no answer within {timeout:g} seconds; give --timeout or ask for less" if late else str(error)
        )
        raise TalksError(f"{problem}") from error
    finally:
        db.set_progress_handler(None, 0)


def _fetch_rows(db: sqlite3.Connection, query: str) -> QueryResult:
    """Return the whole answer to a query."""
    cursor = db.execute(query)
    if cursor.description is None:
        raise TalksError("this statement returns nothing; the database is only read, with SELECT")
    return read_result(cursor)._replace(rows=list(cursor))


def _answer_queries(db: sqlite3.Connection, query: str | None, timeout: float, **printing: Any) -> None:
    """Answer the query, or the one in standard input, or those typed at the prompt."""

    def respond(asked: str) -> None:
        print_rows(*_run_limited(db, asked, timeout), **printing)

    if query is None and sys.stdin.isatty():
        from istanbul_talks.terminal import sql_prompt  # noqa: PLC0415

        sql_prompt.run_prompt(db, respond)
    else:
        respond(sys.stdin.read() if query is None else query)


run = make_command(
    set_signature(_answer_queries, DATABASE_PARAMETER, [*list_options(_run_limited), *PRINTING_OPTIONS])
)
