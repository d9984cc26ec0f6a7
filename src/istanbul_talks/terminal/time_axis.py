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

from istanbul_talks.terminal.table_drawing import ID_STYLE

DAY, UNCERTAIN, LASTING, LINE, BROKEN_LINE = "●", "○", "◆", "│", "┊"
MONTH, YEAR = 30, 365
"""Days from which a gap is drawn, and from which it is given in years."""

MINIMUM_WIDTH = 60
"""Width of the terminal below which dates are above the events, not beside the axis, in characters."""

UNDATED = "without a date"

GROUP_COLUMN = "as one of"
"""The column with the group as one of which the actor asked for took part, where one was asked for."""


class AxisEvent(NamedTuple):
    """An event as it is drawn: `first` and `last` where they are known; `year` is UNDATED without a date."""

    year: str
    when: str
    mark: str
    first: str | None
    last: str | None
    name: str
    details: str
    id: str


def draw_time_axis(names: Sequence[str], rows: Iterable[Sequence[Any]]) -> None:
    """Draw the rows of the named query `events` to the width of the terminal, a heading for each year."""
    console = Console(highlight=False)
    events = [_make_event(dict(zip(names, row, strict=True))) for row in rows]
    margin = max((len(event.when) for event in events), default=0) if console.width >= MINIMUM_WIDTH else 0
    gaps = {later.id: _describe_gap(earlier, later) for earlier, later in pairwise(events)}
    for year, events_of_year in groupby(events, attrgetter("year")):
        console.print(Text(year, style="bold"))
        for event in events_of_year:
            for line in _format_event(event, gaps.get(event.id), margin, console):
                console.print(line)
    if events:
        console.print(Text(f"{DAY} on this day  {UNCERTAIN} within  {LASTING} during", style="dim"))


def _make_event(row: dict[str, Any]) -> AxisEvent:
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
        details=" · ".join(_list_details(row)),
        id=row["id"],
    )


def _list_details(row: dict[str, Any]) -> Iterator[str]:
    """Yield what stands below an event's name."""
    told = {**row, "status": f"alleged by {row['alleged by']}"} if row["alleged by"] else row
    yield from (str(told[key]).replace("_", " ") for key in ("status", "kind", "place") if told[key])
    if row.get(GROUP_COLUMN):
        yield f"{GROUP_COLUMN} {row[GROUP_COLUMN]}"


def _shorten_date(words: str, year: str) -> str:
    """Return a date in words, its days without the year, which is the heading."""
    return re.sub(rf"(\d [^\W\d]+) {year}\b", r"\1", words)


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
    above = [Text(event.when, style="bold")] if event.when and not margin else []
    texts = [*above, Text(event.name), Text(event.details, style="dim"), Text(event.id, style=ID_STYLE)]
    width = max(console.width - margin - len("  ● "), 1)
    wrapped = [line for text in texts for line in text.wrap(console, width)]
    for i, line in enumerate(wrapped):
        line.rstrip()
        beside, mark = (event.when if margin else "", event.mark) if i == 0 else ("", LINE)
        yield Text.assemble(f" {beside:>{margin}} {mark} ", line)
