"""Cells that hold JSON arrays of objects, each with a `text` for people to read.

Named queries (sql/) make them, so that programs get the parts of a statement, and people one line for each.
"""

from typing import Any

OPENING = '[{"text":'
"""How such a cell begins; `text` is the first key of its objects."""


def decode(value: Any) -> Any:
    """Return the list of objects of a JSON cell, bytes in hexadecimal, any other value unchanged."""
    if isinstance(value, bytes):
        return value.hex()
    if isinstance(value, str) and value.startswith(OPENING):
        from json import loads  # noqa: PLC0415

        return loads(value)
    return value


def display(value: Any) -> Any:
    """Return the texts in a JSON cell, one a line; bytes in hexadecimal, any other value unchanged."""
    decoded = decode(value)
    return (
        "\n".join(" ".join(item["text"].split()) for item in decoded)
        if isinstance(decoded, list)
        else decoded
    )
