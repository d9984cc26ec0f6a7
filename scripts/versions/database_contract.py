"""The contract of a database, read from the tables in which the database describes itself.

They lack what only a build needs: defaults, minimums, and which values go with which column.
"""

import json
import sqlite3
from collections.abc import Iterator
from typing import Any

from pipeline.contract import Contract, Field, Table, View


def read_database_contract(connection: sqlite3.Connection) -> Contract:
    """Return the contract of a talks database, on a connection whose row factory is sqlite3.Row."""
    declared = connection.execute("SELECT * FROM contract_tables ORDER BY position").fetchall()
    tables = [_read_table(connection, row) for row in declared if row["kind"] != "view"]
    views = [_read_view(row) for row in declared if row["kind"] == "view"]
    package = connection.execute("SELECT key, value FROM contract_package")
    return Contract(
        dict(tuple(row) for row in package), {table.name: table for table in tables}, tuple(views)
    )


def _read_view(row: Any) -> View:
    return View(row["name"], row["title"], row["description"], tuple(json.loads(row["facet_fields"])))


def _read_table(connection: sqlite3.Connection, row: Any) -> Table:
    return Table(
        name=row["name"],
        title=row["title"],
        description=row["description"],
        path=f"data/{row['name']}.csv" if row["kind"] == "table" else None,
        fields={field.name: field for field in _read_fields(connection, row["name"])},
        primary_key=tuple(json.loads(row["primary_key"])),
        exactly_one=tuple(tuple(group) for group in json.loads(row["exactly_one"])),
        label_field=row["label_field"],
        search_fields=tuple(json.loads(row["search_fields"])),
        facet_fields=tuple(json.loads(row["facet_fields"])),
    )


def _read_fields(connection: sqlite3.Connection, table: str) -> Iterator[Field]:
    fields = "SELECT * FROM contract_fields WHERE table_name = ? ORDER BY position"
    values = (
        "SELECT value, meaning FROM contract_values WHERE table_name = ? AND field_name = ? ORDER BY position"
    )
    for row in connection.execute(fields, [table]).fetchall():
        meanings = dict(tuple(value) for value in connection.execute(values, [table, row["name"]]))
        name = row["name"]
        yield Field(
            name=name,
            key=name.removesuffix("_id") if row["references_table"] else name,
            type=row["type"],
            description=row["description"],
            required=bool(row["required"]),
            enum=tuple(meanings),
            meanings=meanings,
            pattern=row["pattern"],
            minimum=None,
            empty=row["empty"],
            default=None,
            values_with={},
            every_source=(),
            of_kind=(),
            from_view=row["from_view"] if "from_view" in row.keys() else None,  # noqa: SIM118  (a Row is no dict)
            references=row["references_table"],
            target=row["references_field"],
        )
