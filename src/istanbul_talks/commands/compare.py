"""What each article says on a topic, event, demand or claim.

One column for each article, or for each speaker; a cell is empty where nothing is said. To a topic belong
its demands, claims and events; to an event, who took part and what was put forward; to a demand or claim,
those that contradict, refine or answer it. Where two of the voices may be one, a first row says so. Without
ID: the topics, and how much is coded under each.

\b
Examples:
  talks compare CLAIM
  talks compare TOPIC --speakers
"""

import sqlite3
from collections.abc import Iterator, Sequence
from itertools import groupby
from json import dumps
from operator import itemgetter
from typing import Annotated, Any

import typer

from istanbul_talks.cli.command_factory import make_row_command
from istanbul_talks.cli.completion import make_id_completer
from istanbul_talks.database.lookup import load_spellings, match_spelling
from istanbul_talks.database.named_queries import Condition, QueryResult, run_query
from istanbul_talks.database.possible_originals import find_notes
from istanbul_talks.database.records import COMPARABLE_TABLES
from istanbul_talks.database.redirects import follow_redirect

Statement = dict[str, Any]
"""A row of the named query `comparison`: who says what on a record in which words."""

RecordArgument = Annotated[
    str | None,
    typer.Argument(
        metavar="[ID]",
        help="A topic, event, demand or claim: its id, or how it begins.",
        autocompletion=make_id_completer(*COMPARABLE_TABLES),
    ),
]
Speakers = Annotated[bool, typer.Option("--speakers", help="A column for each speaker.")]


def _compare(
    db: sqlite3.Connection, record: RecordArgument = None, *, speakers: Speakers = False
) -> QueryResult:
    if record is None:
        return run_query(db, "topics")
    by = "speaker" if speakers else "source"
    record_id = match_spelling(follow_redirect(db, record), load_spellings(db, COMPARABLE_TABLES))
    names, rows = run_query(db, "comparison", [Condition("concerned.thing = ?", (record_id,))])
    statements = [dict(zip(names, row, strict=True)) for row in rows]
    columns = _list_columns(db, statements, by)
    notes = [
        [metadata_id, "source_metadata", note, *(None for _ in columns)]
        for metadata_id, note in find_notes(db, statements).items()
    ]
    return QueryResult(["id", "table", "record", *columns], [*notes, *_pivot(statements, columns, by)])


def _list_columns(db: sqlite3.Connection, statements: list[Statement], by: str) -> list[str]:
    """Return the names of the columns: every article, also one that says nothing, or every speaker."""
    if by == "source":
        return [source for (source,) in db.execute("SELECT id FROM sources ORDER BY id")]
    return sorted({statement["speaker"] for statement in statements})


def _pivot(statements: list[Statement], columns: list[str], by: str) -> Iterator[Sequence[Any]]:
    """Yield a row for each record, with a cell for each column."""
    for key, group in groupby(statements, itemgetter("id", "table", "record")):
        of_record = list(group)
        cells = ([statement for statement in of_record if statement[by] == column] for column in columns)
        yield [*key, *(_encode_cell(cell) for cell in cells)]


def _encode_cell(statements: list[Statement]) -> str | None:
    """Return the statements of one column on one record as a JSON cell; None where there is none."""
    keys = ("quote", "words", "source", "speaker", "stance", "voice")
    items = [
        {"text": _format_statement(statement), **{key: statement[key] for key in keys}}
        for statement in statements
    ]
    return dumps(items, ensure_ascii=False, separators=(",", ":")) if items else None


def _format_statement(statement: Statement) -> str:
    """Return the quoted words after their voice: the whole chain, the stance and the distance."""
    voice = f"{statement['voice']}: " if statement["voice"] else ""
    return f"{voice}“{statement['words']}” [{statement['quote']}]"


def _draw_comparison(names: Sequence[str], rows: list[Sequence[Any]]) -> None:
    """Draw the articles or speakers side by side, or the topics."""
    from istanbul_talks.terminal import side_by_side, topic_list  # noqa: PLC0415  (rich is slow to import)

    if "topic" in names[:2]:
        return topic_list.draw_topics(names, rows)
    records = [side_by_side.HeadedRow(row[0], row[2], [cell or "" for cell in row[3:]]) for row in rows]
    return side_by_side.draw_side_by_side(names[3:], records)


run = make_row_command(_compare, _draw_comparison)
