"""The people, with every post and spelling that is printed.

\b
Examples:
  talks people --side ACTOR
  talks people --source SOURCE --csv
"""

from istanbul_talks.cli.command_factory import listing
from istanbul_talks.cli.filters import about, below, one_of, same

MENTIONED = """people.id IN (
  SELECT names.actor_id
  FROM names
  JOIN mentions ON mentions.name_id = names.id
  JOIN quotes ON quotes.id = mentions.quote_id
  WHERE {}
)"""
IN_A_ROLE = "people.id IN (SELECT person_id FROM roles WHERE {})"

run = listing(
    "people",
    side=below("people.id", "Belonging to"),
    source=same("quotes.source_id", "sources", "Named in this article.", MENTIONED),
    in_=one_of("roles.context", "In this capacity", IN_A_ROLE),
    about=about("people"),
)
