"""The tables, or the columns of one and what they mean.

\b
Examples:
  talks schema
  talks schema demands
"""

import sqlite3
from typing import Annotated

import typer

from istanbul_talks.cli.command_factory import make_row_command
from istanbul_talks.cli.completion import complete_table_names
from istanbul_talks.database.named_queries import QueryResult, read_result
from istanbul_talks.errors import NothingFound

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


@make_row_command
def run(db: sqlite3.Connection, table: Table = None) -> QueryResult:
    if table is None:
        return read_result(db.execute(TABLES))
    found = db.execute("SELECT kind FROM contract_tables WHERE name = ?", [table]).fetchone()
    if found is None:
        raise NothingFound(f"there is no table “{table}”; `talks schema` lists them")
    return read_result(db.execute(VIEW_COLUMNS if found == ("view",) else COLUMNS, [table]))
