"""Ask the database in SQL, read-only and with a time limit.

\b
Examples:
  talks sql "SELECT kind, count(*) FROM demands GROUP BY kind"
  talks sql "SELECT * FROM evidence" --limit 5 --json
"""

import sqlite3
import time
from typing import Annotated

import typer

from istanbul_talks.errors import TalksError
from istanbul_talks.questions import Answer, answer
from istanbul_talks.running import lists

STEPS_BETWEEN_LOOKS = 100_000
"""SQLite instructions between two looks at the clock: about a millisecond."""

Query = Annotated[str, typer.Argument(help="One SQL statement; `talks schema` lists the tables.")]
Seconds = Annotated[float, typer.Option(min=0, metavar="SECONDS", help="Give up after this long.")]


@lists
def run(db: sqlite3.Connection, query: Query, timeout: Seconds = 10.0) -> Answer:
    db.setlimit(sqlite3.SQLITE_LIMIT_ATTACHED, 0)
    deadline = time.monotonic() + timeout
    db.set_progress_handler(lambda: time.monotonic() > deadline, STEPS_BETWEEN_LOOKS)
    try:
        return fetched(db, query)
    except (sqlite3.Error, sqlite3.Warning) as error:
        late = time.monotonic() > deadline
        problem = (
            f"no answer within {timeout:g} seconds; give --timeout or ask for less" if late else str(error)
        )
        raise TalksError(f"{problem}") from error


def fetched(db: sqlite3.Connection, query: str) -> Answer:
    """Return the whole answer to a query."""
    cursor = db.execute(query)
    if cursor.description is None:
        raise TalksError("this statement returns nothing; the database is only read, with SELECT")
    return answer(cursor)._replace(rows=list(cursor))
