"""The records to which rows belong; a record is a row whose id was given by people.

This follows from the contract: ids given by people have a pattern; any other row belongs to the target of the
one filled column in its first `exactlyOne` group, else to the target of its first reference. So a mention
belongs to a name and with it to an actor, a statement to its demand or claim.
"""

from collections.abc import Iterator
from typing import NamedTuple

from pipeline.contract import Field, Row, Table
from versions.dataset_version import Version


class Owner(NamedTuple):
    """The table and id of a row to which others belong."""

    table: str
    id: str


def has_given_ids(table: Table) -> bool:
    """Return whether the ids of a table's rows are given by people."""
    column = table.fields.get("id")
    return column is not None and column.pattern is not None


def list_owners(version: Version, table: Table, row: Row) -> Iterator[Owner]:
    """Yield the owners of a row from the nearest on; the last is a record, or a row without an owner."""
    while not has_given_ids(table) and (column := _find_owning_column(table, row)) and column.references:
        row = version.tables[column.references][(row[column.name],)]
        table = version.contract.tables[column.references]
        yield Owner(table.name, str(row[table.primary_key[0]]))


def _find_owning_column(table: Table, row: Row) -> Field | None:
    names = table.exactly_one[0] if table.exactly_one else table.fields
    filled = (table.fields[name] for name in names if row[name] is not None)
    return next((column for column in filled if column.references), None)
