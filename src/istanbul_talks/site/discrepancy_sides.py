"""The sides of a disagreement, each with its words in context, to be read beside one another."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable
from typing import NamedTuple

from istanbul_talks.database.records import Passage

SIDES = """
SELECT
  discrepancy_sides.id,
  discrepancy_sides.says,
  discrepancy_sides.holder_id,
  actors.name,
  discrepancy_sides.source_id,
  sources.label
FROM discrepancy_sides
JOIN sources ON sources.id = discrepancy_sides.source_id
LEFT JOIN actors ON actors.id = discrepancy_sides.holder_id
WHERE discrepancy_sides.discrepancy_id = ?
ORDER BY discrepancy_sides.number
"""

QUOTED = "SELECT quote_id FROM discrepancy_side_quotes WHERE side_id = ?"


class Side(NamedTuple):
    """What one side says, who holds it (None where the article speaks for itself), and in which words."""

    says: str
    holder_id: str | None
    holder: str | None
    source_id: str
    article: str
    passages: list[Passage]


def of(db: sqlite3.Connection, discrepancy_id: str, passages: Iterable[Passage]) -> list[Side]:
    """Return the sides of a discrepancy, whose passages are given."""
    by_quote = {passage.quote_id: passage for passage in passages}
    found = []
    for side_id, says, holder_id, holder, source_id, label in db.execute(SIDES, [discrepancy_id]).fetchall():
        quotes = {quote_id for (quote_id,) in db.execute(QUOTED, [side_id])}
        words = [by_quote[quote] for quote in by_quote if quote in quotes]
        found.append(Side(says, holder_id, holder, source_id, label, words))
    return found
