"""Owners: what a row belongs to, up to a record: a row whose id people gave it.

The contract says it without a word of its own: an id that people give has a pattern; any other row belongs
to what the one filled column of its first `exactlyOne` group refers to, else to what its first reference
does. So a mention belongs to a name and with it to an actor, a statement to its demand or claim.
"""

from collections.abc import Iterator
from typing import NamedTuple

from pipeline.contract import Field, Row, Table
from versions.load_version import Version


class Owner(NamedTuple):
    """What a row belongs to: a table and an id."""

    table: str
    id: str


def has_given_ids(table: Table) -> bool:
    """Tell whether people give the ids of a table's rows."""
    column = table.fields.get("id")
    return column is not None and column.pattern is not None


def owners(version: Version, table: Table, row: Row) -> Iterator[Owner]:
    """Yield what a row belongs to, one after the other; the last is a record, or what belongs to nothing."""
    while not has_given_ids(table) and (column := _owning_column(table, row)) and column.references:
        row = version.tables[column.references][(row[column.name],)]
        table = version.contract.tables[column.references]
        yield Owner(table.name, str(row[table.primary_key[0]]))


def _owning_column(table: Table, row: Row) -> Field | None:
    names = table.exactly_one[0] if table.exactly_one else table.fields
    filled = (table.fields[name] for name in names if row[name] is not None)
    return next((column for column in filled if column.references), None)
