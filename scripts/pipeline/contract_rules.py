"""What datapackage.json may hold: the keys of each part with their values, and what each name must stand for.

The rules are those of entries of YAML files (entry_rules.py). What does not belong here: what the keys mean
(contract.py).
"""

import re
from collections.abc import Callable, Collection, Iterator, Mapping
from datetime import datetime
from typing import NamedTuple

from pipeline.entry_rules import BITS, ListRule, MappingRule, Rule, WordsRule, is_number, suggest_nearest
from pipeline.identifiers import Identifiers
from pipeline.table_declarations import list_tables
from pipeline.yaml_documents import Entry

SHOWN = 60
"""How many characters of a wrong value are shown."""


class ValueRule(NamedTuple):
    """A value for which a condition holds; `wanted` says in words which."""

    fits: Callable[[object], bool]
    wanted: str
    required: bool = False

    def check(self, entry: Entry, ids: Identifiers) -> bool:
        """Check the condition."""
        fits = self.fits(entry.value)
        if not fits:
            name = next(key for key in reversed(entry.keys) if isinstance(key, str))
            entry.problem(f"{name} is {repr(entry.value)[:SHOWN]}; write {self.wanted}")
        return fits


class SomeRule(NamedTuple):
    """A list of at least one entry, each once."""

    item: Rule
    required: bool = False

    def check(self, entry: Entry, ids: Identifiers) -> bool:
        """Check every entry."""
        if entry.value == []:
            entry.problem("at least one is wanted here; write it, or leave the key out")
        return ListRule(self.item).check(entry, ids) and entry.value != []


class ByNameRule(NamedTuple):
    """Values of one kind under names that are checked elsewhere."""

    item: Rule
    required: bool = False

    def check(self, entry: Entry, ids: Identifiers) -> bool:
        """Check every value."""
        names = entry.value if isinstance(entry.value, dict) else ()
        return MappingRule(dict.fromkeys(names, self.item)).check(entry, ids)


def _fit(pattern: str, *, required: bool = True) -> ValueRule:
    def fits(value: object) -> bool:
        return isinstance(value, str) and re.fullmatch(pattern, value) is not None

    return ValueRule(fits, f"words that fit {pattern}", required)


def _fit_or_empty(pattern: str, form: str) -> ValueRule:
    return _fit(f"(?:{pattern})?", required=False)._replace(wanted=f"{form}, or leave it empty")


def _is_moment(value: object) -> bool:
    try:
        return isinstance(value, str) and datetime.fromisoformat(value).tzinfo is not None
    except ValueError:
        return False


def _is_pattern(value: object) -> bool:
    try:
        return isinstance(value, str) and bool(re.compile(value))
    except re.error:
        return False


def _is_one_name(value: object) -> bool:
    return isinstance(value, list) and len(value) == 1 and NAME.fits(value[0])


WORDS, MORE_WORDS = WordsRule(), WordsRule(required=False)
SOME_WORDS = SomeRule(WORDS)
EMPTY_OR_WORDS = ValueRule(lambda value: isinstance(value, str), "words, or none between the quotation marks")
FLAG = ValueRule(lambda value: isinstance(value, bool), "true or false")
NUMBER = ValueRule(lambda value: is_number(value, (int, float)), f"a number of {BITS} bits")
MOMENT = ValueRule(_is_moment, "a moment as in 2025-05-16T12:00:00Z")
PATTERN = ValueRule(_is_pattern, "a regular expression")
NAME = _fit("[a-z][a-z0-9_]*")
MORE_NAME, NAMES = NAME._replace(required=False), SomeRule(NAME, required=True)
MORE_NAMES = ListRule(NAME)
ONE_NAME = ValueRule(_is_one_name, f"a list of one name, which fits {NAME.wanted}", required=True)

CONSTRAINTS = MappingRule({"required": FLAG, "enum": SOME_WORDS, "pattern": PATTERN, "minimum": NUMBER})
FIELD = MappingRule(
    {
        "name": NAME,
        "title": MORE_WORDS,
        "type": _fit("string|date|integer|number"),
        "description": WORDS,
        "constraints": CONSTRAINTS,
        "meanings": ByNameRule(WORDS),
        "empty": MORE_WORDS,
        "default": MORE_WORDS,
        "valuesWith": ByNameRule(SOME_WORDS),
        "everySource": SOME_WORDS,
        "ofKind": SOME_WORDS,
        "fromView": MORE_NAME,
    }
)
TARGET = MappingRule({"resource": NAME, "fields": ONE_NAME}, required=True)
SCHEMA = MappingRule(
    {
        "fields": SomeRule(FIELD, required=True),
        "primaryKey": NAMES,
        "missingValues": ListRule(EMPTY_OR_WORDS),
        "foreignKeys": SomeRule(MappingRule({"fields": ONE_NAME, "reference": TARGET})),
        "exactlyOne": SomeRule(NAMES),
    },
    required=True,
)
VIEW = MappingRule({"name": NAME, "title": WORDS, "description": WORDS, "facetFields": MORE_NAMES})
TABLE = MappingRule({**VIEW.rules, "schema": SCHEMA, "labelField": MORE_NAME, "searchFields": MORE_NAMES})
FORMAT = dict.fromkeys(("format", "mediatype", "encoding", "profile"), MORE_WORDS)
RESOURCE = MappingRule({**TABLE.rules, "path": WORDS, **FORMAT})
TABLES, VIEWS = ListRule(TABLE, required=True), ListRule(VIEW, required=True)
NAMED: Mapping[str, Rule] = {"title": WORDS, **dict.fromkeys(("path", "email", "organization"), MORE_WORDS)}
PACKAGE = MappingRule(
    {
        "$schema": MORE_WORDS,
        "name": _fit("[a-z0-9]+(-[a-z0-9]+)*"),
        "title": WORDS,
        "description": WORDS,
        "version": _fit(r"(0|[1-9]\d*)\.(0|[1-9]\d*)\.(0|[1-9]\d*)"),
        "id": _fit_or_empty(r"10\.\d+/\S+", "a DOI, 10.…/…"),
        "homepage": _fit_or_empty(r"https?://\S+", "https://…"),
        "created": MOMENT,
        "keywords": ListRule(WORDS, required=True),
        "licenses": SomeRule(MappingRule({"name": MORE_WORDS, "title": WORDS, "path": WORDS}), required=True),
        "contributors": SomeRule(MappingRule({**NAMED, "roles": SOME_WORDS}), required=True),
        "sources": ListRule(MappingRule(NAMED), required=True),
        "resources": SomeRule(RESOURCE, required=True),
        "database": MappingRule({"tables": TABLES, "views": VIEWS}, required=True),
    }
)


def check_contract(root: Entry) -> bool:
    """Say whether a contract is one; note every fault of its shape, or else every name that means nothing."""
    if not PACKAGE.check(root, Identifiers()):
        return False
    tables, views = index_names(list_tables(root)), index_names(root["database"]["views"].items())
    faults = [
        *_find_repeated_names([*list_tables(root), *root["database"]["views"].items()]),
        *(fault for table in tables.values() for fault in _find_table_faults(table, tables, views)),
    ]
    for entry, what in faults:
        entry.problem(what)
    return not faults


def index_names(entries: list[Entry]) -> dict[str, Entry]:
    """Return entries by their names."""
    return {entry.value["name"]: entry for entry in entries}


Fault = tuple[Entry, str]


def _find_repeated_names(entries: list[Entry]) -> Iterator[Fault]:
    names = [entry.value["name"] for entry in entries]
    for number, entry in enumerate(entries):
        if names[number] in names[:number]:
            yield entry["name"], f"the name {names[number]!r} is taken already; choose another"


def _find_table_faults(table: Entry, tables: dict[str, Entry], views: dict[str, Entry]) -> Iterator[Fault]:
    name, fields = table.value["name"], index_names(table["schema"]["fields"].items())
    yield from _find_repeated_names(table["schema"]["fields"].items())
    if table.value.get("path", f"data/{name}.csv") != f"data/{name}.csv":
        yield table["path"], f"the rows of {name} are in data/{name}.csv; write that"
    for named, known in _list_named(table, fields, tables):
        yield from _find_unknown(named, named.value, known)
    for field in fields.values():
        yield from _find_field_faults(field, fields, views)
        if "empty" not in field and not field.value.get("constraints", {}).get("required"):
            what = f"{field.value['name']} of {name} may be empty; say under `empty` what an empty cell means"
            yield field["name"], what


def _list_named(
    table: Entry, fields: dict[str, Entry], tables: dict[str, Entry]
) -> Iterator[tuple[Entry, Collection[str]]]:
    """Yield each place of a table that names a field or a table, and the names that may stand there."""
    schema = table["schema"]
    groups = [schema.get("primaryKey"), *schema.items_under("exactlyOne")]
    groups += [table.get(key) for key in ("labelField", "searchFields", "facetFields")]
    groups += [key["fields"] for key in schema.items_under("foreignKeys")]
    yield from ((named, fields) for group in groups if group for named in group.items())
    for key in schema.items_under("foreignKeys"):
        target = tables.get(key.value["reference"]["resource"])
        yield key["reference"]["resource"], tables
        if target:
            yield key["reference"]["fields"][0], target.value["schema"]["primaryKey"]


def _find_field_faults(field: Entry, fields: dict[str, Entry], views: dict[str, Entry]) -> Iterator[Fault]:
    values = field.value.get("constraints", {}).get("enum", [])
    meanings = field.value.get("meanings", {})
    for view in field.items_under("fromView"):
        yield from _find_unknown(view, view.value, views)
    for meaning in meanings:
        yield from _find_unknown(field["meanings"][meaning], meaning, values)
    for value in values:
        if value not in meanings:
            yield field["name"], f"say under `meanings` what {value!r} of `enum` means"
    named = [*field.items_under("everySource"), *(field.items_under("default") if values else ())]
    for beside in field.items_under("valuesWith"):
        for name in beside.value:
            yield from _find_unknown(beside[name], name, fields)
            named += beside[name].items()
    for value in named:
        yield from _find_unknown(value, value.value, values)


def _find_unknown(entry: Entry, name: str, known: Collection[str]) -> Iterator[Fault]:
    if name not in known:
        hint = suggest_nearest(name, known) or f"known here: {', '.join(known) or 'nothing'}"
        yield entry, f"{name!r} is not declared; {hint}"
