"""The articles, and what each says about itself.

\b
Examples:
  talks sources
  talks sources --columns id,publisher,published --json
"""

from istanbul_talks.filters import about, one_of
from istanbul_talks.running import listing

run = listing("sources", extent=one_of("sources.extent", "Of this extent"), about=about("sources"))
