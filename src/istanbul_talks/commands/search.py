"""Look for words in all records and sentences of the articles.

The record whose name the words are comes first, then sentences that have a quotation word for
word, then the best matches; 20 unless `--limit` asks for more. Finds a "phrase in quotation
marks", one word OR another, and a prefix*.

\b
Examples:
  talks search "ceasefire OR truce"
  talks search "neutral*" --table demands --limit 5
"""

import sqlite3
from collections.abc import Sequence
from typing import Annotated, Any

import typer

from istanbul_talks.cli.command_factory import make_row_command
from istanbul_talks.cli.completion import complete_table_names
from istanbul_talks.cli.filters import check_record_table
from istanbul_talks.database import full_text
from istanbul_talks.database.named_queries import QueryResult
from istanbul_talks.database.search_query import cut_words
from istanbul_talks.errors import NothingFound

Words = Annotated[list[str], typer.Argument(metavar="WORDS...", help="What to look for.")]
Table = Annotated[
    str | None,
    typer.Option(
        "--table",
        metavar="TABLE",
        help="Only records of this table, or sentences.",
        autocompletion=complete_table_names,
    ),
]


def find_matches(db: sqlite3.Connection, words: Words, table: Table = None) -> QueryResult:
    asked = " ".join(words)
    if table not in {None, full_text.SENTENCES}:
        table = check_record_table(db, table)
    found = full_text.search(db, asked, table)
    full_text.warn_of(found.notes)
    if not found.total:
        raise NothingFound(f"nothing has “{cut_words(asked)}”; {found.hint or 'type a word'}")
    return QueryResult(full_text.Hit._fields, found.hits)


def _draw_matches(_names: Sequence[str], rows: list[Sequence[Any]]) -> None:
    """Draw the hits with the words that were found set off."""
    from istanbul_talks.terminal import hit_list  # noqa: PLC0415  (rich is slow to import)

    hit_list.draw_hits([full_text.Hit(*row) for row in rows])


run = make_row_command(find_matches, _draw_matches, full_text.SHOWN)
