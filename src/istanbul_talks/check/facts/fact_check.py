"""The figures, names and dates of a draft, held against the articles.

What does not belong here: how each of them is found (figures.py, spellings.py, days.py).
"""

import sqlite3
from collections.abc import Iterator, Sequence

from istanbul_talks.check.facts.days import DayCheck
from istanbul_talks.check.facts.figures import FigureCheck
from istanbul_talks.check.facts.known_passages import KnownPassages
from istanbul_talks.check.facts.spellings import SpellingCheck
from istanbul_talks.check.findings import Finding


class FactCheck:
    """What the articles give, to hold drafts against."""

    def __init__(self, db: sqlite3.Connection) -> None:
        known = KnownPassages(db)
        self._figures = FigureCheck(known)
        self._checks = self._figures, SpellingCheck(known), DayCheck(known)

    def find(self, draft: str, quotations: Sequence[tuple[int, int]]) -> Iterator[Finding]:
        """Yield what is found of the figures, then of the names, then of the dates of a draft.

        `quotations` are the spans of what stands in the articles word for word, and is not looked at.
        """
        for check in self._checks:
            yield from check.find(draft, quotations)

    def count_figures(self, draft: str, quotations: Sequence[tuple[int, int]]) -> int:
        """Return how many figures a draft has outside such quotations."""
        return self._figures.count(draft, quotations)
