"""Cells that hold JSON arrays of objects, each with a `text` for people to read.

Named queries (sql/) make them, so that programs get the parts of a statement, and people one line for each.
"""

from math import inf, isfinite
from typing import Any

OPENING = '[{"text":'
"""How such a cell begins; `text` is the first key of its objects."""

INFINITIES = {inf: "Infinity", -inf: "-Infinity"}
"""The numbers that JSON has not, by the words that stand for them in every format."""


def decode(value: Any) -> Any:
    """Return the objects of a JSON cell, bytes in hexadecimal, infinity as a word, other values unchanged."""
    if isinstance(value, bytes):
        return value.hex()
    if isinstance(value, float):
        return INFINITIES.get(value, value)
    if isinstance(value, str) and value.startswith(OPENING):
        return _load_objects(value)
    return value


def _load_objects(cell: str) -> Any:
    """Return the objects of a JSON cell, the cell itself where somebody's own SQL only began it like one."""
    from json import loads  # noqa: PLC0415

    try:
        objects = loads(cell, parse_float=_parse_finite, parse_constant=_parse_finite)
    except (ValueError, RecursionError):
        return cell
    are_ours = all(isinstance(one, dict) and isinstance(one.get("text"), str) for one in objects)
    return objects if are_ours else cell


def _parse_finite(number: str) -> float:
    """Return a number of JSON; ValueError where it is none that JSON could have again."""
    if isfinite(value := float(number)):
        return value
    raise ValueError(number)


def display(value: Any) -> Any:
    """Return the texts in a JSON cell, one a line; bytes in hexadecimal, any other value unchanged."""
    decoded = decode(value)
    return (
        "\n".join(" ".join(item["text"].split()) for item in decoded)
        if isinstance(decoded, list)
        else decoded
    )
