"""What one side wants of another, in whose words.

\b
Examples:
  talks demands --by ACTOR --quantity
  talks demands --stance rejects --json
"""

from istanbul_talks.cli.command_factory import make_listing
from istanbul_talks.cli.filters import (
    LeftOut,
    filter_by_actor,
    filter_by_record,
    filter_by_speaker,
    filter_by_talks,
    filter_by_time_said,
    filter_by_topic,
    filter_by_value,
    filter_by_words,
    filter_with_quantity,
)
from istanbul_talks.database.named_queries import Condition

IN_TALKS = """demands.event_id IN ({0}) OR demands.id IN (
  SELECT demand_id FROM occasions WHERE event_id IN ({0})
)"""
MAKERS = "SELECT actor_id FROM demand_makers WHERE demand_id = demands.id"
IS_MADE = "demands.id IN (SELECT demand_id FROM demand_makers WHERE {})"
TO_NOBODY = LeftOut(
    Condition("demands.addressee_id IS NULL"), "because they name nobody of whom they are wanted"
)

run = make_listing(
    "demands",
    by=filter_by_actor("demand_makers.actor_id", "Wanted by", MAKERS, IS_MADE),
    of=filter_by_actor("demands.addressee_id", "Wanted of", "demands.addressee_id", left_out=TO_NOBODY),
    said_by=filter_by_speaker("demand", "Put forward or answered, in the article's words, by"),
    period=filter_by_time_said("demand", "demands.event_id"),
    topic=filter_by_topic("demands"),
    in_=filter_by_talks(IN_TALKS, "First put, repeated or answered in"),
    kind=filter_by_value("demands.kind", "Of this kind"),
    stance=filter_by_value("statements.stance", "Where the speaker takes this stance"),
    mode=filter_by_value("statements.mode", "In this kind of speech"),
    source=filter_by_record("statements.source_id", "sources", "In the words of this article."),
    quantity=filter_with_quantity("demand"),
    about=filter_by_words("demands"),
)
