"""What happened, was planned or is alleged, along a timeline.

\b
Examples:
  talks events --from 2022-03 --to 2022-12
  talks events --by ACTOR --status occurred
"""

import sqlite3
from collections.abc import Mapping, Sequence
from typing import Any

from istanbul_talks.cli.command_factory import make_listing
from istanbul_talks.cli.filters import (
    filter_by_actor,
    filter_by_period,
    filter_by_record,
    filter_by_topic,
    filter_by_value,
    filter_by_words,
)
from istanbul_talks.cli.listings import Listing

PARTICIPATION = """events.id IN (
  SELECT event_id
  FROM (
    SELECT event_id, actor_id FROM participants
    UNION ALL
    SELECT event_id, on_behalf_of_id FROM participants
  ) AS present
  WHERE {}
)"""
PARTICIPANTS = """
  SELECT actor_id FROM participants WHERE event_id = events.id
  UNION ALL
  SELECT on_behalf_of_id FROM participants WHERE event_id = events.id
"""
QUOTED_IN = """events.id IN (
  SELECT event_quotes.event_id
  FROM event_quotes
  JOIN quotes ON quotes.id = event_quotes.quote_id
  WHERE {}
)"""


def _draw_axis(
    _db: sqlite3.Connection, options: Mapping[str, Any], names: Sequence[str], rows: list[Sequence[Any]]
) -> None:
    """Draw the events on a time axis, as a table where another order is asked for."""
    from istanbul_talks.terminal import table_drawing, time_axis  # noqa: PLC0415  (rich is slow to import)
    from istanbul_talks.terminal.grouped_list import draw_groups, make_footer  # noqa: PLC0415

    if options["sort"]:
        table_drawing.draw_table(names, rows)
    else:
        time_axis.draw_time_axis(names, rows, options["with_words"])
        draw_groups([], make_footer(len(rows), "event", options))


LISTING = Listing(
    "events",
    period=filter_by_period(),
    by=filter_by_actor("present.actor_id", "By or with", PARTICIPANTS, PARTICIPATION),
    topic=filter_by_topic("events"),
    kind=filter_by_value("events.kind", "Of this kind"),
    status=filter_by_value("events.status", "Of this status"),
    source=filter_by_record("quotes.source_id", "sources", "Told in this article.", QUOTED_IN),
    about=filter_by_words("events"),
)

run = make_listing(LISTING, _draw_axis)
