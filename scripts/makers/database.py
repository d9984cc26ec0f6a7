"""Database: the SQLite file, made in memory and written out in one go.

`VACUUM INTO` as the last step gives the same bytes for the same rows (with the same version of SQLite).
"""

import sqlite3
from contextlib import closing
from pathlib import Path

from makers.checks import add_checks, run_checks, run_pragmas
from makers.contract import Contract, Row, Table
from makers.ddl import create_indexes, create_table, quoted
from makers.described import describe
from makers.problems import BuildError
from makers.queries import read_queries
from makers.search import add_records, add_search
from makers.tables import Rows

PAGE_SIZE = 4096


def write_database(path: Path, contract: Contract, rows: Rows, *, with_text: bool, draft: bool) -> list[str]:
    """Write the database to a new file; raise BuildError if a constraint or a check finds a fault.

    In a draft what the checks find is returned instead. Without text the table `texts` is emptied once the
    checks, which need it, have run.
    """
    with closing(sqlite3.connect(":memory:", isolation_level=None)) as connection:
        _fill(connection, contract, rows)
        findings = list(run_checks(connection))
        if findings and not draft:
            raise BuildError(findings)
        if not with_text:
            connection.execute("DELETE FROM texts")
        connection.execute("VACUUM INTO ?", [str(path)])
    with closing(sqlite3.connect(f"file:{path}?mode=ro", uri=True)) as written:
        broken = list(run_pragmas(written))
    if broken:
        raise BuildError(broken)
    return findings


def _fill(connection: sqlite3.Connection, contract: Contract, rows: Rows) -> None:
    connection.execute(f"PRAGMA page_size = {PAGE_SIZE}")
    connection.execute("PRAGMA synchronous = OFF")  # the file goes into place only when it is whole
    connection.execute("BEGIN")
    for table in contract.tables.values():
        connection.execute(create_table(table))
        _insert(connection, table, rows[table.name])
        for statement in create_indexes(table):
            connection.execute(statement)
    _create_own_tables(connection)
    describe(connection, contract)
    add_checks(connection)
    for view in read_queries("views"):
        connection.execute(f"CREATE VIEW {quoted(view.name)} AS\n{view.sql}")
    add_records(connection)
    add_search(connection, contract)
    connection.execute("COMMIT")


def _create_own_tables(connection: sqlite3.Connection) -> None:
    for query in read_queries("tables"):
        for statement in query.sql.split(";\n"):
            connection.execute(statement)


def _insert(connection: sqlite3.Connection, table: Table, rows: list[Row]) -> None:
    marks = ", ".join("?" * len(table.fields))
    cells = [tuple(row.values()) for row in rows]
    try:
        connection.executemany(f"INSERT INTO {quoted(table.name)} VALUES ({marks})", cells)
    except sqlite3.IntegrityError as error:
        raise BuildError([f"the contract forbids a row of {table.name}: {error}"]) from error
