"""The time axis: events as marks along a line, in order of time, in a terminal. With rich.

A filled mark is a known day, an open one some time within the date. A broken line bridges a month and more.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from itertools import groupby, pairwise
from typing import Any, NamedTuple

from rich.console import Console
from rich.text import Text

from istanbul_talks.terminal.table_drawing import ID_STYLE

DAY, UNCERTAIN, LINE, BROKEN_LINE = "●", "○", "│", "┊"
MONTH, YEAR = 30, 365
"""Days after which a bridge is drawn, and counts in years."""

MINIMUM_WIDTH = 60
"""Characters that a terminal has at least where dates stand beside the axis, else above."""

UNDATED = "without a date"

SEASONS = {"21": "spring", "22": "summer", "23": "autumn", "24": "winter"}
"""How EDTF writes seasons: as months after the twelfth."""


class AxisEvent(NamedTuple):
    """An event as it is drawn; `year` is UNDATED where it has no date."""

    year: str
    when: str
    mark: str
    first: str | None
    last: str | None
    name: str
    details: str
    id: str


def draw_time_axis(names: Sequence[str], rows: Iterable[Sequence[Any]]) -> None:
    """Draw the rows of the question `events` to the width of the terminal, a heading for each year."""
    console = Console(highlight=False)
    drawn = [_make_event(dict(zip(names, row, strict=True))) for row in rows]
    margin = max((len(each.when) for each in drawn), default=0) if console.width >= MINIMUM_WIDTH else 0
    waits = {later.id: _describe_gap(earlier, later) for earlier, later in pairwise(drawn)}
    for year, events in groupby(drawn, lambda each: each.year):
        console.print(Text(year, style="bold"))
        for each in events:
            for line in _format_event(each, waits.get(each.id), margin, console):
                console.print(line)
    if drawn:
        console.print(Text(f"{DAY} on this day  {UNCERTAIN} some time within", style="dim"))


def _make_event(row: dict[str, Any]) -> AxisEvent:
    """Return what is drawn of a row."""
    first = row["earliest"] or row["latest"]
    year = first[:4] if first else UNDATED
    return AxisEvent(
        year=year,
        when=_shorten_date(row["when"], year) if first else "",
        mark=DAY if first and row["earliest"] == row["latest"] else UNCERTAIN,
        first=row["earliest"],
        last=row["latest"],
        name=row["event"],
        details=" · ".join(
            str(row[key]).replace("_", " ") for key in ("status", "kind", "place") if row[key]
        ),
        id=row["id"],
    )


def _shorten_date(when: str, year: str) -> str:
    """Return a date as people read it, whole days without the year above them."""
    if when[5:] in SEASONS:
        return f"{SEASONS[when[5:]]} {when[:4]}"
    told = re.sub(rf"\b{year}-(?=\d\d-\d\d)", "", when)
    return re.sub(r"^(.+)/\.\.$", r"from \1", re.sub(r"^\.\./", "by ", told))


def _describe_gap(earlier: AxisEvent, later: AxisEvent) -> str | None:
    """Return how long after the earlier event the later one is at least, from a month on."""
    if not (earlier.last and later.first):
        return None
    days = (date.fromisoformat(later.first) - date.fromisoformat(earlier.last)).days
    if days < MONTH:
        return None
    count, unit = (days // YEAR, "year") if days >= YEAR else (days // MONTH, "month")
    return f"{count} {unit}{'s' if count > 1 else ''} later"


def _format_event(each: AxisEvent, wait: str | None, margin: int, console: Console) -> Iterator[Text]:
    """Yield the lines of an event: after the wait, its date and mark, and beside the axis what it is."""
    if wait:
        yield Text.assemble(" " * (margin + 2), (f"{BROKEN_LINE} {wait}", "dim"))
    above = [Text(each.when, style="bold")] if each.when and not margin else []
    words = [*above, Text(each.name), Text(each.details, style="dim"), Text(each.id, style=ID_STYLE)]
    room = max(console.width - margin - len("  ● "), 1)
    wrapped = [line for text in words for line in text.wrap(console, room)]
    for i, line in enumerate(wrapped):
        line.rstrip()
        beside, mark = (each.when if margin else "", each.mark) if i == 0 else ("", LINE)
        yield Text.assemble(f" {beside:>{margin}} {mark} ", line)
