"""Ordering: the rows of a table that came in another order than that of its primary key."""

import sqlite3

from pipeline.contract import Table
from pipeline.row_tables import natural
from pipeline.table_ddl import quoted


def sort_rows(connection: sqlite3.Connection, table: Table) -> None:
    """Put a table's rows into the natural order of its primary key."""
    connection.create_function("natural_key", -1, natural, deterministic=True)
    name, key = quoted(table.name), ", ".join(quoted(column) for column in table.primary_key)
    connection.execute(f"CREATE TEMP TABLE sorted AS SELECT * FROM main.{name} ORDER BY natural_key({key})")
    connection.execute(f"DELETE FROM main.{name}")
    connection.execute(f"INSERT INTO main.{name} SELECT * FROM sorted")
    connection.execute("DROP TABLE sorted")
