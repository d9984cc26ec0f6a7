"""Writes the contract into tables of the database, so that readers need no file of the repository."""

import json
from collections.abc import Iterator

from sqlite_utils import Database

from pipeline.contract import Contract, Table

DatabaseRow = dict[str, object]


def add_contract(database: Database, contract: Contract) -> None:
    """Fill contract_package, contract_tables, contract_fields and contract_values."""
    database.table("contract_package").insert_all(_make_package_rows(contract))
    database.table("contract_tables").insert_all([*_make_table_rows(contract), *_make_view_rows(contract)])
    database.table("contract_fields").insert_all(_make_field_rows(contract))
    database.table("contract_values").insert_all(_make_value_rows(contract))


def _make_package_rows(contract: Contract) -> Iterator[DatabaseRow]:
    for key, value in contract.package.items():
        yield {"key": key, "value": value if isinstance(value, str) else _encode(value)}


def _make_table_rows(contract: Contract) -> Iterator[DatabaseRow]:
    for position, table in enumerate(contract.tables.values(), 1):
        yield {
            "name": table.name,
            "position": position,
            "kind": "table" if table.path else "database table",
            "title": table.title,
            "description": table.description,
            "primary_key": _encode(table.primary_key),
            "exactly_one": _encode(table.exactly_one),
            "label_field": table.label_field,
            "search_fields": _encode(table.search_fields),
            "facet_fields": _encode(table.facet_fields),
        }


def _make_view_rows(contract: Contract) -> Iterator[DatabaseRow]:
    for position, view in enumerate(contract.views, len(contract.tables) + 1):
        yield {
            "name": view.name,
            "position": position,
            "kind": "view",
            "title": view.title,
            "description": view.description,
            "facet_fields": _encode(view.facet_fields),
        }


def _make_field_rows(contract: Contract) -> Iterator[DatabaseRow]:
    for table in contract.tables.values():
        for position, column in enumerate(table.fields.values(), 1):
            yield {
                "table_name": table.name,
                "position": position,
                "name": column.name,
                "type": column.type,
                "description": column.description,
                "required": column.required,
                "empty": column.empty,
                "pattern": column.pattern,
                "from_view": column.from_view,
                "references_table": column.references,
                "references_field": column.target,
            }


def _make_value_rows(contract: Contract) -> Iterator[DatabaseRow]:
    for table in contract.tables.values():
        yield from _make_value_rows_of(table)


def _make_value_rows_of(table: Table) -> Iterator[DatabaseRow]:
    for column in table.fields.values():
        for position, value in enumerate(column.enum, 1):
            yield {
                "table_name": table.name,
                "field_name": column.name,
                "position": position,
                "value": value,
                "meaning": column.meanings[value],
                "goes_with": _encode(
                    [other for other, values in column.values_with.items() if value in values]
                ),
            }


def _encode(value: object) -> str:
    return json.dumps(value, ensure_ascii=False)
