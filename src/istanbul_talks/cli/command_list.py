"""The names of the commands, in the groups of the help, and where to find each one.

No command is imported here: the help lists them all, and a run loads one.
"""

from itertools import chain
from pathlib import Path

PACKAGE = "istanbul_talks.commands"
"""The package with a module for each command."""

FOLDER = Path(__file__).parents[1] / "commands"

GROUPS = {
    "Ask": ("demands", "claims", "disagreements", "events", "delegations", "people"),
    "Look up": ("search", "show", "compare", "read", "check", "serve"),
    "Take away": ("cite", "export", "sql", "schema", "reanchor"),
}
"""The commands by what they are for, in the order of the help."""

NAMES = tuple(chain.from_iterable(GROUPS.values()))


def read_summary(command: str) -> str:
    """Return a command's summary, the first line of its file, without importing it."""
    with (FOLDER / f"{command}.py").open(encoding="utf-8") as file:
        return file.readline().strip('"\n')


def find_nearest(word: str) -> str | None:
    """Return the command that a word may mean: a name like it, else one whose summary speaks of it."""
    from difflib import get_close_matches  # noqa: PLC0415  (only for mistakes)

    subject = f" {word.replace('-', ' ').rstrip('s')}"
    speaking = (name for name in NAMES if subject.strip() and subject in read_summary(name).casefold())
    near = get_close_matches(word, NAMES, n=1, cutoff=0.75)
    return near[0] if near else next(speaking, None)
