"""A wrong contract: whatever is damaged in datapackage.json is told by file and line, or builds alike."""

import re
from collections.abc import Iterator
from copy import deepcopy
from pathlib import Path
from typing import Any

import pytest

from fixtures.built_dataset import PACKAGE, Dataset
from pipeline.contract import read_contract
from pipeline.json_layout import format_json
from pipeline.problems import BuildError

TEXT = PACKAGE.read_text(encoding="utf-8")
KEY = {"fields": ["part_of"], "reference": {"resource": "boats", "fields": ["id"]}}
FIELDS: list[dict[str, Any]] = [
    {
        "name": "id",
        "type": "string",
        "description": "Id.",
        "constraints": {"required": True, "pattern": "a+"},
    },
    {
        "name": "kind",
        "type": "string",
        "description": "Kind.",
        "constraints": {"required": True, "enum": ["ferry"]},
        "meanings": {"ferry": "it carries"},
        "default": "ferry",
        "everySource": ["ferry"],
        "valuesWith": {"part_of": ["ferry"]},
    },
    {"name": "part_of", "type": "string", "description": "Part.", "empty": "none", "ofKind": ["ferry"]},
    {"name": "length", "type": "number", "description": "Metres.", "empty": "none", "fromView": "docks"},
]
SCHEMA = {"fields": FIELDS, "primaryKey": ["id"], "foreignKeys": [KEY], "exactlyOne": [["kind", "length"]]}
BOATS = {
    "name": "boats",
    "path": "data/boats.csv",
    "title": "Boats",
    "description": "Boats.",
    "schema": SCHEMA,
}
SMALL: dict[str, Any] = {
    "name": "harbour",
    "title": "Harbour",
    "description": "Boats.",
    "version": "1.0.0",
    "created": "2025-05-16T12:00:00Z",
    "keywords": ["boats"],
    "licenses": [{"title": "Free", "path": "https://example.org"}],
    "contributors": [{"title": "A.", "roles": ["author"]}],
    "sources": [{"title": "One"}],
    "resources": [{**BOATS, "labelField": "kind", "searchFields": ["id"], "facetFields": ["kind"]}],
    "database": {"tables": [], "views": [{"name": "docks", "title": "Docks", "description": "Docks."}]},
}
GONE = object()
WRONG: tuple[Any, ...] = (None, 5, 1.5, True, "", "No name!", [], {}, [5], [[]], {"x": 5}, 10**30, GONE)


def _list_places(node: Any, *keys: Any) -> Iterator[tuple[Any, ...]]:
    """Yield the keys to each place inside a node."""
    for key in node if isinstance(node, dict) else range(len(node)) if isinstance(node, list) else ():
        yield (*keys, key)
        yield from _list_places(node[key], *keys, key)


def _replace(keys: tuple[Any, ...], value: object) -> dict[str, Any]:
    changed = node = deepcopy(SMALL)
    for key in keys[:-1]:
        node = node[key]
    if value is GONE:
        del node[keys[-1]]
    else:
        node[keys[-1]] = value
    return changed


def _list_faults(folder: Path, text: str) -> list[str]:
    path = folder / "datapackage.json"
    path.write_text(text, encoding="utf-8")
    try:
        read_contract(path)
    except BuildError as error:
        return [message.removeprefix(f"{path}:") for message in error.messages]
    return []


def test_a_sound_contract_is_read(tmp_path: Path) -> None:
    assert _list_faults(tmp_path, format_json(SMALL)) == []


@pytest.mark.parametrize("keys", list(_list_places(SMALL)), ids=lambda keys: ".".join(map(str, keys)))
def test_a_wrong_value_is_told_by_line_wherever_it_stands(tmp_path: Path, keys: tuple[Any, ...]) -> None:
    """Catch a traceback, and a fault that is told without its line, or not at all."""
    told = [_list_faults(tmp_path, format_json(_replace(keys, value))) for value in WRONG]
    assert all(re.match(r"\d+: \S", message) for messages in told for message in messages)
    assert sum(map(bool, told)) >= len(WRONG) - 6


@pytest.mark.parametrize(
    ("old", "new", "told"),
    [
        ('"licenses": [', '"licences": [', "unknown key 'licences'; did you mean 'licenses'?"),
        ('"primaryKey": ["id"]', '"primaryKey": ["ident"]', "'ident' is not declared; known here: "),
        ('"labelField": "label"', '"labelField": "labels"', "'labels' is not declared; did you mean"),
        ('"resource": "actors"', '"resource": "actor"', "'actor' is not declared; did you mean 'actors'?"),
        (
            '"complete": "nothing',
            '"complet": "nothing',
            "'complet' is not declared; did you mean",
        ),
        ('"type": "integer"', '"type": "int"', "type is 'int'; write words that fit string|date|integer"),
        ('"path": "data/sources.csv"', '"path": "sources.csv"', "are in data/sources.csv; write that"),
        ('"pattern": "^[a-z', '"pattern": "^([a-z', "; write a regular expression"),
        ('"title": "Sources"', '"title": "Sources", "title": ""', "the key 'title' stands twice"),
        ('"version": "', '"version": "v', "; write words that fit"),
    ],
)
def test_a_wrong_key_or_name_is_told_with_what_to_write(
    tmp_path: Path, old: str, new: str, told: str
) -> None:
    before, _, after = TEXT.partition(old)
    line = before.count("\n") + 1
    assert [
        message
        for message in _list_faults(tmp_path, f"{before}{new}{after}")
        if message.startswith(f"{line}: ") and told in message
    ]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("{}", "1: the key 'contributors' is missing"),
        ("[]", "1: keys and values are wanted here, not a list"),
        ("null", "1: this is null; write an object"),
        ("", "1: this is not JSON: Expecting value"),
        ("[" * 100_000, "1: values are nested more than 100 deep"),
        ("[" * 5_000, "1: values are nested more than 100 deep"),
        ('{"a":\n NaN}', "1: this is not JSON: NaN is no number"),
        ("9" * 5_000, "1: this is not JSON: Exceeds the limit"),
        ('{"title": "\\ud83d\\ude00\\/",\n"name": 5}', "2: name is 5; write words that fit"),
    ],
)
def test_what_is_no_contract_is_told(tmp_path: Path, text: str, told: str) -> None:
    assert any(message.startswith(told) for message in _list_faults(tmp_path, text))


@pytest.mark.parametrize(
    ("part", "told"),
    [
        ("quotations", "the contract declares no 'quotations', which the build makes"),
        ("prefix", "the table quotes declares no 'prefix', which the build makes"),
        ("upper_value", "this contract gives no database: no such column: "),
    ],
)
def test_what_the_build_needs_must_be_declared(village: Dataset, part: str, told: str) -> None:
    """Catch a table or column that is not declared, and that rows or views ask for."""
    path = village.folder / "datapackage.json"
    path.write_text(TEXT.replace(f'"{part}"', '"another"').replace("quotations.csv", "another.csv"), "utf-8")
    with pytest.raises(BuildError) as raised:
        village.build()
    (message,) = raised.value.messages
    assert re.match(r":\d+: ", message.removeprefix(str(path)))
    assert told in message
