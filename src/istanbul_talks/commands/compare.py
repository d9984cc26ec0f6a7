"""What each article says on a topic, event, demand or claim.

One column for each article, or with --by for each speaker; a cell is empty where nothing is said. To a
topic belong its demands, claims and events; to an event, who took part and what was put forward; to a demand
or claim, those that contradict, refine or answer it.

\b
Examples:
  talks compare CLAIM
  talks compare TOPIC --by speaker
"""

import sqlite3
from collections.abc import Iterable, Sequence
from enum import StrEnum
from itertools import groupby
from json import dumps
from typing import Annotated, Any

import typer

from istanbul_talks.cli.command_factory import make_row_command
from istanbul_talks.cli.completion import make_id_completer
from istanbul_talks.database.lookup import load_spellings, match_spelling
from istanbul_talks.database.named_queries import Condition, QueryResult, run_query
from istanbul_talks.database.records import COMPARABLE_TABLES
from istanbul_talks.database.redirects import follow_redirect


class ColumnKind(StrEnum):
    """What the columns stand for."""

    SOURCE = "source"
    SPEAKER = "speaker"


RecordArgument = Annotated[
    str,
    typer.Argument(
        metavar="ID",
        help="A topic, event, demand or claim: its id, or how it begins.",
        autocompletion=make_id_completer(*COMPARABLE_TABLES),
    ),
]
ByOption = Annotated[ColumnKind, typer.Option(help="What the columns stand for.")]


def _compare(db: sqlite3.Connection, thing: RecordArgument, by: ByOption = ColumnKind.SOURCE) -> QueryResult:
    chosen = match_spelling(follow_redirect(db, thing), load_spellings(db, COMPARABLE_TABLES))
    names, rows = run_query(db, "comparison", [Condition("concerned.thing = ?", (chosen,))])
    told = [dict(zip(names, row, strict=True)) for row in rows]
    return QueryResult(["id", "table", "record", *_list_columns(db, told, by)], list(_pivot(db, told, by)))


def _list_columns(db: sqlite3.Connection, told: list[dict[str, Any]], by: ColumnKind) -> list[str]:
    """Return the names of the columns: every article, also the silent, or who speaks."""
    if by is ColumnKind.SOURCE:
        return [source for (source,) in db.execute("SELECT id FROM sources ORDER BY id")]
    return sorted({each["speaker"] for each in told})


def _pivot(db: sqlite3.Connection, told: list[dict[str, Any]], by: ColumnKind) -> Iterable[Sequence[Any]]:
    """Yield a row for each record, with a cell for each column."""
    beside = _list_columns(db, told, by)
    for key, group in groupby(told, lambda each: (each["id"], each["table"], each["record"])):
        said = list(group)
        yield [*key, *(_encode_cell([each for each in said if each[by] == column], by) for column in beside)]


def _encode_cell(said: list[dict[str, Any]], by: ColumnKind) -> str | None:
    """Return what is said in one column on one record, as a cell of several things; None for nothing."""
    kept = ("quote", "words", "source", "speaker", "stance")
    things = [{"text": _format_statement(each, by), **{key: each[key] for key in kept}} for each in said]
    return dumps(things, ensure_ascii=False, separators=(",", ":")) if things else None


def _format_statement(each: dict[str, Any], by: ColumnKind) -> str:
    """Return words with what the column does not say: the stance, and in an article the speaker."""
    speaker = each["speaker"] if by is ColumnKind.SOURCE and each["stance"] else None
    who = " ".join(word for word in (speaker, each["stance"]) if word)
    return f"{who + ': ' if who else ''}“{each['words']}” [{each['quote']}]"


def _draw_comparison(names: Sequence[str], rows: list[Sequence[Any]]) -> None:
    """Draw the columns side by side."""
    from istanbul_talks.terminal import side_by_side  # noqa: PLC0415  (rich is slow to import)

    blocks = [side_by_side.ComparedRecord(row[0], row[2], [cell or "" for cell in row[3:]]) for row in rows]
    side_by_side.draw_side_by_side(names[3:], blocks)


run = make_row_command(_compare, _draw_comparison)
