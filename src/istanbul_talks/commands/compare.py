"""What each article says on a topic or record, or what two say.

A row is a question: those who speak to it differ, agree, or only one tells of it. There is one column for
each article that says something, or for each speaker. To a topic belong its demands, claims and events; to
an event, who took part and what was put forward; to a demand or claim, those that contradict, refine or
answer it. Where two of the voices may be one, a first row says so. Without ID: the topics, and how much is
coded under each.

\b
Examples:
  talks compare CLAIM --speakers
  talks compare SOURCE OTHER
"""

import sqlite3
from collections import Counter
from collections.abc import Iterator, Sequence
from json import dumps
from typing import TYPE_CHECKING, Annotated, Any

import typer

from istanbul_talks.cli.command_factory import make_row_command
from istanbul_talks.cli.completion import make_id_completer
from istanbul_talks.database import compared_records
from istanbul_talks.database.compared_records import (
    ALONE,
    MOST_ALONE,
    SIGNS,
    Comparison,
    count_alone,
    group_answers,
)
from istanbul_talks.database.json_cells import decode
from istanbul_talks.database.lookup import identify, load_spellings, match_spelling
from istanbul_talks.database.named_queries import QueryResult, run_query
from istanbul_talks.database.records import COMPARABLE_TABLES, list_tables_with
from istanbul_talks.database.redirects import follow_redirect
from istanbul_talks.errors import NothingFound, TalksError

if TYPE_CHECKING:
    from istanbul_talks.terminal.side_by_side import HeadedRow

NAMES = ("id", "table", "record", "topic", "verdict")
"""The columns before those of the articles or speakers."""

KINDS = {"discrepancies": "disagreements with itself", "participants": "who took part"}
"""What readers call the records of tables whose names say less."""


RecordArgument = Annotated[
    str | None,
    typer.Argument(
        metavar="[ID]",
        help="A topic, event, demand, claim or article: its id, or how it begins.",
        autocompletion=make_id_completer(*COMPARABLE_TABLES, "sources"),
    ),
]
OtherArgument = Annotated[
    str | None,
    typer.Argument(
        metavar="[ARTICLE]",
        help="The article to set beside it.",
        autocompletion=make_id_completer("sources"),
    ),
]
Speakers = Annotated[bool, typer.Option("--speakers", help="A column for each speaker.")]


def _compare(
    db: sqlite3.Connection,
    record: RecordArgument = None,
    other: OtherArgument = None,
    *,
    speakers: Speakers = False,
) -> QueryResult:
    if record is None:
        return run_query(db, "topics")
    if other is not None:
        pair = [identify(db, "sources", word) for word in (record, other)]
        if pair[0] == pair[1]:
            raise TalksError(f"both are {pair[0]}; name two articles")
        return _list_rows(compared_records.compare_articles(db, *pair))
    by = "speaker" if speakers else "source"
    return _list_rows(compared_records.compare_record(db, _identify(db, record), by))


def _identify(db: sqlite3.Connection, word: str) -> str:
    """Return the id of the topic, event, demand or claim that a word means; NothingFound for others."""
    word = follow_redirect(db, word)
    tables = list_tables_with(db, word)
    if tables and set(tables).isdisjoint(COMPARABLE_TABLES):
        raise NothingFound(f"“{word}” is no topic, event, demand or claim; two articles can be compared")
    return match_spelling(word, load_spellings(db, COMPARABLE_TABLES))


def _list_rows(comparison: Comparison) -> QueryResult:
    """Return a comparison as rows: notes first, then a row for each record, with a cell for each column."""
    notes = [
        [metadata_id, "source_metadata", note, None, None, *(None for _ in comparison.columns)]
        for metadata_id, note in comparison.notes.items()
    ]
    rows = [
        [*record[:3], record.topic or None, record.verdict, *map(_encode_cell, record.cells.values())]
        for record in comparison.records
    ]
    return QueryResult([*NAMES, *comparison.columns], [*notes, *rows])


def _encode_cell(statements: list[dict[str, Any]]) -> str | None:
    """Return the statements of one column on one record as a JSON cell; None where there is none."""
    keys = ("quote", "words", "source", "speaker", "stance", "voice", "told by", "says")
    items = [
        {"text": _format_statement(statement), **{key: statement[key] for key in keys}}
        for statement in statements
    ]
    return dumps(items, ensure_ascii=False, separators=(",", ":")) if items else None


def _format_statement(statement: dict[str, Any]) -> str:
    """Return the quoted words after their voice, and after what a side of a disagreement says."""
    said = [f"{statement['voice']}:" if statement["voice"] else "", statement["says"] or ""]
    return " ".join([*filter(None, said), f"“{statement['words']}” [{statement['quote']}]"])


def _draw_comparison(names: Sequence[str], rows: list[Sequence[Any]]) -> None:
    """Draw the articles or speakers side by side, or the topics."""
    from istanbul_talks.terminal import side_by_side, topic_list  # noqa: PLC0415  (rich is slow to import)
    from istanbul_talks.terminal.safe_console import SafeConsole  # noqa: PLC0415

    if "verdict" not in names:
        return topic_list.draw_topics(names, rows)
    console, columns = SafeConsole(), names[len(NAMES) :]
    alone = [row for row in rows if row[4] == ALONE]
    shown = [row for row in rows if row[4] != ALONE or len(alone) <= MOST_ALONE]
    used = [i for i in range(len(columns)) if any(row[len(NAMES) + i] for row in shown)]
    side_by_side.draw_muted(_count_verdicts(rows), console)
    headed = [(row[3] or "", _head_row(row, used)) for row in shown]
    side_by_side.draw_side_by_side([columns[i] for i in used], headed, console)
    for line in _tell_silence(columns, [] if len(alone) <= MOST_ALONE else alone, used):
        side_by_side.draw_muted(line, console)
    return None


def _count_verdicts(rows: Sequence[Sequence[Any]]) -> str:
    """Return how many rows have each verdict."""
    counts = Counter(row[4] for row in rows)
    return " · ".join(
        f"{sign} {verdict.lower()}: {counts[verdict]}" for verdict, sign in SIGNS.items() if counts[verdict]
    )


def _head_row(row: Sequence[Any], used: Sequence[int]) -> "HeadedRow":
    """Return what is drawn of a row: the verdict with its sign, the record, and what the columns say."""
    from istanbul_talks.terminal.side_by_side import HeadedRow  # noqa: PLC0415  (rich is slow to import)

    verdict = f"{SIGNS[row[4]]} {row[4]}" if row[4] else ""
    cells = [_format_cell(row[len(NAMES) + i]) for i in used]
    return HeadedRow(verdict, row[2], row[0], cells)


def _format_cell(cell: str | None) -> str:
    """Return what a column says, a line for each answer: the voice, what it says, and the words."""
    lines = []
    for answer in group_answers(decode(cell) or []):
        said = [f"{answer.voice}:" if answer.voice else "", answer.says or ""]
        lines.append(" ".join([*filter(None, said), " … ".join(words for _, words in answer.quotes)]))
    return "\n".join(lines)


def _tell_silence(
    columns: Sequence[str], summed: Sequence[Sequence[Any]], used: Sequence[int]
) -> Iterator[str]:
    """Yield lines on what one column alone tells, and on the columns that say nothing at all."""
    told = [(columns[i], row[3] or KINDS.get(row[1], row[1])) for row in summed for i in _list_filled(row)]
    for column, topics in count_alone(told).items():
        yield f"Only {column}: " + ", ".join(f"{topic} {count}" for topic, count in topics.most_common())
    heard = {*used, *(i for row in summed for i in _list_filled(row))}
    if silent := [column for i, column in enumerate(columns) if i not in heard]:
        yield f"Silent: {', '.join(silent)}"


def _list_filled(row: Sequence[Any]) -> list[int]:
    """Return the positions of the columns that say something in a row."""
    return [i for i, cell in enumerate(row[len(NAMES) :]) if cell]


run = make_row_command(_compare, _draw_comparison, draws_json=True)
