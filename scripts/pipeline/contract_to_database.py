"""Writes the contract into tables of the database, so that readers need no file of the repository."""

import json
import sqlite3
from collections.abc import Iterator

from pipeline.contract import Contract, Table


def add_contract(connection: sqlite3.Connection, contract: Contract) -> None:
    """Fill contract_package, contract_tables, contract_fields and contract_values."""
    for table, rows in (
        ("contract_package", _package_rows(contract)),
        ("contract_tables", _table_rows(contract)),
        ("contract_fields", _field_rows(contract)),
        ("contract_values", _value_rows(contract)),
    ):
        for row in rows:
            marks = ", ".join("?" * len(row))
            connection.execute(f"INSERT INTO {table} VALUES ({marks})", row)


Cells = tuple[object, ...]


def _package_rows(contract: Contract) -> Iterator[Cells]:
    for key, value in contract.package.items():
        yield key, value if isinstance(value, str) else _encode(value)


def _table_rows(contract: Contract) -> Iterator[Cells]:
    for position, table in enumerate(contract.tables.values(), 1):
        kind = "table" if table.path else "database table"
        lists = _encode(table.search_fields), _encode(table.facet_fields)
        keys = _encode(table.primary_key), _encode(table.exactly_one)
        yield table.name, position, kind, table.title, table.description, *keys, table.label_field, *lists
    for position, view in enumerate(contract.views, len(contract.tables) + 1):
        facets = _encode(view.facet_fields)
        yield view.name, position, "view", view.title, view.description, *[None] * 4, facets


def _field_rows(contract: Contract) -> Iterator[Cells]:
    for table in contract.tables.values():
        for position, column in enumerate(table.fields.values(), 1):
            start = table.name, position, column.name, column.type, column.description
            rules = column.required, column.empty, column.pattern
            yield *start, *rules, column.references, column.target


def _value_rows(contract: Contract) -> Iterator[Cells]:
    for table in contract.tables.values():
        yield from _value_rows_of_table(table)


def _value_rows_of_table(table: Table) -> Iterator[Cells]:
    for column in table.fields.values():
        for position, value in enumerate(column.enum, 1):
            goes_with = [other for other, values in column.values_with.items() if value in values]
            yield table.name, column.name, position, value, column.meanings[value], _encode(goes_with)


def _encode(value: object) -> str:
    return json.dumps(value, ensure_ascii=False)
