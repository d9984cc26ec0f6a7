"""Drawing events on a time axis in a terminal, with rich: marks along a line, in order of time.

A filled mark is a known day, an open one some time within the date, a diamond what goes on during it. A
broken line stands for a month or more.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from itertools import groupby, pairwise
from operator import attrgetter
from typing import Any, NamedTuple

from rich.console import Console
from rich.text import Text

from istanbul_talks.terminal.grouped_list import GAP, MUTED
from istanbul_talks.terminal.safe_console import SafeConsole

DAY, UNCERTAIN, LASTING, LINE, BROKEN_LINE = "●", "○", "◆", "│", "┊"
MONTH, YEAR = 30, 365
"""Days from which a gap is drawn, and from which it is given in years."""

MINIMUM_WIDTH = 60
"""Width of the terminal below which dates are above the events, not beside the axis, in characters."""

UNDATED = "without a date"

WIDEST_DATE = 26
"""Length of a date above which it stands above its event, in characters."""

GROUP_COLUMN = "as one of"
"""The column with the group as one of which the actor asked for took part, where one was asked for."""


HAPPENED = "occurred"
"""The status of an event of which nothing needs to be said."""

LABELS = {
    "participants": "With",
    "printed": "Date as printed",
    "sources": "Told by",
    "dated by": "Dated by",
}
"""How what is told of an event is introduced, by its column."""


class AxisEvent(NamedTuple):
    """An event as it is drawn: `first` and `last` where they are known; `year` is UNDATED without a date."""

    year: str
    when: str
    mark: str
    first: str | None
    last: str | None
    name: str
    remark: str
    details: Sequence[str]
    id: str


def draw_time_axis(names: Sequence[str], rows: Iterable[Sequence[Any]], in_full: bool = False) -> None:
    """Draw the rows of the named query `events` to the width of the terminal, a heading for each year.

    An event has a line or two; `in_full` adds all that is told of it.
    """
    console = SafeConsole()
    events = [_make_event(dict(zip(names, row, strict=True)), in_full) for row in rows]
    lengths = [len(event.when) for event in events if len(event.when) <= WIDEST_DATE]
    margin = max(lengths, default=0) if console.width >= MINIMUM_WIDTH else 0
    gaps = {later.id: _describe_gap(earlier, later) for earlier, later in pairwise(events)}
    for year, events_of_year in groupby(events, attrgetter("year")):
        console.print(Text(year, style="bold"))
        for event in events_of_year:
            for line in _format_event(event, gaps.get(event.id), margin, console):
                console.print(line)
    if events:
        console.print(Text(f"{DAY} on this day  {UNCERTAIN} within  {LASTING} during", style="dim"))


def _make_event(row: dict[str, Any], in_full: bool) -> AxisEvent:
    """Return what is drawn of a row."""
    when, first = row["when"] or "", row["earliest"]
    year = first[:4] if first else UNDATED
    uncertain = LASTING if row["duration"] == "lasts" else UNCERTAIN
    return AxisEvent(
        year=year,
        when=_shorten_date(row["in words"] or "", year),
        mark=DAY if when and when == first else uncertain,
        first=None if when.startswith("/") else first,
        last=None if when.endswith("/") else row["latest"],
        name=row["event"],
        remark="".join(f" ({remark})" for remark in [", ".join(_list_remarks(row))] if remark),
        details=list(_list_details(row)) if in_full else [],
        id=row["id"],
    )


def _list_remarks(row: dict[str, Any]) -> Iterator[str]:
    """Yield what stands after an event's name: that it did not simply happen, and the group of an actor."""
    if row["alleged by"]:
        yield f"alleged by {row['alleged by']}"
    elif row["status"] != HAPPENED:
        yield row["status"].replace("_", " ")
    if row.get(GROUP_COLUMN):
        yield f"{GROUP_COLUMN} {row[GROUP_COLUMN]}"


def _list_details(row: dict[str, Any]) -> Iterator[str]:
    """Yield the lines of what else is told of an event."""
    yield ", ".join(row[key].replace("_", " ") for key in ("kind", "place") if row.get(key))
    for name in ("participants", "printed", "sources", "dated by"):
        if row.get(name):
            yield f"{LABELS[name]}: {row[name]}"


def _shorten_date(words: str, year: str) -> str:
    """Return a date in words without the year, which is the heading, where it is the only one."""
    return re.sub(rf"([A-Z]\w+) {year}\b", r"\1", words) if re.findall(r"\d{4}", words) == [year] else words


def _describe_gap(earlier: AxisEvent, later: AxisEvent) -> str | None:
    """Return the least time between two events in words; None below a month or where it is not known."""
    if not (earlier.last and later.first):
        return None
    days = (date.fromisoformat(later.first) - date.fromisoformat(earlier.last)).days
    if days < MONTH:
        return None
    count, unit = (days // YEAR, "year") if days >= YEAR else (days // MONTH, "month")
    return f"{count} {unit}{'s' if count > 1 else ''} later"


def _format_event(event: AxisEvent, gap: str | None, margin: int, console: Console) -> Iterator[Text]:
    """Yield the lines of an event: the gap before it, its date and mark, and what it is beside the axis."""
    if gap:
        yield Text.assemble(" " * (margin + 2), (f"{BROKEN_LINE} {gap}", "dim"))
    width = max(console.width - margin - len("  ● "), 1)
    has_room = len(event.when) <= margin
    for i, line in enumerate(_list_lines(event, not has_room, width, console)):
        beside, mark = (event.when if has_room else "", event.mark) if i == 0 else ("", LINE)
        yield Text.assemble(f" {beside:>{margin}} {mark} ", line)


def _list_lines(event: AxisEvent, with_date: bool, width: int, console: Console) -> Iterator[Text]:
    """Yield what stands beside the axis: the date where it has no room, the name, the id and the details."""
    above = [Text(event.when, style="bold")] if event.when and with_date else []
    name = Text.assemble(event.name, (event.remark, MUTED))
    *before, last = [line for text in [*above, name] for line in text.wrap(console, width)]
    for line in (*before, last):
        line.rstrip()
    yield from before
    room = width - last.cell_len - len(event.id)
    if room >= len(GAP):
        yield Text.assemble(last, " " * room, (event.id, MUTED))
    else:
        yield last
        yield from Text(event.id, style=MUTED).wrap(console, width)
    for detail in event.details:
        yield from Text(detail, style=MUTED).wrap(console, width)
