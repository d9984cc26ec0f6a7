"""Every table as a Parquet file, its columns typed and described as in the contract.

After the contract's columns each row names its dataset and the dataset's version, so that the files of many
datasets stack (parquet_stack.py). pyarrow writes the same bytes for the same rows.
"""

import sqlite3
from collections.abc import Iterator, Sequence
from datetime import date
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq

from artifacts.release_context import ReleaseContext
from pipeline.contract import Contract, Field, Table, Value
from pipeline.table_ddl import quote_identifier

TYPES = {"string": pa.string(), "integer": pa.int64(), "number": pa.float64(), "date": pa.date32()}
COMPRESSION = "zstd"
_ROW_GROUP = 100_000  # rows held in memory at a time

ORIGIN_COLUMNS = {
    "dataset": "The dataset of which the row is; ids are unique within it.",
    "dataset_version": "Its version.",
}
"""The columns that follow those of the contract."""


def write_parquet(context: ReleaseContext, folder: Path) -> None:
    """Write one file for each table of the data package into a new folder."""
    write_parquet_tables(context.contract, context.database, folder)


def write_parquet_tables(contract: Contract, database: sqlite3.Connection, folder: Path) -> None:
    """Write one file for each of the contract's tables in a database into a new folder."""
    folder.mkdir()
    for table in contract.tables.values():
        if table.path:
            _write_table(contract, table, database, folder / f"{table.name}.parquet")


def _write_table(contract: Contract, table: Table, database: sqlite3.Connection, path: Path) -> None:
    fields = list(table.fields.values())
    origin = [str(contract.package["name"]), str(contract.package["version"])]
    schema = _build_schema(table, origin)
    columns = ", ".join(quote_identifier(field.name) for field in fields)
    cursor = database.execute(f"SELECT {columns} FROM {quote_identifier(table.name)}")
    with pq.ParquetWriter(path, schema, compression=COMPRESSION) as writer:
        for rows in _read_row_groups(cursor):
            writer.write_table(_build_table(fields, rows, origin, schema))


def _read_row_groups(cursor: sqlite3.Cursor) -> Iterator[list[tuple[Value, ...]]]:
    while rows := cursor.fetchmany(_ROW_GROUP):
        yield rows


def _build_table(
    fields: Sequence[Field], rows: list[tuple[Value, ...]], origin: Sequence[str], schema: pa.Schema
) -> pa.Table:
    columns = zip(fields, zip(*rows, strict=True), strict=True)
    arrays = [_build_array(field, cells) for field, cells in columns]
    repeated = [pa.repeat(pa.scalar(value, pa.string()), len(rows)) for value in origin]
    return pa.Table.from_arrays([*arrays, *repeated], schema=schema)


def _build_array(field: Field, cells: Sequence[Value]) -> pa.Array:
    return pa.array([_convert(field, cell) for cell in cells], TYPES[field.type])


def _build_schema(table: Table, origin: Sequence[str]) -> pa.Schema:
    fields = [
        pa.field(column.name, TYPES[column.type], not column.required, {"description": column.description})
        for column in table.fields.values()
    ]
    fields += [
        pa.field(name, pa.string(), False, {"description": description})
        for name, description in ORIGIN_COLUMNS.items()
    ]
    about = dict(zip(ORIGIN_COLUMNS, origin, strict=True))
    return pa.schema(fields, {"description": table.description, **about})


def _convert(column: Field, value: Value) -> Value | date:
    return date.fromisoformat(str(value)) if column.type == "date" and value is not None else value
