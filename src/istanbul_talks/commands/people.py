"""The people, with every post and spelling that is printed.

\b
Examples:
  talks people --side ACTOR
  talks people --source SOURCE --csv
"""

from istanbul_talks.cli.command_factory import make_listing
from istanbul_talks.cli.filters import filter_by_record, filter_by_side, filter_by_value, filter_by_words

HAS_MENTION = """people.id IN (
  SELECT names.actor_id
  FROM names
  JOIN mentions ON mentions.name_id = names.id
  JOIN quotes ON quotes.id = mentions.quote_id
  WHERE {}
)"""
HAS_ROLE = "people.id IN (SELECT person_id FROM roles WHERE {})"

run = make_listing(
    "people",
    side=filter_by_side("people.id", "Belonging to"),
    source=filter_by_record("quotes.source_id", "sources", "Named in this article.", HAS_MENTION),
    in_=filter_by_value("roles.context", "In this capacity", HAS_ROLE),
    about=filter_by_words("people"),
)
