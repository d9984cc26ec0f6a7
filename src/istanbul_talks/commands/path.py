"""Where the database is.

\b
Examples:
  talks path
  sqlite3 "$(talks path)" .tables
"""

import typer


def run(ctx: typer.Context) -> None:
    print(ctx.obj)
