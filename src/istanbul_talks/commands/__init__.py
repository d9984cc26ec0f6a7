"""The commands, one file each: its docstring is its help, its function `run` does the work.

A command is thin: it names its options and asks a question of ../sql/ or draws one thing. What several
commands share stands in the package above.
"""

from pathlib import Path

NAMES = (
    "overview",
    "sources",
    "people",
    "roles",
    "events",
    "demands",
    "claims",
    "quotes",
    "topics",
    "compare",
    "disagreements",
    "delegations",
    "who-said",
    "show",
    "search",
    "read",
    "reanchor",
    "sql",
    "schema",
    "export",
    "cite",
    "path",
    "serve",
)
"""The commands in the order of the help."""

ALIASES = {"timeline": "events", "quote": "show"}
"""Other names that people look for."""


def module(name: str) -> str:
    """Return the name of the module of a command."""
    return name.replace("-", "_")


def called(name: str) -> str:
    """Return a command's name with its other names, as the help lists it."""
    return ", ".join([name, *(alias for alias, meant in ALIASES.items() if meant == name)])


def summary(name: str) -> str:
    """Return a command's summary, the first line of its file, without importing it."""
    with Path(__file__).with_name(f"{module(name)}.py").open(encoding="utf-8") as file:
        return file.readline().strip('"\n')
