"""What the dataset tells at a place of an article, and what is said against it: sentences with voices.

What does not belong here: to whom a draft gives words (speakers.py).
"""

import json
import sqlite3
from collections.abc import Iterator
from functools import lru_cache
from itertools import chain, groupby, zip_longest
from typing import NamedTuple

from istanbul_talks.check.findings import ArticlePlace, Told
from istanbul_talks.database.named_queries import read_sql
from istanbul_talks.text.markup import strip_markup
from istanbul_talks.text.running_text import put_in_quotes

EDGE = 2
"""Characters at either end of a place that need not be covered: marks and the full stop within them."""

LAST_READ = 4
"""How many places' statements are kept: who speaks there, what is told and denied is asked one by one."""


class PlacedStatement(NamedTuple):
    """A statement at a place: the place's number, whether its words cover the place, and which these are."""

    place: int
    covers: bool
    quote_id: str
    statement_id: str
    told: Told


def find_told(db: sqlite3.Connection, places: tuple[ArticlePlace, ...]) -> tuple[Told, ...]:
    """Return what is told at places, each sentence once: first the narrowest statement of each place.

    A further statement of the same record stands behind the first of each.
    Where no statement stands, the events, posts and participations are told, else the sentence itself, by
    the article's author.
    """
    told = {number: list(group) for number, group in groupby(_load_statements(db, places), lambda s: s.place)}
    found = (
        [statement.told for statement in told[number]] if number in told else _find_records(db, place)
        for number, place in enumerate(places)
    )
    ordered = dict.fromkeys(filter(None, chain.from_iterable(zip_longest(*found))))
    firsts = {each.row_id: each for each in reversed(ordered)}
    return tuple(sorted(ordered, key=lambda each: each is not firsts[each.row_id]))


def find_denials(db: sqlite3.Connection, places: tuple[ArticlePlace, ...]) -> tuple[Told, ...]:
    """Return what is said against what is told first at places, with who denies or rejects it."""
    statements = json.dumps([statement.statement_id for statement in load_nearest(db, places)])
    denials = db.execute(read_sql("with_parameters/place_denials"), {"statements": statements})
    others = db.execute(read_sql("with_parameters/place_disagreements"), {"places": json.dumps(places)})
    return tuple(Told(sentence, table, row_id) for table, row_id, sentence in chain(denials, others))


def load_nearest(db: sqlite3.Connection, places: tuple[ArticlePlace, ...]) -> Iterator[PlacedStatement]:
    """Yield the statements of each place whose words cover it most narrowly; where none does, all."""
    for _, group in groupby(_load_statements(db, places), lambda statement: statement.place):
        first, *others = group
        yield first
        yield from (other for other in others if not first.covers or other.quote_id == first.quote_id)


def load_covering(db: sqlite3.Connection, places: tuple[ArticlePlace, ...]) -> Iterator[PlacedStatement]:
    """Yield the statements of each place whose words cover it; where none does, all that stand there."""
    for _, group in groupby(_load_statements(db, places), lambda statement: statement.place):
        found = list(group)
        yield from [statement for statement in found if statement.covers] or found


@lru_cache(maxsize=LAST_READ)
def _load_statements(db: sqlite3.Connection, places: tuple[ArticlePlace, ...]) -> list[PlacedStatement]:
    """Return the statements at places, in the order in which they are told."""
    values = {"places": json.dumps(places), "edge": EDGE}
    rows = db.execute(read_sql("with_parameters/place_statements"), values)
    return [
        PlacedStatement(number, bool(covers), quote_id, statement_id, Told(sentence, table, row_id, occasion))
        for number, covers, quote_id, statement_id, table, row_id, sentence, occasion in rows
    ]


def _find_records(db: sqlite3.Connection, place: ArticlePlace) -> list[Told]:
    """Return the other records at a place, or its sentence, told by the article's author."""
    values = place._asdict()
    rows = db.execute(read_sql("with_parameters/place_records"), values)
    found = [Told(sentence, table, row_id) for table, row_id, sentence in rows]
    return found or [
        Told(
            f"{voice}: {put_in_quotes(strip_markup([words])[0].strip())}" if words else voice,
            "sentences",
            row_id,
        )
        for row_id, voice, words in db.execute(read_sql("with_parameters/place_sentence"), values)
    ]
