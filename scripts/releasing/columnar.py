"""Columnar: every table as a Parquet file, its columns typed and described as in the contract.

Each file names dataset and version in its metadata. pyarrow writes the same bytes for the same rows.
"""

from datetime import date
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq

from makers.contract import Field, Table, Value
from releasing.edition import Edition

TYPES = {"string": pa.string(), "integer": pa.int64(), "number": pa.float64(), "date": pa.date32()}
COMPRESSION = "zstd"


def write_parquet(edition: Edition, folder: Path) -> None:
    """Write one file for each table of the data package into a new folder."""
    folder.mkdir()
    for table in edition.contract.tables.values():
        if table.path:
            pq.write_table(
                _columns(edition, table), folder / f"{table.name}.parquet", compression=COMPRESSION
            )


def _columns(edition: Edition, table: Table) -> pa.Table:
    schema = _schema(edition, table)
    rows = list(edition.table(table.name))
    arrays = [
        pa.array([_value(column, row[column.name]) for row in rows], TYPES[column.type])
        for column in table.fields.values()
    ]
    return pa.Table.from_arrays(arrays, schema=schema)


def _schema(edition: Edition, table: Table) -> pa.Schema:
    about = {"dataset": edition.name, "version": str(edition.contract.package["version"])}
    fields = [
        pa.field(column.name, TYPES[column.type], not column.required, {"description": column.description})
        for column in table.fields.values()
    ]
    return pa.schema(fields, {"description": table.description, **about})


def _value(column: Field, value: Value) -> Value | date:
    return date.fromisoformat(str(value)) if column.type == "date" and value is not None else value
