"""Holds the rows of every table while they are derived, each complete and in the contract's columns."""

import re
from collections.abc import Mapping

from pipeline.contract import Contract, Field, Row, Table, Value
from pipeline.yaml_documents import Entry

Key = tuple[Value, ...]
Cells = tuple[Value, ...]
Rows = Mapping[str, list[Cells]]
"""The cells of each row by table, in the contract's columns and in order of the primary key."""

SHARED = ("actor_members", "participants")  # what several articles may tell as one row
NUMBER = re.compile(r"\d+")
KEY_END, NUMBER_START = "\x01", "\x02"  # both before every character of an id


class RowStore:
    """Rows by table and primary key."""

    def __init__(self, contract: Contract) -> None:
        self.contract = contract
        self._rows: dict[str, dict[Key, Row]] = {name: {} for name in contract.tables}
        self._makers: dict[tuple[str, Key], Entry] = {}

    @property
    def entries(self) -> dict[Value, Entry]:
        """By the first column of its key, the entry that a row was first made of."""
        return {key[0]: entry for (_, key), entry in reversed(self._makers.items())}

    def add(self, table: str, entry: Entry | None = None, /, **derived: Value) -> Row:
        """Add the row that an entry and the derived columns make, and return it.

        A column takes the derived value, else what the entry has under its key, else the contract's default.
        A second entry for a primary key is a problem, unless several articles may tell the same (`SHARED`).
        """
        declared = self.contract.tables[table]
        written = entry.value if entry and isinstance(entry.value, dict) else {}
        row = _complete_row(declared, written, derived)
        key = tuple(row[column] for column in declared.primary_key)
        known = self._rows[table].setdefault(key, row)
        first = self._makers.setdefault((table, key), entry) if entry else None
        if entry and first and first is not entry:
            told = table in SHARED or first.value == entry.value  # the very same is told on reading
            if known != row or not told:
                name = " ".join(map(str, key))
                entry.problem(
                    f"a second row of {table} with the id {name}, see {first.location}; "
                    "quote other words, or merge the two"
                )
        return known

    def sorted_rows(self, table: str) -> list[Row]:
        """Return a table's rows in order of the primary key, numbers within ids counted as numbers."""
        rows = self._rows[self.contract.tables[table].name]
        return [rows[key] for key in sorted(rows, key=lambda key: natural_key(*key))]

    def to_rows(self) -> Rows:
        """Return the rows of every table that has some, in order."""
        return {
            table: [tuple(row.values()) for row in self.sorted_rows(table)]
            for table, rows in self._rows.items()
            if rows
        }

    def get(self, table: str, *key: Value) -> Row | None:
        """Return the row with this primary key, or None."""
        return self._rows[self.contract.tables[table].name].get(key)


def _complete_row(table: Table, written: Mapping[str, Value], derived: Mapping[str, Value]) -> Row:
    row: Row = {
        name: derived[name] if name in derived else written.get(column.key, _get_default(column))
        for name, column in table.fields.items()
    }
    for name in derived.keys() - row.keys():
        table.fields[name]  # which says that it is not declared
    return row


def _get_default(column: Field) -> Value:
    """Return what a column has that is not written; one that is filled from a view has nothing yet."""
    return "" if column.from_view and column.required else column.default


def natural_key(*key: Value) -> str:
    """Return a text to sort a key by, under which a_9-12 comes before a_10-11."""
    return NUMBER.sub(_pad_number, KEY_END.join(map(str, key)))


def _pad_number(number: re.Match[str]) -> str:
    """Return a number as text that sorts by value: its length, as a character, then its digits."""
    digits = number[0].lstrip("0")
    return f"{NUMBER_START}{chr(len(digits) + 1)}{digits}"
