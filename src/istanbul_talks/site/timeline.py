"""The timeline: events in the order of time, in sections.

A year with many events is a section of months, or of the days of one month where most of them are known to
the day. What lies before, between and after these is listed, and so is what reaches over several of them. A
known day is told apart from a time within which an event lies, and from one through which it lasts.

On days, what one of the two sides does alone stands in a column of its own: the sides are the two that act in
most events. Drawn by the macros in timeline_macros.html.
"""

from __future__ import annotations

import sqlite3
from calendar import day_abbr, month_abbr, month_name
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from datetime import date, timedelta
from itertools import pairwise
from operator import attrgetter, itemgetter
from typing import Any, NamedTuple

from istanbul_talks.site.page_sql import read_page_sql

CROWDED_YEAR = 4
"""Events in a year above which it has a section of its own."""

EVENTS_MARKED = 1000
"""Events that are shown one by one; more are too many for a page."""

DAY = timedelta(days=1)
MONTHS = [month_abbr[number] for number in range(1, 13)]


class Period(NamedTuple):
    """A crowded year or month from its first to its last day; `unit` is days or months."""

    first: date
    last: date
    unit: str

    @property
    def title(self) -> str:
        """The period as people write it."""
        month = f"{month_name[self.first.month]} " if self.unit == "days" else ""
        return f"{month}{self.first.year}"

    def locate(self, day: date) -> float:
        """Return where a day begins, in per cent of the width."""
        return round(100 * (day - self.first).days / ((self.last - self.first).days + 1), 2)


class Event(NamedTuple):
    """An event from its `earliest` to its `latest` day, None without a date; what goes on has no `latest`.

    `is_known` tells that it is known to the day or night; `side` is the place of the side that acts alone.
    """

    id: str
    name: str
    when: str | None
    status: str
    alleged_by: str | None
    lasts: bool
    is_known: bool
    edtf: str | None
    earliest: date | None
    latest: date | None
    articles: int
    side: int | None

    def lies_in(self, period: Period) -> bool:
        """Tell whether all its time lies in a period."""
        return bool(
            self.earliest and self.latest and period.first <= self.earliest and self.latest <= period.last
        )

    @property
    def is_of_a_year(self) -> bool:
        """Whether nothing is known but in which year it happened."""
        return not self.lasts and (self.edtf or "").isdigit()


class DayRow(NamedTuple):
    """A day or night with the events of the first side, of both or others, and of the second; or a gap."""

    title: str
    day: date | None
    columns: list[list[Event]]


class Bar(NamedTuple):
    """An event along the months of a year, in per cent of the width; `shape` is day, lasting or within."""

    event: Event
    x: float
    width: float
    shape: str
    has_start: bool
    has_end: bool


class Section(NamedTuple):
    """A part of the timeline: rows of days, bars along months, and a list of further events."""

    title: str
    rows: list[DayRow]
    bars: list[Bar]
    events: list[Event]

    @property
    def size(self) -> int:
        """The number of its events."""
        on_days = sum(len(events) for row in self.rows for events in row.columns)
        return on_days + len(self.bars) + len(self.events)


class Timeline(NamedTuple):
    """The sections in the order of time, the events without a date, and the names of the two sides."""

    sections: list[Section]
    undated: list[Event]
    sides: list[str]

    @property
    def size(self) -> int:
        """The number of events."""
        return sum(section.size for section in self.sections) + len(self.undated)

    @property
    def main(self) -> Section | None:
        """The section with most events."""
        return max(self.sections, key=attrgetter("size"), default=None)


def load_timeline(db: sqlite3.Connection, by: str | None = None, topic: str | None = None) -> Timeline | None:
    """Return the timeline of all events, those with an actor or on a topic; None of too many."""
    values = {"by": by, "topic": topic, "most": EVENTS_MARKED + 1}
    rows = db.execute(read_page_sql("timeline/events"), values).fetchall()
    if len(rows) > EVENTS_MARKED:
        return None
    sides, places = _load_sides(db)
    events = [_read_event(row, places) for row in rows]
    dated = [event for event in events if event.earliest]
    undated = [event for event in events if not event.earliest]
    return Timeline(build_sections(dated), undated, sides)


def _load_sides(db: sqlite3.Connection) -> tuple[list[str], dict[str, int]]:
    """Return the names of the two sides that act in most events, and by event which acts alone."""
    acting: defaultdict[str, list[tuple[str, str]]] = defaultdict(list)
    for event_id, side_id, name in db.execute(read_page_sql("timeline/acting_sides")):
        acting[event_id].append((side_id, name))
    counts = Counter(side for sides in acting.values() for side in sides)
    first = sorted(counts, key=lambda side: (-counts[side], side))[:2]
    places = {
        event_id: first.index(sides[0])
        for event_id, sides in acting.items()
        if len(sides) == 1 and sides[0] in first
    }
    return [name for _, name in first], places


def _read_event(row: Sequence[Any], places: dict[str, int]) -> Event:
    """Return an event from its row."""
    event = Event._make([*row, places.get(row[0])])
    return event._replace(earliest=parse_day(row[8]), latest=parse_day(row[9]))


def parse_day(day: str | None) -> date | None:
    """Return the date of an ISO day, None for None."""
    return date.fromisoformat(day) if day else None


def build_sections(events: list[Event]) -> list[Section]:
    """Return the sections of events that have a date, without those that would be empty."""
    periods = sorted(_find_crowded(events))
    homes: defaultdict[Period | int | None, list[Event]] = defaultdict(list)
    for event in events:
        homes[_find_home(event, periods)].append(event)
    sections = []
    for place, title in enumerate(_name_gaps(periods)):
        sections.append(Section(title, [], [], homes[place]))
        sections += [_build_section(period, homes[period]) for period in periods[place : place + 1]]
    sections.append(Section("Over more than one of these times", [], [], homes[None]))
    return [section for section in sections if section.size]


def _find_crowded(events: Iterable[Event]) -> Iterator[Period]:
    """Yield the crowded years; of a year with most events known to the day in one month, that month."""
    known = [event for event in events if event.earliest and event.latest]
    in_year = [
        event
        for event in known
        if event.earliest and event.latest and event.earliest.year == event.latest.year
    ]
    for year, count in Counter(event.earliest.year for event in in_year if event.earliest).items():
        if count <= CROWDED_YEAR:
            continue
        days = [
            event.earliest
            for event in in_year
            if event.is_known and event.earliest and event.earliest.year == year
        ]
        month, most = max(Counter(day.month for day in days).items(), key=itemgetter(1), default=(0, 0))
        if 2 * most > count:
            first = date(year, month, 1)
            yield Period(first, (first + 31 * DAY).replace(day=1) - DAY, "days")
        else:
            yield Period(date(year, 1, 1), date(year, 12, 31), "months")


def _find_home(event: Event, periods: list[Period]) -> Period | int | None:
    """Return the period of an event, or the number of the gap between periods, None for more than one."""
    for period in periods:
        if event.lies_in(period):
            return period
    begins = sum(event.earliest > period.last for period in periods if event.earliest)
    ends = sum(event.latest is None or event.latest >= period.first for period in periods)
    return begins if begins == ends else None


def _name_gaps(periods: list[Period]) -> list[str]:
    """Return a title for what lies before, between and after periods."""
    if not periods:
        return ["All that is dated"]
    between = [f"Between {earlier.title} and {later.title}" for earlier, later in pairwise(periods)]
    return [f"Before {periods[0].title}", *between, f"After {periods[-1].title}"]


def _build_section(period: Period, events: list[Event]) -> Section:
    """Return the section of a crowded month, day by day, or of a crowded year, month by month."""
    if period.unit == "days":
        return Section(period.title, list(_list_days(period, events)), [], [])
    of_year = [event for event in events if event.is_of_a_year]
    bars = [_make_bar(period, event) for event in events if not event.is_of_a_year]
    return Section(period.title, [], bars, of_year)


def _list_days(period: Period, events: Iterable[Event]) -> Iterator[DayRow]:
    """Yield the days and nights with events, the gaps between them, and last what is of no known day."""
    rows: defaultdict[tuple[date, date], list[Event]] = defaultdict(list)
    for event in events:
        first, last = event.earliest or period.first, event.latest or period.last
        rows[(first, last) if last - first <= DAY else (date.max, date.max)].append(event)
    reached: date | None = None
    for (first, last), of_row in sorted(rows.items()):
        if first == date.max:
            yield _make_row(f"Some time in {month_name[period.first.month]}", None, of_row)
            continue
        if reached and first > reached + DAY:
            yield DayRow(_write_days(reached + DAY, first - DAY), None, [])
        reached = max(last, reached or last)
        title = (
            f"{day_abbr[first.weekday()]} {_write_days(first, last)}"
            if first == last
            else _write_days(first, last)
        )
        yield _make_row(title, first, of_row)


def _make_row(title: str, day: date | None, events: list[Event]) -> DayRow:
    """Return a row of days; known days come before what lies by them or after them."""
    ordered = sorted(events, key=lambda event: not event.is_known)
    return DayRow(title, day, [[event for event in ordered if event.side == side] for side in (0, None, 1)])


def _write_days(first: date, last: date) -> str:
    """Return days of one month as people write them."""
    days = f"{first.day}" if first == last else f"{first.day}–{last.day}"
    return f"{days} {month_name[last.month]}"


def _make_bar(period: Period, event: Event) -> Bar:
    """Return where in a year an event lies; before or after a day it has no beginning or end."""
    has_start, has_end = not (event.edtf or "").startswith("/"), not (event.edtf or "").endswith("/")
    begins = period.locate(event.earliest) if has_start and event.earliest else 0.0
    ends = period.locate(event.latest + DAY) if has_end and event.latest else 100.0
    shape = "day" if event.is_known else "lasting" if event.lasts else "within"
    return Bar(event, begins, round(ends - begins, 2), shape, has_start, has_end)
