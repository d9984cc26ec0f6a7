"""Columnar: every table as a Parquet file, its columns typed and described as in the contract.

After the contract's columns each row names its dataset and that one's version, so that the files of many
datasets stack (see stacking.py). pyarrow writes the same bytes for the same rows.
"""

import sqlite3
from collections.abc import Iterator, Sequence
from datetime import date
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq

from artifacts.release_context import Edition
from pipeline.contract import Contract, Field, Table, Value
from pipeline.table_ddl import quote_identifier

TYPES = {"string": pa.string(), "integer": pa.int64(), "number": pa.float64(), "date": pa.date32()}
COMPRESSION = "zstd"
GROUP = 100_000  # rows held in memory at a time: a row group

ORIGIN = {
    "dataset": "The dataset of which the row is; ids are unique within it.",
    "dataset_version": "Its version.",
}
"""The columns that follow those of the contract."""


def write_parquet(edition: Edition, folder: Path) -> None:
    """Write one file for each table of the data package into a new folder."""
    write_tables(edition.contract, edition.database, folder)


def write_tables(contract: Contract, database: sqlite3.Connection, folder: Path) -> None:
    """Write one file for each of the contract's tables in a database into a new folder."""
    folder.mkdir()
    for table in contract.tables.values():
        if table.path:
            _write_table(contract, table, database, folder / f"{table.name}.parquet")


def _write_table(contract: Contract, table: Table, database: sqlite3.Connection, path: Path) -> None:
    fields = list(table.fields.values())
    origin = [str(contract.package["name"]), str(contract.package["version"])]
    schema = _schema(table, origin)
    columns = ", ".join(quote_identifier(field.name) for field in fields)
    cursor = database.execute(f"SELECT {columns} FROM {quote_identifier(table.name)}")
    with pq.ParquetWriter(path, schema, compression=COMPRESSION) as writer:
        for rows in _groups(cursor):
            writer.write_table(_columns(fields, rows, origin, schema))


def _groups(cursor: sqlite3.Cursor) -> Iterator[list[tuple[Value, ...]]]:
    while rows := cursor.fetchmany(GROUP):
        yield rows


def _columns(
    fields: Sequence[Field], rows: list[tuple[Value, ...]], origin: Sequence[str], schema: pa.Schema
) -> pa.Table:
    columns = zip(fields, zip(*rows, strict=True), strict=True)
    arrays = [_array(field, cells) for field, cells in columns]
    repeated = [pa.repeat(pa.scalar(value, pa.string()), len(rows)) for value in origin]
    return pa.Table.from_arrays([*arrays, *repeated], schema=schema)


def _array(field: Field, cells: Sequence[Value]) -> pa.Array:
    return pa.array([_value(field, cell) for cell in cells], TYPES[field.type])


def _schema(table: Table, origin: Sequence[str]) -> pa.Schema:
    fields = [
        pa.field(column.name, TYPES[column.type], not column.required, {"description": column.description})
        for column in table.fields.values()
    ]
    fields += [pa.field(name, pa.string(), False, {"description": said}) for name, said in ORIGIN.items()]
    about = dict(zip(ORIGIN, origin, strict=True))
    return pa.schema(fields, {"description": table.description, **about})


def _value(column: Field, value: Value) -> Value | date:
    return date.fromisoformat(str(value)) if column.type == "date" and value is not None else value
