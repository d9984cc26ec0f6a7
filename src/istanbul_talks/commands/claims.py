"""What is put forward as true, and who denies it.

\b
Examples:
  talks claims --by ACTOR
  talks claims --contested --columns id,claim
"""

import sqlite3
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from json import loads
from typing import Any

from istanbul_talks.cli.command_factory import make_listing
from istanbul_talks.cli.filters import (
    filter_by_record,
    filter_by_speaker,
    filter_by_talks,
    filter_by_time_said,
    filter_by_topic,
    filter_by_value,
    filter_by_words,
    filter_contested,
    filter_with_quantity,
)
from istanbul_talks.cli.listings import Listing
from istanbul_talks.database import compact_rows

Claim = dict[str, Any]

LAST = "9999"
"""Sorts after every date."""

OTHERS, UNDATED = "Other topics", "On no day that the articles name"

FEW = 3
"""Claims below which a topic has no heading of its own."""

IN_TALKS = """claims.event_id IN ({0}) OR statements.id IN (
  SELECT statement_id FROM occasions WHERE event_id IN ({0})
)"""


def _draw_claims(
    db: sqlite3.Connection, options: Mapping[str, Any], names: Sequence[str], rows: list[Sequence[Any]]
) -> None:
    """Draw the claims with their voices: by topic, or those of one speaker by the day."""
    from istanbul_talks.terminal.grouped_list import Entry, Group, draw_groups, make_footer  # noqa: PLC0415

    listed = {row[0]: dict(zip(names, row, strict=True)) for row in rows}
    shorten = compact_rows.make_shortener(db)
    entries = {}
    for claim in compact_rows.load_compact_rows(db, "claims", listed):
        details = _list_details(listed[claim["id"]]) if options["with_words"] else []
        entries[claim["id"]] = Entry(shorten(claim["voices"]) + claim["proposition"], claim["id"], details)
    if options["sort"]:
        grouped = {"": list(entries)}
    elif options["by"]:
        grouped = _group_by_date(db, listed)
    else:
        grouped = _group_by_topic(db, listed)
    groups = [Group(heading, [entries[i] for i in ids]) for heading, ids in grouped.items()]
    draw_groups(groups, make_footer(len(rows), "claim", options))


def _group_by_date(db: sqlite3.Connection, rows: Mapping[str, Claim]) -> dict[str, list[str]]:
    """Return the ids of the claims by the date on which they were first said, in order of time."""
    query = "SELECT date FROM statement_dates WHERE claim_id = ? AND earliest = ? ORDER BY latest LIMIT 1"
    groups: dict[str, list[str]] = {}
    for row in sorted(rows.values(), key=lambda row: (row["earliest"] or LAST, row["id"])):
        date = db.execute(query, [row["id"], row["earliest"]]).fetchone()
        groups.setdefault(date[0][:1].upper() + date[0][1:] if date else UNDATED, []).append(row["id"])
    return groups


def _group_by_topic(db: sqlite3.Connection, ids: Iterable[str]) -> dict[str, list[str]]:
    """Return the ids of the claims by topic: that of most claims, then that of most others, and so on."""
    topics = {row["id"]: loads(row["topics"]) for row in compact_rows.load_compact_rows(db, "claims", ids)}
    groups: dict[str, list[str]] = {}
    while topics:
        numbers = Counter(topic for own in topics.values() for topic in own)
        most = max(sorted(numbers), key=numbers.__getitem__) if numbers else OTHERS
        if not numbers or (numbers[most] < FEW and groups):
            return {**groups, OTHERS: list(topics)}
        groups[most] = [row_id for row_id, own in topics.items() if most in own]
        topics = {row_id: own for row_id, own in topics.items() if most not in own}
    return groups


def _list_details(row: Claim) -> list[tuple[str, str]]:
    """Return what else is told of a claim: its kind, date and events, then each statement's words."""
    told = "; ".join(filter(None, [row["kind"], row["when"], row["event"], row.get("as one of")]))
    return [(told[:1].upper() + told[1:], ""), *compact_rows.list_words(row["words"])]


LISTING = Listing(
    "claims",
    by=filter_by_speaker("claim", "Asserted, denied or questioned by"),
    period=filter_by_time_said("claim"),
    topic=filter_by_topic("claims"),
    in_=filter_by_talks(IN_TALKS, "About, or said in,"),
    kind=filter_by_value("claims.kind", "Of this kind"),
    stance=filter_by_value("statements.stance", "Where the speaker takes this stance"),
    mode=filter_by_value("statements.mode", "In this kind of speech"),
    contested=filter_contested(),
    source=filter_by_record("statements.source_id", "sources", "In the words of this article."),
    quantity=filter_with_quantity("claim"),
    about=filter_by_words("claims"),
)

run = make_listing(LISTING, _draw_claims)
