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
from collections.abc import Iterator, Mapping
from functools import lru_cache
from pathlib import Path
from typing import Any, NamedTuple

from pipeline.contract_rules import check_contract
from pipeline.json_documents import JsonDocument
from pipeline.problems import BuildError, Problems
from pipeline.seed_files import read_utf8
from pipeline.table_declarations import Declared, Field, Row, Table, Value, View, locate

__all__ = ["Contract", "Field", "Row", "Table", "Value", "View", "locate", "parse_contract", "read_contract"]

NOT_ABOUT_ALL = ("$schema", "resources", "database")
"""What a contract has that says nothing about the dataset as such."""


class Contract(NamedTuple):
    """The whole declaration, of the file `path`. `package` holds what it says about the dataset as such."""

    package: Mapping[str, Any]
    tables: Mapping[str, Table]
    views: tuple[View, ...]
    path: str = ""


def read_contract(path: Path) -> Contract:
    """Return the contract declared in the data package `path`; raise BuildError with all that is wrong."""
    problems = Problems()
    source = read_utf8(path, problems)
    problems.raise_blocking(draft=False)
    return _read_source(path, source)


@lru_cache(maxsize=4)
def _read_source(path: Path, source: str | None) -> Contract:
    """Return the contract that a file of this text declares; kept for those who build many times."""
    problems = Problems()
    document = JsonDocument(path, problems)
    document.source = source
    if document.tree is not None:
        check_contract(document.root)
    problems.raise_blocking(draft=False)
    return _make_contract(document.tree, str(path))


def parse_contract(text: str, name: str) -> Contract:
    """Return the contract of another version, which a text declares; BuildError where it is none."""
    try:
        return _make_contract(json.loads(text), name)
    except (ValueError, LookupError, TypeError, AttributeError) as error:
        raise BuildError([f"{name} is no contract of a dataset: {type(error).__name__}: {error}"]) from error


def _make_contract(package: dict[str, Any], name: str) -> Contract:
    declared = [*package["resources"], *package["database"]["tables"]]
    tables = [_parse_table(table, name) for table in declared]
    return Contract(
        package={key: value for key, value in package.items() if key not in NOT_ABOUT_ALL},
        tables=Declared({table.name: table for table in tables}, name),
        views=tuple(map(_parse_view, package["database"]["views"])),
        path=name,
    )


def _parse_view(declared: dict[str, Any]) -> View:
    facets = tuple(declared.get("facetFields", []))
    return View(declared["name"], declared["title"], declared["description"], facets)


def _parse_table(declared: dict[str, Any], path: str) -> Table:
    schema = declared["schema"]
    return Table(
        name=declared["name"],
        title=declared["title"],
        description=declared["description"],
        path=declared.get("path"),
        fields=Declared({field.name: field for field in _parse_fields(schema)}, path, declared["name"]),
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
