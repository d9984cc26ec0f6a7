"""What happened, was planned or is alleged, along a time axis.

\b
Examples:
  talks events --from 2022-03 --to 2022-12
  talks events --actor ACTOR --status occurred
"""

from collections.abc import Sequence
from typing import Any

from istanbul_talks.cli.command_factory import listing
from istanbul_talks.cli.filters import about, below, on_topic, one_of, same, since, until

TAKING_PART = "events.id IN (SELECT event_id FROM participants WHERE {})"
TOLD = """events.id IN (
  SELECT event_quotes.event_id
  FROM event_quotes
  JOIN quotes ON quotes.id = event_quotes.quote_id
  WHERE {}
)"""


def _along_axis(names: Sequence[str], rows: list[Sequence[Any]]) -> None:
    """Draw the events on a time axis."""
    from istanbul_talks.terminal import time_axis  # noqa: PLC0415  (rich is slow to import)

    time_axis.draw(names, rows)


run = listing(
    "events",
    _along_axis,
    from_=since("events"),
    to=until("events"),
    actor=below("participants.actor_id", "With", TAKING_PART),
    topic=on_topic("event"),
    kind=one_of("events.kind", "Of this kind"),
    status=one_of("events.status", "Of this status"),
    source=same("quotes.source_id", "sources", "Told in this article.", TOLD),
    about=about("events"),
)
