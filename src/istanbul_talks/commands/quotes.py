"""The quoted words, each with what it is evidence for.

\b
Examples:
  talks quotes --by ACTOR --mode direct
  talks quotes --source SOURCE --for roles
"""

from istanbul_talks.cli.command_factory import make_listing
from istanbul_talks.cli.filters import filter_by_actor, filter_by_evidence, filter_by_record, filter_by_value

HAS_STATEMENT = """quotes.id IN (
  SELECT statements.quote_id
  FROM statements
  JOIN attributions ON attributions.id = statements.attribution_id
  WHERE {}
)"""

SPEAKERS = """
  SELECT attributions.holder_id
  FROM statements
  JOIN attributions ON attributions.id = statements.attribution_id
  WHERE statements.quote_id = quotes.id
"""

run = make_listing(
    "quotes",
    by=filter_by_actor("attributions.holder_id", "Spoken or meant by", SPEAKERS, HAS_STATEMENT),
    mode=filter_by_value("statements.mode", "In this kind of speech", HAS_STATEMENT),
    source=filter_by_record("quotes.source_id", "sources", "In this article."),
    for_=filter_by_evidence(),
)
