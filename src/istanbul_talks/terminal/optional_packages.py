"""Importing the libraries of the package's extras where they are used; an error says how to install one."""

from importlib import import_module
from typing import Any

from istanbul_talks.errors import TalksError


def import_optional(module: str, extra: str, purpose: str) -> Any:
    """Import and return a module of an extra's library; TalksError says how to install it."""
    try:
        return import_module(module)
    except ImportError as error:
        raise TalksError(
            f"{purpose} needs {module.partition('.')[0]}; "
            f"install it with `python -m pip install 'istanbul-talks[{extra}]'`"
        ) from error
