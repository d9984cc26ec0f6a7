"""Look for words in all records at once.

The record whose name the words are comes first, then the best matches; 20 unless
`--limit` asks for more. Finds a "phrase in quotation marks", one word OR another, and a prefix*.

\b
Examples:
  talks search "ceasefire OR truce"
  talks search "neutral*" --table demands --limit 5
"""

import sqlite3
from collections.abc import Sequence
from itertools import chain
from typing import Annotated, Any

import typer

from istanbul_talks.cli.command_factory import make_row_command
from istanbul_talks.cli.completion import complete_table_names
from istanbul_talks.cli.filters import check_record_table
from istanbul_talks.database import full_text
from istanbul_talks.database.named_queries import QueryResult
from istanbul_talks.errors import NothingFound

Words = Annotated[list[str], typer.Argument(metavar="WORDS...", help="What to look for.")]
Table = Annotated[
    str | None,
    typer.Option(
        "--table", metavar="TABLE", help="Only records of this table.", autocompletion=complete_table_names
    ),
]


def find_matches(db: sqlite3.Connection, words: Words, table: Table = None) -> QueryResult:
    asked = " ".join(words)
    full_text.warn_of_cut(asked)
    asked = full_text.cut_words(asked)
    found = full_text.search_records(db, asked, check_record_table(db, table) if table else None)
    first = next(iter(found.rows), None)
    if first is None:
        raise NothingFound(f"nothing has “{asked}”{full_text.suggest_spelling(db, asked)}")
    return found._replace(rows=chain([first], found.rows))


def _draw_matches(names: Sequence[str], rows: list[Sequence[Any]]) -> None:
    """Draw the matches with the words that were found set off."""
    from istanbul_talks.terminal import table_drawing  # noqa: PLC0415  (rich is slow to import)

    table_drawing.draw_table(
        names, [[*row[:-1], table_drawing.highlight(row[-1], full_text.HIGHLIGHT)] for row in rows]
    )


run = make_row_command(find_matches, _draw_matches, full_text.SHOWN)
