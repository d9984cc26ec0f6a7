"""Sorts the rows of a table that were inserted in another order than that of its primary key."""

import sqlite3

from pipeline.contract import Table
from pipeline.row_store import natural_key
from pipeline.table_ddl import quote_identifier


def sort_rows(connection: sqlite3.Connection, table: Table) -> None:
    """Put a table's rows into the natural order of its primary key."""
    connection.create_function("natural_key", -1, natural_key, deterministic=True)
    name, key = (
        quote_identifier(table.name),
        ", ".join(quote_identifier(column) for column in table.primary_key),
    )
    connection.execute(f"CREATE TEMP TABLE sorted AS SELECT * FROM main.{name} ORDER BY natural_key({key})")
    connection.execute(f"DELETE FROM main.{name}")
    connection.execute(f"INSERT INTO main.{name} SELECT * FROM sorted")
    connection.execute("DROP TABLE sorted")
