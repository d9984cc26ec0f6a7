"""The tables, what their columns mean, and the database's path.

\b
Examples:
  talks schema demands
  sqlite3 "$(talks schema --path)" .tables
"""

import sqlite3
from typing import Annotated

import typer

from istanbul_talks.cli.command_factory import make_row_command
from istanbul_talks.cli.completion import complete_table_names
from istanbul_talks.database import connection
from istanbul_talks.database.declared_tables import find_kind
from istanbul_talks.database.named_queries import QueryResult, read_result

TABLES = "SELECT name, kind, title, description FROM contract_tables ORDER BY position"

COLUMNS = """
SELECT
  name AS "column",
  type,
  CASE required WHEN 1 THEN 'yes' ELSE 'no' END AS required,
  references_table AS "refers to",
  description,
  empty AS "when empty",
  (SELECT group_concat(value || ': ' || meaning, char(10))
   FROM (SELECT value, meaning FROM contract_values
         WHERE table_name = contract_fields.table_name AND field_name = contract_fields.name
         ORDER BY position)) AS "values"
FROM contract_fields
WHERE table_name = ?
ORDER BY position
"""

VIEW_COLUMNS = 'SELECT name AS "column" FROM pragma_table_info(?) ORDER BY cid'

Table = Annotated[
    str | None,
    typer.Argument(metavar="[TABLE]", help="A table or view.", autocompletion=complete_table_names),
]


def _print_path(ctx: typer.Context, wanted: bool) -> None:
    """Print where the database is, and end."""
    if wanted:
        typer.echo(connection.locate_database(ctx.obj))
        raise typer.Exit


PathOption = Annotated[
    bool, typer.Option("--path", callback=_print_path, is_eager=True, help="Print where the database is.")
]


@make_row_command
def run(db: sqlite3.Connection, table: Table = None, path: PathOption = False) -> QueryResult:
    if table is None:
        return read_result(db.execute(TABLES))
    columns = VIEW_COLUMNS if find_kind(db, table) == "view" else COLUMNS
    return read_result(db.execute(columns, [table]))
