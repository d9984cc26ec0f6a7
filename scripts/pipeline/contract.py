"""The contract: datapackage.json, read into tables, fields and views.

Everything that names a column, an allowed value or a key asks here. What does not belong here: what a
coding file may hold (seed_rules.py), and how a table is created (table_ddl.py).

Besides the Data Package standard the contract uses a few keys of its own: on a field `meanings` (of its
enumeration), `empty` (what an empty cell means), `default` (what a coding means that leaves it out),
`valuesWith` (which values go with which filled column), `everySource` (the values of which every article
has a row), `ofKind` (the kinds of record a reference may go
to) and `fromView` (the view from whose column of that name the build fills it, by `id`); on a schema
`exactlyOne` (groups of columns of which one is filled); on a table `labelField`, `searchFields` and
`facetFields` (the last on a view, too); and `database`, the tables and views that are not in data/. Of the
standard's own, `id`, the DOI, and `homepage`, where the static edition is, are empty until there is one.
"""

import json
import re
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any, NamedTuple

from pipeline.problems import BuildError

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


class Contract(NamedTuple):
    """The whole declaration. `package` holds what it says about the dataset as such."""

    package: Mapping[str, Any]
    tables: Mapping[str, Table]
    views: tuple[View, ...]


def read_contract(path: Path) -> Contract:
    """Return the contract declared in the data package `path`.

    Raises BuildError if it is not JSON, or leaves open what an empty cell of a column means.
    """
    text = path.read_text(encoding="utf-8")
    contract = parse_contract(text, str(path))
    unexplained = [
        f"{path}:{_find_line(text, table.name, field.name)}: {field.name} of {table.name} may be empty; "
        "say under `empty` what an empty cell means"
        for table in contract.tables.values()
        for field in table.fields.values()
        if not field.required and field.empty is None
    ]
    if faults := [*_find_unlike_addresses(path, text, contract.package), *unexplained]:
        raise BuildError(faults)
    return contract


ADDRESSES = {"homepage": (r"https?://\S+", "https://…"), "id": (r"10\.\d+/\S+", "a DOI, 10.…/…")}
"""The properties that may be empty, with the form of their value."""


def _find_unlike_addresses(path: Path, text: str, package: Mapping[str, Any]) -> Iterator[str]:
    """Yield a message for each address that is none."""
    for name, (pattern, form) in ADDRESSES.items():
        value = package.get(name, "")
        if value != "" and not re.fullmatch(pattern, str(value)):
            line = text.count("\n", 0, text.index(f'"{name}":')) + 1
            yield f"{path}:{line}: {name} is {value!r}; write {form}, or leave it empty"


def parse_contract(text: str, name: str) -> Contract:
    """Return the contract that a text declares; raise BuildError, with its name, if it is not JSON."""
    try:
        package = json.loads(text)
    except json.JSONDecodeError as error:
        raise BuildError([f"{name}:{error.lineno}: this is not JSON: {error.msg}"]) from error
    resources, database = package.pop("resources"), package.pop("database")
    package.pop("$schema")
    tables = [_parse_table(declared) for declared in [*resources, *database["tables"]]]
    return Contract(
        package=package,
        tables={table.name: table for table in tables},
        views=tuple(map(_parse_view, database["views"])),
    )


def _find_line(text: str, *names: str) -> int:
    """Return the line of the last of these names, each of which is declared after the one before."""
    place = 0
    for name in names:
        place = text.index(f'"name": {json.dumps(name)}', place)
    return text.count("\n", 0, place) + 1


def _parse_view(declared: dict[str, Any]) -> View:
    facets = tuple(declared.get("facetFields", []))
    return View(declared["name"], declared["title"], declared["description"], facets)


def _parse_table(declared: dict[str, Any]) -> Table:
    schema = declared["schema"]
    return Table(
        name=declared["name"],
        title=declared["title"],
        description=declared["description"],
        path=declared.get("path"),
        fields={field.name: field for field in _parse_fields(schema)},
        primary_key=tuple(schema["primaryKey"]),
        exactly_one=tuple(tuple(group) for group in schema.get("exactlyOne", [])),
        label_field=declared.get("labelField"),
        search_fields=tuple(declared.get("searchFields", [])),
        facet_fields=tuple(declared.get("facetFields", [])),
    )


def _parse_fields(schema: dict[str, Any]) -> Iterator[Field]:
    references = {key["fields"][0]: key["reference"] for key in schema.get("foreignKeys", [])}
    for declared in schema["fields"]:
        constraints = declared.get("constraints", {})
        reference = references.get(declared["name"])
        name = declared["name"]
        yield Field(
            name=name,
            key=name.removesuffix("_id") if reference else name,
            type=declared["type"],
            description=declared["description"],
            required=constraints.get("required", False),
            enum=tuple(constraints.get("enum", [])),
            meanings=declared.get("meanings", {}),
            pattern=constraints.get("pattern"),
            minimum=constraints.get("minimum"),
            empty=declared.get("empty"),
            default=declared.get("default"),
            values_with={column: tuple(values) for column, values in declared.get("valuesWith", {}).items()},
            every_source=tuple(declared.get("everySource", [])),
            of_kind=tuple(declared.get("ofKind", [])),
            from_view=declared.get("fromView"),
            references=reference["resource"] if reference else None,
            target=reference["fields"][0] if reference else None,
        )
