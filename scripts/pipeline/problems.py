"""Problems: what is wrong in seeds/, where, and what to write instead; all are gathered, then told."""

from collections.abc import Iterable
from pathlib import Path
from typing import NamedTuple


class Problem(NamedTuple):
    """One thing wrong at one line (from 1). `unfinished` marks work not done yet, which a draft tolerates."""

    file: Path
    line: int
    what: str
    unfinished: bool = False

    def __str__(self) -> str:
        return f"{self.file}:{self.line}: {self.what}"


class Problems:
    """All problems of one run."""

    def __init__(self) -> None:
        self._found: set[Problem] = set()

    def add(self, file: Path, line: int, what: str, *, unfinished: bool = False) -> None:
        """Note a problem."""
        self._found.add(Problem(file, line, what, unfinished))

    def take(self) -> set[Problem]:
        """Return what was found, and forget it: what one process found is told by another."""
        found, self._found = self._found, set()
        return found

    def update(self, found: Iterable[Problem]) -> None:
        """Note what was found elsewhere."""
        self._found.update(found)

    def stop(self, *, draft: bool) -> None:
        """Raise BuildError if a problem stands in the way; in a draft, unfinished work does not."""
        blocking = sorted(problem for problem in self._found if not (draft and problem.unfinished))
        if blocking:
            raise BuildError([str(problem) for problem in blocking])

    def unfinished(self) -> list[Problem]:
        """The work that is not done yet, in order of file and line."""
        return sorted(problem for problem in self._found if problem.unfinished)


class BuildError(Exception):
    """The build cannot go on; `messages` has one line or block of lines for each problem."""

    def __init__(self, messages: list[str]) -> None:
        super().__init__("\n".join(messages))
        self.messages = messages
