"""Writing YAML as people write it in seeds/: an entry on a line, and files put into place at once."""

from collections.abc import Mapping
from pathlib import Path

import yaml

from pipeline.atomic_replace import staging_folder

ENDLESS = 1_000_000
"""Characters in a line: none is broken."""


def format_flow(value: object) -> str:
    """Return a value as YAML on one line, with quotation marks only where they are needed."""
    if not isinstance(value, Mapping | list):
        return format_flow([value])[1:-1]
    line = yaml.safe_dump(value, default_flow_style=True, allow_unicode=True, sort_keys=False, width=ENDLESS)
    return line.rstrip("\n")


def write_aside(path: Path, content: bytes) -> None:
    """Write a file in a folder of its own, then put it into place."""
    with staging_folder(path) as staging:
        (staging / path.name).write_bytes(content)
        (staging / path.name).replace(path)
