"""The articles, and what each says about itself.

\b
Examples:
  talks sources
  talks sources --columns id,publisher,published --json
"""

from istanbul_talks.cli.command_factory import listing
from istanbul_talks.cli.filters import about, one_of

run = listing("sources", extent=one_of("sources.extent", "Of this extent"), about=about("sources"))
