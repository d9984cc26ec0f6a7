"""Tables: the rows of every table while they are being made, each complete and in the contract's columns."""

import re
from collections.abc import Mapping

from makers.contract import Contract, Row, Table, Value
from makers.documents import Entry

Key = tuple[Value, ...]
Rows = Mapping[str, list[Row]]
NUMBER = re.compile(r"(\d+)")


class Tables:
    """Rows by table and primary key."""

    def __init__(self, contract: Contract) -> None:
        self.contract = contract
        self._rows: dict[str, dict[Key, Row]] = {name: {} for name in contract.tables}

    def add(self, table: str, entry: Entry | None = None, /, **derived: Value) -> Row:
        """Add the row that an entry and the derived columns make, and return it; the same row twice is one.

        A column takes the derived value, else what the entry has under its key, else the contract's default.
        Two different rows with one primary key are a problem of the entry.
        """
        declared = self.contract.tables[table]
        written = entry.value if entry and isinstance(entry.value, dict) else {}
        row = _complete(declared, written, derived)
        key = tuple(row[column] for column in declared.primary_key)
        known = self._rows[table].setdefault(key, row)
        if known != row and entry:
            name = " ".join(str(value) for value in key)
            entry.problem(
                f"a second, different row of {table} with the id {name}; quote other words, or merge the two"
            )
        return known

    def of(self, table: str) -> list[Row]:
        """Return a table's rows in order of the primary key, numbers within ids counted as numbers."""
        rows = self._rows[table]
        return [rows[key] for key in sorted(rows, key=natural)]

    def finished(self) -> Rows:
        """Return the rows of every table, in order."""
        return {table: self.of(table) for table in self._rows}

    def get(self, table: str, *key: Value) -> Row | None:
        """Return the row with this primary key, or None."""
        return self._rows[table].get(key)


def _complete(table: Table, written: Mapping[str, Value], derived: Mapping[str, Value]) -> Row:
    row: Row = {
        name: derived[name] if name in derived else written.get(column.key, column.default)
        for name, column in table.fields.items()
    }
    unknown = derived.keys() - row.keys()
    if unknown:
        raise KeyError(f"{table.name} has no column {', '.join(sorted(unknown))}")
    return row


def natural(key: Key) -> list[list[str | int]]:
    """Return a sort key under which a_9-12 comes before a_10-11."""
    return [
        [int(part) if number % 2 else part for number, part in enumerate(NUMBER.split(str(value)))]
        for value in key
    ]
