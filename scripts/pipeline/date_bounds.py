"""Dates: the subset of EDTF (ISO 8601-2) the dataset allows, and the days it can mean.

2025   2025-05   2025-05-16      year, month, day
2022-21 … 2022-24                spring, summer, autumn, winter: the meteorological seasons, from 1 March,
                                 1 June, 1 September and 1 December (winter ends in the next year)
199X                             a decade
2022~  2022-03?                  about, perhaps: the bounds are those of the plain date
2022-03/2022-04                  an interval; `..` for an open end: ../2022-05, 2022-02/..
"""

import re
from datetime import date, timedelta
from typing import NamedTuple

DATE = re.compile(r"(?:(\d{3})X|(\d{4})(?:-(\d\d)(?:-(\d\d))?)?)[~?]?")
SEASONS = {21: 3, 22: 6, 23: 9, 24: 12}
OPEN = ".."
WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
WEEK = timedelta(days=7)


class Bounds(NamedTuple):
    """The first and the last day a date can mean; None where it is open."""

    earliest: date | None
    latest: date | None


def bounds(edtf: str) -> Bounds:
    """Return the days an EDTF date can mean; raise ValueError, saying why, if it is none of the subset."""
    if "/" not in edtf:
        return _day_bounds(edtf)
    first, last = edtf.split("/", 1)
    if first == last == OPEN:
        raise ValueError(f"the interval {edtf!r} is open at both ends")
    earliest = None if first == OPEN else _day_bounds(first).earliest
    latest = None if last == OPEN else _day_bounds(last).latest
    if earliest and latest and earliest > latest:
        raise ValueError(f"the interval {edtf!r} ends before it begins")
    return Bounds(earliest, latest)


def weekday_fault(words: str, days: Bounds) -> str | None:
    """Return what is wrong if the words name a weekday on which none of the days (a week at most) falls."""
    if days.earliest is None or days.latest is None or days.latest - days.earliest >= WEEK:
        return None
    count = (days.latest - days.earliest).days + 1
    possible = {WEEKDAYS[(days.earliest + timedelta(days=day)).weekday()] for day in range(count)}
    named = {weekday for weekday in WEEKDAYS if re.search(rf"\b{weekday}\b", words)}
    if not named or named & possible:
        return None
    return f"{words!r} is no {' or '.join(sorted(possible))}, on which {days.earliest} falls"


def _day_bounds(edtf: str) -> Bounds:
    match = DATE.fullmatch(edtf)
    if not match:
        raise ValueError(
            f"{edtf!r} is not a date; write YYYY, YYYY-MM, YYYY-MM-DD or another form of docs/codebook.md"
        )
    decade, year, month, day = match.groups()
    try:
        if decade:
            return Bounds(date(int(decade) * 10, 1, 1), date(int(decade) * 10 + 9, 12, 31))
        return _calendar_bounds(*(int(part) for part in (year, month, day) if part))
    except ValueError as error:
        raise ValueError(f"{edtf!r} is not a day of the calendar ({error})") from None


def _calendar_bounds(year: int, month: int | None = None, day: int | None = None) -> Bounds:
    if month is None:
        return Bounds(date(year, 1, 1), date(year, 12, 31))
    if day is not None:
        return Bounds(date(year, month, day), date(year, month, day))
    months = 3 if month in SEASONS else 1
    first = date(year, SEASONS.get(month, month), 1)
    return Bounds(first, _months_later(first, months) - timedelta(days=1))


def _months_later(first: date, months: int) -> date:
    years, month = divmod(first.month - 1 + months, 12)
    return date(first.year + years, month + 1, 1)
