"""The topics, and how much is coded under each.

\b
Examples:
  talks topics
  talks topics --sort -demands --limit 5
"""

from istanbul_talks.cli.command_factory import make_listing

run = make_listing("topics")
