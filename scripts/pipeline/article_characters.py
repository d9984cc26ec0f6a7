"""Reads the text of an article; what no text may hold is a problem."""

from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from istanbul_talks.text.characters import describe_unfit, find_unfit
from pipeline.problems import Problems
from pipeline.seed_files import read_utf8


def read_article_text(path: Path, problems: Problems) -> str | None:
    """Return the characters of an article; None, with the problem noted, where there is no text."""
    characters = read_utf8(path, problems)
    for line, what in _find_character_faults(characters or ""):
        problems.add(path, line, what)
    return characters


def _find_character_faults(characters: str) -> Iterator[tuple[int, str]]:
    """Yield the line of the first of each character that no text may hold, and what to do."""
    found = list(find_unfit(characters))
    counts = Counter(match[0] for match in found)
    for sign, first in {match[0]: match.start() for match in reversed(found)}.items():
        column = first - characters.rfind("\n", 0, first)
        more = f" ({counts[sign]} times in this file)" if counts[sign] > 1 else ""
        yield (
            characters.count("\n", 0, first) + 1,
            f"column {column} is {describe_unfit(sign)}, which no text may hold{more}; take it out, "
            "and say so under `extent_note`",
        )
