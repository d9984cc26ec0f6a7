"""The tables, fields and views that a contract declares, and where it declares them.

What does not belong here: reading a contract (contract.py), and what it may hold (contract_rules.py).
"""

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import NamedTuple, TypeVar

from pipeline.json_documents import JsonDocument
from pipeline.problems import BuildError, Problems
from pipeline.yaml_documents import Entry

Value = str | int | float | None
Row = dict[str, Value]


class Field(NamedTuple):
    """A column.

    `key` is its name in a coding file, where a reference drops its `_id`; `references` is the table a foreign
    key points to, `target` the column there.
    """

    name: str
    key: str
    type: str
    description: str
    required: bool
    enum: tuple[str, ...]
    meanings: Mapping[str, str]
    pattern: str | None
    minimum: float | None
    empty: str | None
    default: str | None
    values_with: Mapping[str, tuple[str, ...]]
    every_source: tuple[str, ...]
    of_kind: tuple[str, ...]
    from_view: str | None
    references: str | None
    target: str | None


Named = TypeVar("Named")


class Declared(dict[str, Named]):
    """The tables of a contract, or the fields of a table, by name; what is looked up and missing is told."""

    def __init__(self, named: Mapping[str, Named], path: str, table: str = "") -> None:
        super().__init__(named)
        self.path, self.table = path, table

    def __missing__(self, name: str) -> Named:
        part = f"table {self.table}" if self.table else "contract"
        place = locate(self.path, [self.table])
        raise BuildError([f"{place}: the {part} declares no {name!r}, which the build makes; declare it"])

    def __reduce__(self) -> tuple[object, ...]:
        return Declared, (dict(self), self.path, self.table)


class Table(NamedTuple):
    """A table; `path` is its CSV, None for a table that is in the database only."""

    name: str
    title: str
    description: str
    path: str | None
    fields: Mapping[str, Field]
    primary_key: tuple[str, ...]
    exactly_one: tuple[tuple[str, ...], ...]
    label_field: str | None
    search_fields: tuple[str, ...]
    facet_fields: tuple[str, ...]


class View(NamedTuple):
    """A view of the database; its query is in scripts/sql/views/."""

    name: str
    title: str
    description: str
    facet_fields: tuple[str, ...]


def list_tables(root: Entry) -> list[Entry]:
    """Return the entries of all tables, those of data/ first."""
    return [*root["resources"].items(), *root["database"]["tables"].items()]


def locate(path: str, names: Sequence[str]) -> str:
    """Return file and line of the table that is among some names, and of its field that is; else line 1."""
    found = JsonDocument(Path(path), Problems()).root
    tables = [table for table in list_tables(found) if table.value["name"] in names]
    fields = [field for table in tables[:1] for field in table["schema"]["fields"].items()]
    named = [field for field in fields if field.value["name"] in names]
    return next(iter([*named, *tables, found])).location
