"""Look for words in all records and sentences of the articles.

The record whose name the words are comes first, then sentences that have a quotation word for
word, then the best matches; 20 unless `--limit` asks for more. Finds a "phrase in quotation
marks", one word OR another, and a prefix*.

\b
Examples:
  talks search "ceasefire OR truce"
  talks search "neutral*" --table demands --from 2022
"""

import sqlite3
from collections.abc import Sequence
from typing import Annotated, Any

import typer

from istanbul_talks.cli.command_factory import (
    DATABASE_PARAMETER,
    list_options,
    make_row_command,
    set_signature,
    warn_of_more,
)
from istanbul_talks.cli.completion import complete_table_names, make_id_completer
from istanbul_talks.cli.filters import PeriodFilter, check_record_table
from istanbul_talks.database import full_text
from istanbul_talks.database.lookup import identify
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
Source = Annotated[
    str | None,
    typer.Option(
        "--source",
        metavar="SOURCE",
        help="In the words of this article.",
        autocompletion=make_id_completer("sources"),
    ),
]
PERIOD = PeriodFilter("{0}")

IN_SOURCE = """
SELECT table_name, row_id FROM evidence WHERE source_id = :source
UNION ALL SELECT 'sentences', id FROM sentences WHERE source_id = :source
"""
DATED = "SELECT table_name, row_id FROM search_dates WHERE {}"
"""The SQL of what happened, was put or was said within a time; a sentence where somebody in it spoke then."""


def _find_matches(
    db: sqlite3.Connection, words: Words, table: Table = None, source: Source = None, **given: Any
) -> QueryResult:
    asked, period, most = " ".join(words), (given["from_"], given["to"]), given.get("most")
    is_narrowed = source is not None or any(period)
    if table not in {None, full_text.SENTENCES}:
        table = check_record_table(db, table)
    shown = full_text.UNLIMITED if is_narrowed or most is None else most
    found = full_text.search(db, asked, table, shown)
    full_text.warn_of(found.notes)
    if not found.total:
        raise NothingFound(f"nothing has “{cut_words(asked)}”; {found.hint or 'type a word'}")
    hits = found.hits
    if not is_narrowed:
        warn_of_more(found.total, most)
    if source:
        in_source = set(db.execute(IN_SOURCE, {"source": identify(db, "sources", source)}))
        hits = [hit for hit in hits if (hit.table, hit.id) in in_source]
    hits, note = select_within(db, hits, *period)
    full_text.warn_of(filter(None, [note]))
    return QueryResult(full_text.Hit._fields, hits)


def select_within(
    db: sqlite3.Connection, hits: list[full_text.Hit], first: str | None, last: str | None
) -> tuple[list[full_text.Hit], str]:
    """Return the hits that may lie within a time, and how many have no date, in words."""
    within = PERIOD.make_condition(db, first, last)
    if not within:
        return hits, ""
    dated = set(map(tuple, db.execute(DATED.format("TRUE"))))
    kept = set(map(tuple, db.execute(DATED.format(within.sql), within.values)))
    undated = sum((hit.table, hit.id) not in dated for hit in hits)
    note = f"hits left out because nothing dates them: {undated}" if undated else ""
    return [hit for hit in hits if (hit.table, hit.id) in kept], note


def _draw_matches(_names: Sequence[str], rows: list[Sequence[Any]]) -> None:
    """Draw the hits with the words that were found set off."""
    from istanbul_talks.terminal import hit_list  # noqa: PLC0415  (rich is slow to import)

    hit_list.draw_hits([full_text.Hit(*row) for row in rows])


run = make_row_command(
    set_signature(
        _find_matches, DATABASE_PARAMETER, [*list_options(_find_matches), *PERIOD.make_options("period")]
    ),
    _draw_matches,
    full_text.SHOWN,
)
