"""The quoted words, each with what it is evidence for.

\b
Examples:
  talks quotes --by ACTOR --mode direct
  talks quotes --source SOURCE --for roles
"""

from istanbul_talks.cli.command_factory import listing
from istanbul_talks.cli.filters import below, evidence_for, one_of, same

STATED = """quotes.id IN (
  SELECT statements.quote_id
  FROM statements
  JOIN attributions ON attributions.id = statements.attribution_id
  WHERE {}
)"""

run = listing(
    "quotes",
    by=below("attributions.holder_id", "Spoken or meant by", STATED),
    mode=one_of("statements.mode", "In this kind of speech", STATED),
    source=same("quotes.source_id", "sources", "In this article."),
    for_=evidence_for(),
)
