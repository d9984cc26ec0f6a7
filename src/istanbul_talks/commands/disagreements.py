"""Where the articles contradict each other or themselves.

\b
Examples:
  talks disagreements --topic TOPIC
  talks disagreements --columns id,sides
"""

from istanbul_talks.cli.command_factory import make_listing
from istanbul_talks.cli.filters import filter_by_record, filter_by_topic, filter_by_value, filter_by_words

HAS_SIDE = "discrepancies.id IN (SELECT discrepancy_id FROM discrepancy_sides WHERE {})"

run = make_listing(
    "disagreements",
    topic=filter_by_topic("discrepancies"),
    kind=filter_by_value("discrepancies.kind", "Of this kind"),
    scope=filter_by_value("discrepancies.scope", "Between articles or within one"),
    status=filter_by_value("discrepancies.status", "Of this status"),
    source=filter_by_record(
        "discrepancy_sides.source_id", "sources", "With a side in this article.", HAS_SIDE
    ),
    about=filter_by_words("discrepancies"),
)
