"""The articles, and what each says about itself.

\b
Examples:
  talks sources
  talks sources --columns id,publisher,published --json
"""

from istanbul_talks.cli.command_factory import make_listing
from istanbul_talks.cli.filters import filter_by_value, filter_by_words

run = make_listing(
    "sources", extent=filter_by_value("sources.extent", "Of this extent"), about=filter_by_words("sources")
)
