"""Writing YAML as people write it in seeds/: an entry on a line."""

from collections.abc import Mapping

import yaml

ENDLESS = 1_000_000
"""Characters in a line: none is broken."""


def format_flow(value: object) -> str:
    """Return a value as YAML on one line, with quotation marks only where they are needed."""
    if not isinstance(value, Mapping | list):
        return format_flow([value])[1:-1]
    line = yaml.safe_dump(value, default_flow_style=True, allow_unicode=True, sort_keys=False, width=ENDLESS)
    return line.rstrip("\n")
