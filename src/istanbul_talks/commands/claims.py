"""What is put forward as true, and who denies it.

\b
Examples:
  talks claims --by ACTOR
  talks claims --stance denies --columns id,claim,who
"""

from istanbul_talks.cli.command_factory import listing
from istanbul_talks.cli.filters import about, below, on_topic, one_of, same, with_quantity

run = listing(
    "claims",
    by=below("attributions.holder_id", "Asserted, denied or questioned by"),
    topic=on_topic("claim"),
    kind=one_of("claims.kind", "Of this kind"),
    stance=one_of("statements.stance", "Where the speaker takes this stance"),
    event=same("claims.event_id", "events", "About this event."),
    source=same("statements.source_id", "sources", "In the words of this article."),
    quantity=with_quantity("claim"),
    about=about("claims"),
)
