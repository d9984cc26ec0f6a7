"""The one layout of datapackage.json: what fits on a line stands on one line.

Libraries that do this were tried: compact-json is archived, fractured-json needs .NET, and pyfracturedjson
(2.2.1) escapes every character that is not ASCII.
"""

import json
import sys
from collections.abc import Iterable
from pathlib import Path

from istanbul_talks.database.outputs import FileOutput, write_file

WIDTH = 110
"""Characters in a line; a string is never broken, so that a line with a long one is longer."""


def format_json(value: object) -> str:
    """Return JSON with each array and object on one line where it fits, else each of its items on a line."""
    return f"{_lay_out(value, '', WIDTH)}\n"


def format_contract(path: Path) -> str:
    """Return a contract, datapackage.json, in its one layout."""
    return format_json(json.loads(path.read_text(encoding="utf-8")))


def restore_layout(path: Path, *, check: bool = False) -> int:
    """Write a contract in its one layout, or with `check` only say on stderr that it has another.

    Return the exit status: 0 it has its layout now, 1 it has not.
    """
    layout = format_contract(path)
    if path.read_text(encoding="utf-8") == layout:
        return 0
    if check:
        print(f"{path.name} is laid out otherwise: run python scripts/docs.py", file=sys.stderr)
        return 1
    write_file(FileOutput(path, force=True), layout.encode())
    return 0


def _lay_out(value: object, indent: str, room: int) -> str:
    line = json.dumps(value, ensure_ascii=False)
    if len(line) <= room or not isinstance(value, dict | list):
        return line
    opening, closing = line[0], line[-1]
    items = value.items() if isinstance(value, dict) else ((None, item) for item in value)
    lines = ",\n".join(_lay_out_items(items, f"{indent}  "))
    return f"{opening}\n{lines}\n{indent}{closing}"


def _lay_out_items(items: Iterable[tuple[str | None, object]], indent: str) -> Iterable[str]:
    for name, item in items:
        start = indent if name is None else f"{indent}{json.dumps(name, ensure_ascii=False)}: "
        yield start + _lay_out(item, indent, WIDTH - len(start) - len(","))
