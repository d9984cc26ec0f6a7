"""What SQL that anybody writes may take: time, memory, the length of a value, and the size of an answer.

The same for `talks sql`, its prompt and the site. SQLite can be stopped only between two steps of a query;
the time of one step is bounded by the length of values.
"""

import re
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from threading import TIMEOUT_MAX, Event, Thread
from typing import Any
from weakref import WeakKeyDictionary

SECONDS = 3.0
"""The time that a query has, unless more is asked for."""

SECONDS_BETWEEN_INTERRUPTS = 0.05

LONGEST_VALUE = 250_000
"""Bytes that a text or blob may have: many times the longest text in a dataset of articles."""

TIMES_THE_LONGEST = 4
"""How many times the longest text of the database a value may have, where that is more."""

LONGEST_PATTERN = 1000
"""Bytes that a pattern of LIKE or GLOB may have; its time grows with their product with the text."""

LARGEST_ANSWER = 50_000_000
"""Bytes that the values of an answer may have together."""

MOST_MEMORY = 256 * 2**20
"""Bytes that SQLite may take in the whole process; once set, no SQL can raise it."""

LONGEST_TEXT = """
SELECT max(longest)
FROM (SELECT max(length(value)) AS longest FROM contract_package UNION ALL SELECT max(length) FROM sources)
"""

INTERRUPTED = "interrupted"
"""How SQLite calls a query that was stopped."""

MakeRow = Callable[[sqlite3.Cursor, tuple[Any, ...]], Any]


def limit_connection(db: sqlite3.Connection) -> None:
    """Bound the values, the answers and the memory of a talks database that is open."""
    if hasattr(db, "setlimit"):  # Datasette prefers pysqlite3, which has none: memory is bounded all the same
        _limit_values(db)
    db.execute(f"PRAGMA hard_heap_limit = {MOST_MEMORY}")
    for name in ("printf", "format"):
        db.create_function(name, -1, _format_bounded, deterministic=True)
    db.row_factory = _bound_answers(db.row_factory or (lambda _cursor, row: row))


def _limit_values(db: sqlite3.Connection) -> None:
    """Bound the length of values, statements and patterns, and let no other database be attached."""
    db.setlimit(sqlite3.SQLITE_LIMIT_LENGTH, max(LONGEST_VALUE, TIMES_THE_LONGEST * _measure_longest(db)))
    db.setlimit(sqlite3.SQLITE_LIMIT_SQL_LENGTH, LONGEST_VALUE)
    db.setlimit(sqlite3.SQLITE_LIMIT_LIKE_PATTERN_LENGTH, LONGEST_PATTERN)
    db.setlimit(sqlite3.SQLITE_LIMIT_ATTACHED, 0)


def _measure_longest(db: sqlite3.Connection) -> int:
    """Return the length of the longest text in a database, 0 where a damaged one does not tell."""
    try:
        return db.execute(LONGEST_TEXT).fetchone()[0] or 0
    except sqlite3.Error:
        return 0


def _format_bounded(*values: Any) -> Any:
    """Return what SQLite's own function does; older ones write for minutes what is then too long."""
    form = str(values[0]) if values else ""
    widths = [*map(int, re.findall(r"\d+", form)), *(v for v in values if isinstance(v, int) and "*" in form)]
    if max(widths, default=0) > LONGEST_VALUE:
        raise OverflowError  # which SQLite tells as a value that is too long
    with closing(sqlite3.connect(":memory:")) as db:
        return db.execute(f"SELECT printf({', '.join('?' * len(values))})", values).fetchone()[0]


def _bound_answers(make_row: MakeRow) -> MakeRow:
    """Return a row factory that ends an answer which becomes too large."""
    sizes: WeakKeyDictionary[sqlite3.Cursor, int] = WeakKeyDictionary()

    def make_bounded_row(cursor: sqlite3.Cursor, row: tuple[Any, ...]) -> Any:
        sizes[cursor] = sizes.get(cursor, 0) + sum(value.__sizeof__() for value in row)
        if sizes[cursor] > LARGEST_ANSWER:
            raise cursor.connection.OperationalError(
                f"the answer has more than {LARGEST_ANSWER // 10**6} MB; ask for less"
            )
        return make_row(cursor, row)

    return make_bounded_row


@contextmanager
def limit_time(db: sqlite3.Connection, seconds: float) -> Iterator[None]:
    """Interrupt what the connection does inside after so many seconds, again and again until it ends."""
    ended = Event()

    def interrupt() -> None:
        ended.wait(min(TIMEOUT_MAX, seconds))
        while not ended.wait(SECONDS_BETWEEN_INTERRUPTS):
            db.interrupt()

    watch = Thread(target=interrupt, daemon=True)
    watch.start()
    try:
        yield
    finally:
        ended.set()
        watch.join()


def explain_limit(error: Exception, longest: int = LONGEST_VALUE) -> str | None:
    """Return what is said of an error of SQL that is one of the limits, None for any other."""
    if isinstance(error, MemoryError):
        return f"this needs more than {MOST_MEMORY >> 20} MB of memory; ask for less"
    if "too big" in str(error):
        return f"a value would have more than {longest:,} bytes; ask for less"
    return None
