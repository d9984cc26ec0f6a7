"""What is put forward as true, and who denies it.

\b
Examples:
  talks claims --by ACTOR
  talks claims --contested --columns id,claim
"""

from collections.abc import Sequence
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

IN_TALKS = """claims.event_id IN ({0}) OR statements.id IN (
  SELECT statement_id FROM occasions WHERE event_id IN ({0})
)"""


def _draw_claims(names: Sequence[str], rows: list[Sequence[Any]]) -> None:
    """Draw the claims without the bare propositions, which their sentences have."""
    from istanbul_talks.terminal import table_drawing  # noqa: PLC0415  (rich is slow to import)

    bare = list(names).index("proposition")
    kept, *drawn = ([*row[:bare], *row[bare + 1 :]] for row in [names, *rows])
    table_drawing.draw_table(kept, drawn)


run = make_listing(
    "claims",
    _draw_claims,
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
