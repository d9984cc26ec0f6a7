"""Described: the contract as tables of the database, so that readers need no file of the repository."""

import json
import sqlite3
from collections.abc import Iterator

from pipeline.contract import Contract, Table


def describe(connection: sqlite3.Connection, contract: Contract) -> None:
    """Fill contract_package, contract_tables, contract_fields and contract_values."""
    for table, rows in (
        ("contract_package", _package(contract)),
        ("contract_tables", _tables(contract)),
        ("contract_fields", _fields(contract)),
        ("contract_values", _values(contract)),
    ):
        for row in rows:
            marks = ", ".join("?" * len(row))
            connection.execute(f"INSERT INTO {table} VALUES ({marks})", row)


Cells = tuple[object, ...]


def _package(contract: Contract) -> Iterator[Cells]:
    for key, value in contract.package.items():
        yield key, value if isinstance(value, str) else _json(value)


def _tables(contract: Contract) -> Iterator[Cells]:
    for position, table in enumerate(contract.tables.values(), 1):
        kind = "table" if table.path else "database table"
        lists = _json(table.search_fields), _json(table.facet_fields)
        keys = _json(table.primary_key), _json(table.exactly_one)
        yield table.name, position, kind, table.title, table.description, *keys, table.label_field, *lists
    for position, view in enumerate(contract.views, len(contract.tables) + 1):
        facets = _json(view.facet_fields)
        yield view.name, position, "view", view.title, view.description, *[None] * 4, facets


def _fields(contract: Contract) -> Iterator[Cells]:
    for table in contract.tables.values():
        for position, column in enumerate(table.fields.values(), 1):
            start = table.name, position, column.name, column.type, column.description
            rules = column.required, column.empty, column.pattern
            yield *start, *rules, column.references, column.target


def _values(contract: Contract) -> Iterator[Cells]:
    for table in contract.tables.values():
        yield from _table_values(table)


def _table_values(table: Table) -> Iterator[Cells]:
    for column in table.fields.values():
        for position, value in enumerate(column.enum, 1):
            goes_with = [other for other, values in column.values_with.items() if value in values]
            yield table.name, column.name, position, value, column.meanings[value], _json(goes_with)


def _json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False)
