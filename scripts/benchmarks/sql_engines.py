"""Opens a dataset in SQLite, and a release or a stack in DuckDB, for the same queries.

In both every table has the column `dataset`, so that a query can tell the datasets of a stack apart.
"""

import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from pipeline.readonly_database import open_readonly
from pipeline.table_ddl import quote_identifier

if TYPE_CHECKING:
    import duckdb

TABLES = "SELECT name FROM contract_tables WHERE kind = 'table'"


@contextmanager
def open_sqlite(database: Path, dataset: str) -> Iterator[sqlite3.Connection]:
    """Open a database read-only; each of its tables is hidden by a view that adds the dataset's name."""
    with closing(open_readonly(database)) as connection:
        for (table,) in connection.execute(TABLES).fetchall():
            named = f"SELECT '{dataset}' AS dataset, * FROM main.{quote_identifier(table)}"
            connection.execute(f"CREATE TEMP VIEW {quote_identifier(table)} AS {named}")
        yield connection


@contextmanager
def open_duckdb(parquet: Path) -> "Iterator[duckdb.DuckDBPyConnection]":
    """Read a folder with a file a table (a release's parquet/), or with a folder a table (a stack)."""
    import duckdb  # noqa: PLC0415  (of the extra `interop`)

    with duckdb.connect() as connection:
        for path in parquet.glob("[!.]*"):
            files = f"{path}/*/*.parquet" if path.is_dir() else str(path)
            name = quote_identifier(path.stem)
            connection.execute(
                f"CREATE VIEW {name} AS FROM read_parquet('{files}', hive_partitioning = true)"
            )
        yield connection
