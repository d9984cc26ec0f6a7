"""Let DuckDB read the SQLite database, and count the rows of every table that has a CSV.

Usage: python duckdb_sqlite.py DATABASE
"""

import json
import sys

import duckdb
import duckdb_extensions

(database,) = sys.argv[1:]
duckdb_extensions.import_extension("sqlite_scanner")
duckdb.execute(f"ATTACH '{database}' AS talks (TYPE sqlite, READ_ONLY)")
names = duckdb.execute("SELECT name FROM talks.contract_tables WHERE kind = 'table'").fetchall()
counts = {name: duckdb.execute(f'SELECT count(*) FROM talks."{name}"').fetchall()[0][0] for (name,) in names}
print(json.dumps(counts))
