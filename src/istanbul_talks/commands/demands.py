"""What one side wants of another, in whose words.

\b
Examples:
  talks demands --by ACTOR --quantity
  talks demands --stance rejects --json
"""

from istanbul_talks.cli.command_factory import listing
from istanbul_talks.cli.filters import about, below, on_topic, one_of, same, with_quantity

run = listing(
    "demands",
    by=below("demands.demander_id", "Wanted by"),
    of=below("demands.addressee_id", "Wanted of"),
    said_by=below("attributions.holder_id", "Put forward or answered, in the article's words, by"),
    topic=on_topic("demand"),
    in_=one_of("demands.context", "In these talks"),
    kind=one_of("demands.kind", "Of this kind"),
    stance=one_of("statements.stance", "Where the speaker takes this stance"),
    event=same("demands.event_id", "events", "Put forward in this event."),
    source=same("statements.source_id", "sources", "In the words of this article."),
    quantity=with_quantity("demand"),
    about=about("demands"),
)
