"""The tables, or the columns of one and what they mean.

\b
Examples:
  talks schema
  talks schema demands
"""

import sqlite3
from typing import Annotated

import typer

from istanbul_talks.cli.command_factory import lists
from istanbul_talks.cli.completion import completing_tables
from istanbul_talks.database.named_queries import Answer, answer
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
    typer.Argument(metavar="[TABLE]", help="A table or view.", autocompletion=completing_tables),
]


@lists
def run(db: sqlite3.Connection, table: Table = None) -> Answer:
    if table is None:
        return answer(db.execute(TABLES))
    found = db.execute("SELECT kind FROM contract_tables WHERE name = ?", [table]).fetchone()
    if found is None:
        raise NothingFound(f"there is no table “{table}”; `talks schema` lists them")
    return answer(db.execute(VIEW_COLUMNS if found == ("view",) else COLUMNS, [table]))
