"""Sorts the rows of a table that were inserted in another order than that of its primary key."""

from sqlite_utils import Database

from pipeline.contract import Table
from pipeline.row_store import natural_key
from pipeline.table_ddl import quote_identifier


def sort_rows(database: Database, table: Table) -> None:
    """Put a table's rows into the natural order of its primary key."""
    database.conn.create_function("natural_key", -1, natural_key, deterministic=True)
    name, key = quote_identifier(table.name), ", ".join(map(quote_identifier, table.primary_key))
    database.execute(f"CREATE TEMP TABLE sorted AS SELECT * FROM main.{name} ORDER BY natural_key({key})")
    database.execute(f"DELETE FROM main.{name}")
    database.execute(f"INSERT INTO main.{name} SELECT * FROM sorted")
    database.execute("DROP TABLE sorted")
