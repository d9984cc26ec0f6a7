"""Libraries that only some users need: loaded where they are used, with a clear word where missing."""

from importlib import import_module
from typing import Any

from istanbul_talks.errors import TalksError


def import_optional(module: str, extra: str, purpose: str) -> Any:
    """Return a module of one of the package's extras; TalksError says how to install it."""
    try:
        return import_module(module)
    except ImportError as error:
        raise TalksError(
            f"{purpose} needs {module.partition('.')[0]}; "
            f"install it with `python -m pip install 'istanbul-talks[{extra}]'`"
        ) from error
