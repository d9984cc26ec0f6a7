"""Where the articles contradict each other or themselves.

\b
Examples:
  talks disagreements --kind name
  talks disagreements --columns id,sides
"""

from istanbul_talks.cli.command_factory import listing
from istanbul_talks.cli.filters import about, one_of, same

ON_A_SIDE = "discrepancies.id IN (SELECT discrepancy_id FROM discrepancy_sides WHERE {})"

run = listing(
    "disagreements",
    kind=one_of("discrepancies.kind", "Of this kind"),
    scope=one_of("discrepancies.scope", "Between articles or within one"),
    status=one_of("discrepancies.status", "Of this status"),
    source=same("discrepancy_sides.source_id", "sources", "With a side in this article.", ON_A_SIDE),
    about=about("discrepancies"),
)
