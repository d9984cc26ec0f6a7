"""Lines of a coding that a draft spares, leaves to type, and has for nothing.

A line is a key of an entry with its value, or an item of a list in it. An entry of a draft belongs to that of
the coding with which it shares most lines, one at least that quotes the article.
"""

from collections.abc import Iterator, Mapping
from typing import Any, NamedTuple

from pipeline.entry_rules import TODO

QUOTING = ("cue", "quote", "title", "date", "quantities")
NAMING = ("id", "by")  # names that hold in the file only: any will do

Lines = frozenset[tuple[str, str]]


class LineCount(NamedTuple):
    """How many lines the coding of an article has, how many a draft spares, how many of its lines must go."""

    coded: int
    spared: int
    wrong: int


def count_lines(coding: Mapping[str, Any], draft: Mapping[str, list[Mapping[str, Any]]]) -> LineCount:
    """Return the count for one article, over the sections that a draft proposes and those it cannot."""
    coded = {
        name: [_list_lines(entry) for entry in entries]
        for name, entries in coding.items()
        if name != "source"
    }
    counts = [
        _pair(coded.get(section, []), list(map(_list_lines, entries))) for section, entries in draft.items()
    ]
    total = sum(len(lines) for entries in coded.values() for lines in entries)
    return LineCount(total, *(sum(column) for column in zip(*counts, strict=True)))


def _pair(coded: list[Lines], draft: list[Lines]) -> tuple[int, int]:
    """Return how many lines of a section are spared, and how many must go."""
    left, spared, wrong = list(coded), 0, 0
    for lines in draft:
        best = max(left, key=lambda other: len(lines & other), default=frozenset())
        shared = lines & best
        if any(key in QUOTING for key, _ in shared):
            left.remove(best)
            spared += len(shared)
        else:
            shared = frozenset()
        wrong += sum(TODO not in value for _, value in lines - shared)
    return spared, wrong


def _list_lines(entry: Mapping[str, Any]) -> Lines:
    return frozenset(_yield_lines(entry))


def _yield_lines(entry: Mapping[str, Any]) -> Iterator[tuple[str, str]]:
    for key, value in entry.items():
        if key in NAMING:
            yield key, ""
        else:
            yield from ((key, _plain(item)) for item in (value if isinstance(value, list) else [value]))


def _plain(value: Any) -> str:
    """Return a value as text, a quote by its words however its place is told."""
    if isinstance(value, dict):
        return (
            _plain(value["exact"])
            if "exact" in value
            else str({key: _plain(one) for key, one in value.items()})
        )
    return str(value)
