"""Cells that hold several things: JSON arrays of objects, each with a `text` in which people read it.

A question (sql/) makes them, so that programs get the parts of quoted words, and people one line for each.
"""

from typing import Any

OPENING = '[{"text":'
"""How such a cell begins; `text` is the first key of its objects."""


def decode(value: Any) -> Any:
    """Return the list of objects that a cell holds, bytes in hexadecimal, any other value as it is."""
    if isinstance(value, bytes):
        return value.hex()
    if isinstance(value, str) and value.startswith(OPENING):
        from json import loads  # noqa: PLC0415

        return loads(value)
    return value


def display(value: Any) -> Any:
    """Return a cell as people read it: the texts of its objects, one a line; any other value as it is."""
    held = decode(value)
    return "\n".join(" ".join(each["text"].split()) for each in held) if isinstance(held, list) else held
