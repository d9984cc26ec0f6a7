"""Drawing records in groups in a terminal: a line or two for each, its id after the text.

Nothing is cut: texts are wrapped, and an id that is too long for its line stands on one of its own.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from textwrap import wrap
from typing import Any, NamedTuple

from rich.console import Console
from rich.text import Text

from istanbul_talks.terminal.safe_console import SafeConsole
from istanbul_talks.text.running_text import format_running_text

MUTED = "dim"
"""The style of ids, counts and hints."""

INDENT, HANGING_INDENT = "  ", "    "
"""What stands before the first line of a text, and before its others and its details."""

GAP = "  "
"""What stands at least between a text and its id."""

PLURALS = {"person": "people"}
"""Plurals of what is listed that do not end in s."""


class Entry(NamedTuple):
    """A record as it is listed; each detail, a text and what stands after it, begins a line."""

    text: str
    id: str
    details: Sequence[tuple[str, str]] = ()


class Group(NamedTuple):
    """Records under a heading; without a heading they stand alone."""

    heading: str
    entries: Sequence[Entry]


def draw_groups(groups: Iterable[Group], footer: str) -> None:
    """Draw groups to the width of the terminal, and below them the number of records and what else to ask."""
    console = SafeConsole()
    for group in groups:
        if group.heading:
            heading = wrap(group.heading, console.width)
            lines = _place_right(heading, str(len(group.entries)), console.width)
            _print_lines(console, lines, "bold")
        for entry in group.entries:
            _print_lines(console, _format_entry(entry, console.width))
        console.print()
    _print_lines(console, ((line, "") for line in wrap(footer, console.width)), MUTED)


def _print_lines(console: Console, lines: Iterable[tuple[str, str]], style: str = "") -> None:
    """Print lines of a text and what stands muted at the right of it."""
    for text, right in lines:
        console.print(Text.assemble((text, style), (right, MUTED)), soft_wrap=True)


def _format_entry(entry: Entry, width: int) -> Iterator[tuple[str, str]]:
    """Yield the lines of a record, with its id after the text, then those of its details."""
    yield from _place_right(_wrap(entry.text, width, INDENT), entry.id, width)
    for detail, right in entry.details:
        yield from _place_right(_wrap(detail, width, HANGING_INDENT), right, width)


def _wrap(text: str, width: int, indent: str) -> list[str]:
    """Return the lines of a text, the first with an indent; words are not broken at hyphens."""
    words = format_running_text(text)
    return wrap(words, width, initial_indent=indent, subsequent_indent=HANGING_INDENT, break_on_hyphens=False)


def _place_right(lines: list[str], right: str, width: int) -> Iterator[tuple[str, str]]:
    """Yield lines, the last with something at the right end, or that on a line of its own."""
    *before, last = lines
    yield from ((line, "") for line in before)
    room = width - len(last) - len(right)
    if not right or room >= len(GAP):
        yield last + " " * (room if right else 0), right
    else:
        yield last, ""
        yield " " * max(0, width - len(right)), right


def count_records(number: int, noun: str) -> str:
    """Return a number of records in words: 1 demand, 2 demands."""
    return f"{number:,} {noun if number == 1 else PLURALS.get(noun, f'{noun}s')}"


def make_footer(number: int, noun: str, options: Mapping[str, Any], remark: str = "") -> str:
    """Return what stands below a list: how many records there are, and how to ask for more of each."""
    words = "" if options["with_words"] else " · --words: all of them here"
    count = count_records(number, noun) + remark
    return f"{count}. talks show ID: in whose words{words} · --json, --csv: as data"
