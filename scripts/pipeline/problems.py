"""What is wrong in seeds/, at which line, and what to write instead; gathered, then reported together."""

from collections.abc import Iterable
from pathlib import Path
from typing import NamedTuple


class Problem(NamedTuple):
    """One thing wrong at one line (from 1).

    `unfinished` marks work not done yet, which a draft tolerates; `unreadable` a file that is not read.
    """

    file: Path
    line: int
    what: str
    unfinished: bool = False
    unreadable: bool = False

    def __str__(self) -> str:
        return f"{self.file}:{self.line}: {self.what}"


class Problems:
    """All problems of one run."""

    def __init__(self) -> None:
        self._found: set[Problem] = set()

    def add(
        self, file: Path, line: int, what: str, *, unfinished: bool = False, unreadable: bool = False
    ) -> None:
        """Note a problem."""
        self._found.add(Problem(file, line, what, unfinished, unreadable))

    def take_all(self) -> set[Problem]:
        """Return what was found and forget it, since another process reports it."""
        found, self._found = self._found, set()
        return found

    def update(self, found: Iterable[Problem]) -> None:
        """Note what was found elsewhere."""
        self._found.update(found)

    def raise_blocking(self, *, draft: bool) -> None:
        """Raise BuildError if there are problems; in a draft, unfinished work is none.

        Where a file was not read, work that seems unfinished may be done there, and is not told.
        """
        tolerant = draft or any(problem.unreadable for problem in self._found)
        blocking = sorted(problem for problem in self._found if not (tolerant and problem.unfinished))
        if blocking:
            raise BuildError([str(problem) for problem in blocking])

    def list_unfinished(self) -> list[Problem]:
        """Return the work that is not done yet, in order of file and line."""
        return sorted(problem for problem in self._found if problem.unfinished)


class BuildError(Exception):
    """The build cannot go on; `messages` has one line or block of lines for each problem."""

    def __init__(self, messages: list[str]) -> None:
        super().__init__("\n".join(messages))
        self.messages = messages
