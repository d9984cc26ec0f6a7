"""The sheets of the workbook for readers: their columns, and their rows in words.

The rows are those of the named queries that `talks` and the site ask, one for each statement on a demand or
claim and each side of a disagreement, with its voice before it. Nothing is worded here. How a sheet is drawn:
excel_workbook.py.
"""

import json
import sqlite3
from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Any, Literal, NamedTuple

from istanbul_talks.database import named_queries
from istanbul_talks.text.running_text import format_running_text

Row = Mapping[str, Any]

_LAST = "~"
"""Sorts after every date and name."""

_TOPICS = """
WITH named AS (
  SELECT demand_id AS row_id, name FROM demand_topics JOIN topics ON topics.id = topic_id
  UNION ALL
  SELECT claim_id, name FROM claim_topics JOIN topics ON topics.id = topic_id
  ORDER BY row_id, name
)
SELECT row_id, group_concat(name, '; ') FROM named GROUP BY row_id
"""

_DATES = """
SELECT coalesce(statements.claim_id, statements.demand_id), quote_id, voice, date, earliest
FROM statement_dates JOIN statements ON statements.id = statement_id
"""


class SheetColumn(NamedTuple):
    """A column of a sheet: its header, the key of its value in a row, its width in characters, its look."""

    header: str
    key: str
    width: int
    look: Literal["text", "day", "id"] = "text"


class Sheet(NamedTuple):
    """A sheet: the named query it shows, its columns, and the order of its rows, else that of the query.

    `parts` is the query's column of JSON that holds the statements or sides of a record. The first `kept`
    columns stay in view.
    """

    query: str
    columns: Sequence[SheetColumn]
    kept: int
    parts: str | None = None
    order: Callable[[Row], Any] | None = None

    @property
    def name(self) -> str:
        """Its name in the workbook."""
        return self.query.capitalize()


_VOICE = SheetColumn("who says it", "voice", 26)
_WORDS = SheetColumn("in whose words", "words", 36)
_SAID = SheetColumn("when said", "said", 14)
_EARLIEST_SAID = SheetColumn("earliest day", "said_earliest", 12, "day")
_TOPIC_NAMES = SheetColumn("topics", "topics", 14)
_ARTICLE = SheetColumn("article", "source", 18)
_ID = SheetColumn("id", "id", 14, "id")

SHEETS = (
    Sheet(
        "demands",
        (
            _VOICE,
            SheetColumn("what is wanted", "demand", 32),
            _WORDS,
            SheetColumn("who wants it", "by", 14),
            SheetColumn("of whom", "of", 12),
            SheetColumn("in which talks", "in", 16),
            _SAID,
            _EARLIEST_SAID,
            _TOPIC_NAMES,
            SheetColumn("kind", "kind", 9),
            _ARTICLE,
            _ID,
        ),
        kept=2,
        parts="words",
    ),
    Sheet(
        "claims",
        (
            _VOICE,
            SheetColumn("what is claimed", "proposition", 34),
            _WORDS,
            _TOPIC_NAMES,
            SheetColumn("events", "event", 20),
            _SAID,
            _EARLIEST_SAID,
            SheetColumn("kind", "kind", 9),
            _ARTICLE,
            _ID,
        ),
        kept=2,
        parts="words",
        order=lambda row: (row["topics"] or _LAST, row["earliest"] or _LAST, row["id"]),
    ),
    Sheet(
        "events",
        (
            SheetColumn("when", "in words", 20),
            SheetColumn("alleged by", "alleged by", 14),
            SheetColumn("event", "event", 34),
            SheetColumn("earliest day", "earliest", 12, "day"),
            SheetColumn("latest day", "latest", 12, "day"),
            SheetColumn("date as printed", "printed", 20),
            SheetColumn("place", "place", 14),
            SheetColumn("who took part", "participants", 30),
            SheetColumn("status", "status", 12),
            SheetColumn("kind", "kind", 12),
            SheetColumn("articles", "sources", 20),
            _ID,
        ),
        kept=3,
    ),
    Sheet(
        "disagreements",
        (
            SheetColumn("disagreement", "disagreement", 24),
            _VOICE,
            SheetColumn("what is said", "says", 24),
            _WORDS,
            _ARTICLE,
            SheetColumn("kind", "kind", 12),
            SheetColumn("between or within articles", "scope", 11),
            SheetColumn("status", "status", 12),
            SheetColumn("what is known of it", "rationale", 40),
            _ID,
        ),
        kept=2,
        parts="sides",
    ),
    Sheet(
        "people",
        (
            SheetColumn("name", "name", 24),
            SheetColumn("side", "side", 16),
            SheetColumn("posts", "posts", 60),
            SheetColumn("names as printed", "spellings", 50),
            SheetColumn("times named", "mentions", 9),
            SheetColumn("id", "id", 24, "id"),
        ),
        kept=1,
    ),
)


def list_rows(db: sqlite3.Connection, sheet: Sheet) -> list[Row]:
    """Return the rows of a sheet, by key, in its order."""
    names, found = named_queries.run_query(db, sheet.query)
    topics, dates = dict(db.execute(_TOPICS)), {row[:3]: row[3:] for row in db.execute(_DATES)}
    articles = dict(db.execute("SELECT id, label FROM sources"))
    rows: list[Row] = []
    for record in (dict(zip(names, cells, strict=True)) for cells in found):
        for part in json.loads(record[sheet.parts]) if sheet.parts else [{}]:
            said, earliest = dates.get((record["id"], part.get("quote"), part.get("voice")), (None, None))
            added = {"topics": topics.get(record["id"]), "said": said, "said_earliest": earliest}
            rows.append(dict(_tell_in_words({**record, **added, **part}, articles)))
    return sorted(rows, key=sheet.order) if sheet.order else rows


def _tell_in_words(row: Row, articles: Mapping[str, str]) -> Iterator[tuple[str, Any]]:
    """Yield the values of a row by key: articles by their labels, words as a quotation, no underscores."""
    for key, value in row.items():
        if value and key in ("source", "sources"):
            yield key, "; ".join(articles[source] for source in value.split(", "))
        elif value and key == "words":
            words = " ".join(value.split())
            yield key, format_running_text(f"“{words}”" if "quote" in row else words)
        elif value and key in ("kind", "status"):
            yield key, value.replace("_", " ")
        else:
            yield key, value
