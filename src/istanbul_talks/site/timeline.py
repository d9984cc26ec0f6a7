"""The timeline: events along a broken axis, on which crowded periods get most of the room.

The axis is cut into panels. A year with many events is a panel of months, or of days where one month has most
of them; events wholly outside such years share panels of years. A known day is drawn as a dot, a longer or
uncertain time as a bar over all of it. Positions are in per cent of a panel's width, so that a panel can be
as wide as the screen allows; marks that would overlap are put in different lanes.

Drawn by the macro `timeline_axis` in macros.html; a table beneath lists the same events.
"""

from __future__ import annotations

import sqlite3
from calendar import month_abbr, month_name
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from datetime import date, timedelta
from operator import itemgetter
from typing import Any, NamedTuple

from istanbul_talks.site.page_sql import read_page_sql

CROWDED_YEAR = 4
"""Events in a year above which it has a panel of its own."""

LANDMARKS = 6
"""Events that are numbered and named beside the axis: those that most articles mention."""

MARK_ROOM = {"years": 16.0, "months": 7.0, "days": 7.0}
"""Room for a mark, in per cent of the panel's width, by the unit of its axis."""

OVERHANG = 3.0
"""Per cent by which an unbounded bar is drawn beyond the edge, which cuts it; also the shortest width."""

FIRST_LANE, LANE_HEIGHT = 38, 24
"""Middle of the first lane below the ticks, and height of a lane, in pixels: what a finger can hit."""

TICK_STEPS, TICKS_AT_MOST = (1, 2, 5, 10, 20, 50, 100), 4
"""Years from one tick to the next, and how many years can be written beside one another."""

DAY = timedelta(days=1)


class Period(NamedTuple):
    """A part of the axis from its first to its last day; `unit` is days, months or years."""

    first: date
    last: date
    unit: str

    @property
    def title(self) -> str:
        """The period as people write it."""
        if self.unit == "days":
            return f"{self.first.day}–{self.last.day} {month_name[self.first.month]} {self.first.year}"
        years = sorted({self.first.year, self.last.year})
        return "–".join(map(str, years))

    def locate(self, day: date) -> float:
        """Return where a day begins, in per cent of the width; days outside lie just beyond the edge."""
        share = 100 * (day - self.first).days / ((self.last - self.first).days + 1)
        return round(min(max(share, -OVERHANG), 100 + OVERHANG), 2)


class Event(NamedTuple):
    """An event from its `earliest` to its `latest` day, None without a date; what goes on has no `latest`."""

    id: str
    name: str
    when: str | None
    printed: str | None
    status: str
    earliest: date | None
    latest: date | None
    is_day: bool
    articles: int

    def overlaps(self, period: Period) -> bool:
        """Tell whether any of its time lies in a period; an open end never ends."""
        ends = self.latest or date.max
        return bool(self.earliest and self.earliest <= period.last and ends >= period.first)


class Tick(NamedTuple):
    """A line across a panel, where a day, month or year begins, and its label."""

    x: float
    label: str


class Mark(NamedTuple):
    """An event in a panel: a dot at `x`, or a bar from there if it has a `width`; `number` if it is named."""

    event: Event
    x: float
    width: float | None
    y: int
    number: int | None


class Panel(NamedTuple):
    """A period with its events; `unit` is days, months or years, `height` in pixels."""

    title: str
    unit: str
    ticks: list[Tick]
    marks: list[Mark]
    height: int


class Timeline(NamedTuple):
    """The panels in the order of time, the landmarks by number, and every event, dated ones first."""

    panels: list[Panel]
    landmarks: dict[int, Event]
    events: list[Event]


def load_timeline(db: sqlite3.Connection, actor_id: str | None = None) -> Timeline:
    """Return the timeline of all events, or of those that an actor took part in."""
    events = [_read_event(row) for row in db.execute(read_page_sql("timeline/events"), {"actor": actor_id})]
    shared = [event for event in events if event.earliest and event.articles > 1]
    chosen = sorted(shared, key=lambda event: -event.articles)[:LANDMARKS]
    landmarks = dict(enumerate((event for event in events if event in chosen), start=1))
    numbers = {event.id: number for number, event in landmarks.items()}
    panels = [build_panel(period, events, numbers) for period in split_into_periods(events)]
    return Timeline(panels, landmarks, events)


def _read_event(row: Sequence[Any]) -> Event:
    """Return an event from its row."""
    event_id, name, when, printed, status, earliest, latest, is_day, articles = row
    days = (parse_day(earliest), parse_day(latest))
    return Event(event_id, name, when, printed, status, *days, bool(is_day), articles)


def parse_day(day: str | None) -> date | None:
    """Return the date of an ISO day, None for None."""
    return date.fromisoformat(day) if day else None


def split_into_periods(events: Sequence[Event]) -> list[Period]:
    """Return the periods of the axis: each crowded year, and between them what lies wholly outside."""
    crowded = list(_find_crowded_years(events))
    elsewhere = [event for event in events if event.earliest and not any(map(event.overlaps, crowded))]
    edges = [date.min, *(day for period in crowded for day in (period.first, period.last)), date.max]
    gaps = zip(edges[::2], edges[1::2], strict=True)
    between = [_cover_years(elsewhere, first, last) for first, last in gaps]
    return sorted([*crowded, *(period for period in between if period)])


def _find_crowded_years(events: Iterable[Event]) -> Iterator[Period]:
    """Yield the crowded years; where one month has most of the events, only its days are the period."""
    known = [(event.earliest, event.latest) for event in events if event.earliest and event.latest]
    for year, count in sorted(Counter(a.year for a, b in known if a.year == b.year).items()):
        if count <= CROWDED_YEAR:
            continue
        months = Counter(a.month for a, b in known if a == b and a.year == year)
        month, days = max(months.items(), key=itemgetter(1), default=(0, 0))
        if 2 * days > count:
            inside = [a for a, b in known if a == b and (a.year, a.month) == (year, month)]
            yield Period(min(inside), max(inside), "days")
        else:
            yield Period(date(year, 1, 1), date(year, 12, 31), "months")


def _cover_years(events: Iterable[Event], after: date, before: date) -> Period | None:
    """Return the period of whole years of the events between two days; None without events."""
    bounds = [(event.earliest, event.latest or event.earliest) for event in events if event.earliest]
    inside = [(begins, ends) for begins, ends in bounds if after < begins < before]
    if not inside:
        return None
    first, last = min(begins for begins, _ in inside), max(ends for _, ends in inside)
    return Period(
        max(date(first.year, 1, 1), min(after, date.max - DAY) + DAY),
        min(date(last.year, 12, 31), max(before, date.min + DAY) - DAY),
        "years",
    )


def build_panel(period: Period, events: list[Event], numbers: dict[str, int]) -> Panel:
    """Return a period with the marks of the events that overlap it."""
    marks = list(_place_marks(period, [event for event in events if event.overlaps(period)], numbers))
    lowest = max((mark.y for mark in marks), default=0)
    return Panel(period.title, period.unit, list(_place_ticks(period)), marks, lowest + LANE_HEIGHT)


def _place_ticks(period: Period) -> Iterator[Tick]:
    """Yield the beginnings of days or months, or of as many years as can be written side by side."""
    if period.unit == "days":
        for number in range((period.last - period.first).days + 1):
            day = period.first + number * DAY
            yield Tick(period.locate(day), str(day.day))
    elif period.unit == "months":
        for month in range(1, 13):
            yield Tick(period.locate(date(period.first.year, month, 1)), month_abbr[month])
    else:
        counted = range(period.first.year, period.last.year + 1)
        step = next((step for step in TICK_STEPS if len(counted) <= step * TICKS_AT_MOST), TICK_STEPS[-1])
        for year in counted:
            if year % step == 0:
                yield Tick(max(period.locate(date(year, 1, 1)), 0), str(year))


def _place_marks(period: Period, events: Iterable[Event], numbers: dict[str, int]) -> Iterator[Mark]:
    """Yield the marks, each in the first lane that has room for it."""
    taken: list[float] = []
    for event in events:
        x, width = _locate_event(period, event)
        begins = x - (0 if width else MARK_ROOM[period.unit] / 2)
        lane = next((lane for lane, end in enumerate(taken) if end <= begins), len(taken))
        taken[lane : lane + 1] = [begins + max(width or 0, MARK_ROOM[period.unit])]
        yield Mark(event, x, width, FIRST_LANE + lane * LANE_HEIGHT, numbers.get(event.id))


def _locate_event(period: Period, event: Event) -> tuple[float, float | None]:
    """Return an event's position and width in per cent; a day has the position of its middle and no width."""
    begins = period.locate(event.earliest or period.first)
    ends = period.locate(event.latest + DAY) if event.latest else 100.0 + OVERHANG
    if event.is_day:
        return round((begins + ends) / 2, 2), None
    return begins, round(max(ends - begins, OVERHANG), 2)
