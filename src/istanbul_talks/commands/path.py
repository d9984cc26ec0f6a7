"""Where the database is.

\b
Examples:
  talks path
  sqlite3 "$(talks path)" .tables
"""

import typer

from istanbul_talks import database


def run(ctx: typer.Context) -> None:
    print(database.locate(ctx.obj))
