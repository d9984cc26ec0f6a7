"""What is wrong in seeds/, at which line, and what to write instead; gathered, then reported together."""

from collections.abc import Iterable
from pathlib import Path
from typing import NamedTuple

MOST_SHOWN = 1000
"""How many problems are printed: more than anybody mends before building again."""


class Problem(NamedTuple):
    """One thing wrong at one line (from 1).

    `unfinished` marks work not done yet, which a draft tolerates; `dependent` what may follow from entries
    that are left out, as unfinished work may; `unreadable` the problem for which something is left out.
    """

    file: Path
    line: int
    what: str
    unfinished: bool = False
    dependent: bool = False
    unreadable: bool = False

    def __str__(self) -> str:
        return f"{self.file}:{self.line}: {self.what}"


class Problems:
    """All problems of one run."""

    def __init__(self) -> None:
        self._found: set[Problem] = set()

    def add(self, file: Path, line: int, what: str, **marks: bool) -> None:
        """Note a problem, with its marks."""
        self._found.add(Problem(file, line, what, **marks))

    def mark_unreadable(self, file: Path) -> None:
        """Note that something in a file is left out because of its problems; what is unfinished is not."""
        faulty = {one for one in self._found if one.file == file and not one.unfinished}
        self._found = (self._found - faulty) | {one._replace(unreadable=True) for one in faulty}

    def take_all(self) -> set[Problem]:
        """Return what was found and forget it, since another process reports it."""
        found, self._found = self._found, set()
        return found

    def update(self, found: Iterable[Problem]) -> None:
        """Note what was found elsewhere."""
        self._found.update(found)

    def find_blocking(self, *, draft: bool) -> set[Problem]:
        """Return what a build cannot go on with; in a draft, unfinished work is not of it.

        Where something was left out, what may follow from that is not told.
        """
        partly_read = any(problem.unreadable for problem in self._found)
        hidden = {
            problem
            for problem in self._found
            if (problem.unfinished and (draft or partly_read)) or (problem.dependent and partly_read)
        }
        return self._found - hidden

    def raise_blocking(self, *, draft: bool) -> None:
        """Raise BuildError if there are problems with which a build cannot go on."""
        if blocking := sorted(self.find_blocking(draft=draft)):
            raise BuildError([str(problem) for problem in blocking])

    def list_unfinished(self) -> list[Problem]:
        """Return the work that is not done yet, in order of file and line."""
        return sorted(problem for problem in self._found if problem.unfinished)


class BuildError(Exception):
    """The build cannot go on; `messages` has one line or block of lines for each problem.

    As text it has the first of them, and how many more there are.
    """

    def __init__(self, messages: list[str]) -> None:
        more = len(messages) - MOST_SHOWN
        super().__init__("\n".join([*messages[:MOST_SHOWN], *([f"… and {more:,} more"] if more > 0 else [])]))
        self.messages = messages

    def __reduce__(self) -> tuple[object, ...]:
        return BuildError, (self.messages,)
