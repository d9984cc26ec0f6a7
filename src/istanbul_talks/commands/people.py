"""The people, with every post and spelling that is printed.

\b
Examples:
  talks people --side ACTOR
  talks people --source SOURCE --csv
"""

from istanbul_talks.cli.command_factory import make_listing
from istanbul_talks.cli.filters import filter_by_record, filter_by_side, filter_by_words

HAS_MENTION = """people.id IN (
  SELECT names.actor_id
  FROM names
  JOIN mentions ON mentions.name_id = names.id
  JOIN quotes ON quotes.id = mentions.quote_id
  WHERE {}
)"""
HAS_SIDE = """people.id IN (
  SELECT person_id
  FROM (
    SELECT id AS person_id, id AS side_id FROM people
    UNION ALL
    SELECT actor_id, on_behalf_of_id FROM participants
  ) AS belonging
  WHERE {}
)"""

run = make_listing(
    "people",
    side=filter_by_side("belonging.side_id", "Belonging to, or in an event acting for,", HAS_SIDE),
    source=filter_by_record("quotes.source_id", "sources", "Named in this article.", HAS_MENTION),
    about=filter_by_words("people"),
)
