"""The names of the commands, in the order of the help, and where to find each one.

No command is imported here: the help lists them all, and a run loads one.
"""

from pathlib import Path

PACKAGE = "istanbul_talks.commands"
"""The package with a module for each command."""

FOLDER = Path(__file__).parents[1] / "commands"

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


def get_module_name(command: str) -> str:
    """Return the name of a command's module in the package."""
    return command.replace("-", "_")


def join_aliases(command: str) -> str:
    """Return a command's name followed by its aliases, as the help lists it."""
    return ", ".join([command, *(alias for alias, name in ALIASES.items() if name == command)])


def read_summary(command: str) -> str:
    """Return a command's summary, the first line of its file, without importing it."""
    with (FOLDER / f"{get_module_name(command)}.py").open(encoding="utf-8") as file:
        return file.readline().strip('"\n')
