"""Where the database is.

\b
Examples:
  talks path
  sqlite3 "$(talks path)" .tables
"""

import typer

from istanbul_talks.database import connection


def run(ctx: typer.Context) -> None:
    print(connection.locate_database(ctx.obj))
