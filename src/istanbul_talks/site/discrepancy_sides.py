"""The sides of a discrepancy, each with its quotes in context, to be read beside one another."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable
from typing import NamedTuple

from istanbul_talks.database.records import Passage
from istanbul_talks.site.page_sql import read_page_sql

SIDE_QUOTES = "SELECT quote_id FROM discrepancy_side_quotes WHERE side_id = ?"


class Side(NamedTuple):
    """What one side says, its holder (None where the article speaks for itself), and its quotes."""

    says: str
    holder_id: str | None
    holder: str | None
    source_id: str
    article: str
    passages: list[Passage]


def load_sides(db: sqlite3.Connection, discrepancy_id: str, passages: Iterable[Passage]) -> list[Side]:
    """Return the sides of a discrepancy, in their order; `passages` are those of the discrepancy."""
    by_quote = {passage.quote_id: passage for passage in passages}
    sides = []
    rows = db.execute(read_page_sql("discrepancy_sides/sides"), [discrepancy_id]).fetchall()
    for side_id, says, holder_id, holder, source_id, label in rows:
        quotes = {quote_id for (quote_id,) in db.execute(SIDE_QUOTES, [side_id])}
        of_side = [by_quote[quote] for quote in by_quote if quote in quotes]
        sides.append(Side(says, holder_id, holder, source_id, label, of_side))
    return sides
