"""The timeline: events along a broken axis, on which the crowded stretches of time get most of the room.

The axis is cut into panels. A year with many events is a panel of months, or of days where one month holds
most of them; what happened wholly outside such years shares panels of years. A known day is drawn as a dot, a
longer or uncertain time as a bar over all of it. Places are shares of a panel's width, in per cent, so that a
panel can be as wide as the screen allows; marks that would lie over one another get lanes of their own.

Drawn by the macro `axis` in parts.html; a table beneath lists the same events.
"""

from __future__ import annotations

import sqlite3
from calendar import month_abbr, month_name
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from datetime import date, timedelta
from operator import itemgetter
from typing import Any, NamedTuple

CROWDED = 4
"""Events in a year above which it has a panel of its own."""

LANDMARKS = 6
"""Events that are numbered and named beside the axis: those that most articles tell of."""

APART = {"years": 16.0, "months": 7.0, "days": 7.0}
"""Room for a mark, in per cent of the panel's width, by what is counted on its axis."""

BEYOND = 3.0
"""How far a bar that goes on is drawn beyond the edge, which cuts it; the shortest bar, too."""

TOP, LANE = 38, 24
"""Middle of the first lane below the ticks, and height of a lane in pixels: what a finger can hit."""

STEPS, YEARS_WRITTEN = (1, 2, 5, 10, 20, 50, 100), 4
"""Years from one tick to the next, and how many can be written beside one another."""

DAY = timedelta(days=1)

EVENTS = """
SELECT
  events.id,
  events.name,
  dates_in_words.date,
  events.date_text,
  events.status,
  iif(events.date_basis = 'not_stated', NULL, events.earliest) AS earliest,
  iif(events.date_basis = 'not_stated', NULL, events.latest) AS latest,
  count(DISTINCT quotes.source_id) AS articles
FROM events
JOIN dates_in_words ON dates_in_words.event_id = events.id
LEFT JOIN event_quotes ON event_quotes.event_id = events.id
LEFT JOIN quotes ON quotes.id = event_quotes.quote_id
WHERE :actor IS NULL OR events.id IN (SELECT event_id FROM participants WHERE actor_id = :actor)
GROUP BY events.id
ORDER BY
  coalesce(events.earliest, events.latest) IS NULL,
  coalesce(events.earliest, events.latest),
  events.latest DESC NULLS FIRST,
  events.id
"""


class Stretch(NamedTuple):
    """Days of the axis, with what is counted on them: days, months or years."""

    first: date
    last: date
    unit: str

    @property
    def title(self) -> str:
        """The stretch as people write it."""
        if self.unit == "days":
            return f"{self.first.day}–{self.last.day} {month_name[self.first.month]} {self.first.year}"
        years = sorted({self.first.year, self.last.year})
        return "–".join(map(str, years))

    def place(self, day: date) -> float:
        """Return where a day begins, in per cent of the width; what is outside lies beyond the edge."""
        share = 100 * (day - self.first).days / ((self.last - self.first).days + 1)
        return round(min(max(share, -BEYOND), 100 + BEYOND), 2)


class Event(NamedTuple):
    """An event; `earliest` and `latest` bound its time, None where the articles leave it open."""

    id: str
    name: str
    when: str | None
    printed: str | None
    status: str
    earliest: date | None
    latest: date | None
    articles: int

    @property
    def begins(self) -> date | None:
        """Where it is drawn from, with an open beginning the first of the month; None without a date."""
        return self.earliest or (self.latest and self.latest.replace(day=1))

    @property
    def day(self) -> date | None:
        """The day it falls on, None where that is not known to the day."""
        return self.earliest if self.earliest == self.latest else None

    def touches(self, stretch: Stretch) -> bool:
        """Tell whether any of its time lies in a stretch; an open end goes on for ever."""
        ends = self.latest or date.max
        return bool(self.begins and self.begins <= stretch.last and ends >= stretch.first)


class Tick(NamedTuple):
    """A line across a panel, where a day, month or year begins, and what is written beside it."""

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
    """A stretch of the axis; `unit` is what is counted on it, `height` in pixels."""

    title: str
    unit: str
    ticks: list[Tick]
    marks: list[Mark]
    height: int


class Timeline(NamedTuple):
    """The panels in the order of time, the landmarks by their number, and every event, dated ones first."""

    panels: list[Panel]
    landmarks: dict[int, Event]
    events: list[Event]


def of(db: sqlite3.Connection, actor_id: str | None = None) -> Timeline:
    """Return the timeline of all events, or of those an actor has a part in."""
    events = [_event(row) for row in db.execute(EVENTS, {"actor": actor_id})]
    told = sorted(
        (each for each in events if each.begins and each.articles > 1), key=lambda each: -each.articles
    )
    chosen = {each.id for each in told[:LANDMARKS]}
    landmarks = dict(enumerate((each for each in events if each.id in chosen), start=1))
    numbers = {each.id: number for number, each in landmarks.items()}
    return Timeline([panel(each, events, numbers) for each in stretches(events)], landmarks, events)


def _event(row: Sequence[Any]) -> Event:
    """Return a row as an event."""
    event_id, name, when, printed, status, earliest, latest, articles = row
    return Event(event_id, name, when, printed, status, parsed(earliest), parsed(latest), articles)


def parsed(day: str | None) -> date | None:
    """Return a day of the database."""
    return date.fromisoformat(day) if day else None


def stretches(events: Sequence[Event]) -> list[Stretch]:
    """Return the stretches of the axis: each crowded year, and between them what lies wholly outside."""
    crowded = list(_crowds(events))
    elsewhere = [each for each in events if each.begins and not any(map(each.touches, crowded))]
    edges = [date.min, *(day for each in crowded for day in (each.first, each.last)), date.max]
    gaps = zip(edges[::2], edges[1::2], strict=True)
    between = [_years(elsewhere, first, last) for first, last in gaps]
    return sorted([*crowded, *(each for each in between if each)])


def _crowds(events: Iterable[Event]) -> Iterator[Stretch]:
    """Yield the crowded years, each drawn closer where one month holds the days of most of its events."""
    known = [(each.earliest, each.latest) for each in events if each.earliest and each.latest]
    for year, count in sorted(Counter(a.year for a, b in known if a.year == b.year).items()):
        if count <= CROWDED:
            continue
        months = Counter(a.month for a, b in known if a == b and a.year == year)
        month, days = max(months.items(), key=itemgetter(1), default=(0, 0))
        if 2 * days > count:
            inside = [a for a, b in known if a == b and (a.year, a.month) == (year, month)]
            yield Stretch(min(inside), max(inside), "days")
        else:
            yield Stretch(date(year, 1, 1), date(year, 12, 31), "months")


def _years(events: Iterable[Event], after: date, before: date) -> Stretch | None:
    """Return the whole years of the events between two days, no further than these; None without events."""
    bounds = [(each.begins, each.latest or each.begins) for each in events if each.begins]
    inside = [(begins, ends) for begins, ends in bounds if after < begins < before]
    if not inside:
        return None
    first, last = min(begins for begins, _ in inside), max(ends for _, ends in inside)
    return Stretch(
        max(date(first.year, 1, 1), min(after, date.max - DAY) + DAY),
        min(date(last.year, 12, 31), max(before, date.min + DAY) - DAY),
        "years",
    )


def panel(stretch: Stretch, events: list[Event], numbers: dict[str, int]) -> Panel:
    """Return a stretch with the events whose time touches it."""
    marks = list(_placed(stretch, [each for each in events if each.touches(stretch)], numbers))
    lowest = max((mark.y for mark in marks), default=0)
    return Panel(stretch.title, stretch.unit, list(_ticks(stretch)), marks, lowest + LANE)


def _ticks(stretch: Stretch) -> Iterator[Tick]:
    """Yield the beginnings of days and months, or of as many years as can be written side by side."""
    if stretch.unit == "days":
        for number in range((stretch.last - stretch.first).days + 1):
            day = stretch.first + number * DAY
            yield Tick(stretch.place(day), str(day.day))
    elif stretch.unit == "months":
        for month in range(1, 13):
            yield Tick(stretch.place(date(stretch.first.year, month, 1)), month_abbr[month])
    else:
        counted = range(stretch.first.year, stretch.last.year + 1)
        step = next((step for step in STEPS if len(counted) <= step * YEARS_WRITTEN), STEPS[-1])
        for year in counted:
            if year % step == 0:
                yield Tick(max(stretch.place(date(year, 1, 1)), 0), str(year))


def _placed(stretch: Stretch, events: Iterable[Event], numbers: dict[str, int]) -> Iterator[Mark]:
    """Yield the marks, each in the first lane that has room for it."""
    taken: list[float] = []
    for each in events:
        x, width = _extent(stretch, each)
        begins = x - (0 if width else APART[stretch.unit] / 2)
        lane = next((lane for lane, end in enumerate(taken) if end <= begins), len(taken))
        taken[lane : lane + 1] = [begins + max(width or 0, APART[stretch.unit])]
        yield Mark(each, x, width, TOP + lane * LANE, numbers.get(each.id))


def _extent(stretch: Stretch, event: Event) -> tuple[float, float | None]:
    """Return where an event is drawn, and how wide: None for a day, which is drawn in its middle."""
    begins = stretch.place(event.begins or stretch.first)
    ends = stretch.place(event.latest + DAY) if event.latest else 100.0 + BEYOND
    if event.day:
        return round((begins + ends) / 2, 2), None
    return begins, round(max(ends - begins, BEYOND), 2)
