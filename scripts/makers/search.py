"""Search: a full-text index over the records, and one over every table that declares fields to search."""

import sqlite3
from collections.abc import Iterable

from makers.contract import Contract
from makers.ddl import quoted
from makers.queries import read_queries


def add_records(connection: sqlite3.Connection) -> None:
    """Fill record_texts, one query for each table of records."""
    for query in read_queries("records"):
        connection.execute(f"INSERT INTO record_texts (table_name, row_id, label, text) {query.sql}")


def add_search(connection: sqlite3.Connection, contract: Contract) -> None:
    """Create and fill the indexes. They hold no text of their own: each reads its table by rowid."""
    _index(connection, "record_texts", "records_fts", ["label", "text"])
    for table in contract.tables.values():
        if table.search_fields:
            _index(connection, table.name, f"{table.name}_fts", table.search_fields)


def _index(connection: sqlite3.Connection, table: str, index: str, fields: Iterable[str]) -> None:
    columns = ", ".join(quoted(name) for name in fields)
    # The double quotes around the content table are those by which Datasette finds the index.
    options = f"content={quoted(table)}, tokenize='unicode61 remove_diacritics 2'"
    connection.execute(f"CREATE VIRTUAL TABLE {quoted(index)} USING fts5({columns}, {options})")
    connection.execute(f"INSERT INTO {quoted(index)} ({quoted(index)}) VALUES ('rebuild')")  # noqa: S608
