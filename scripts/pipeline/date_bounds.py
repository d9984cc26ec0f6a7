"""Dates: the subset of EDTF (ISO 8601-2) that the dataset allows, and the first and last day each can mean.

2025   2025-05   2025-05-16      year, month, day
2022-21 … 2022-24                spring, summer, autumn, winter: the meteorological seasons, from 1 March,
                                 1 June, 1 September and 1 December (winter ends in the next year)
199X                             a decade
2022~  2022-03?                  approximate, uncertain: the bounds are those of the plain date
2022-03/2022-04                  an interval
/2022-05  2025-05-16/            an interval whose beginning or end is not known: the bounds are those of the
                                 end that is known
2022/..                          what goes on: no last day; only of an ongoing event or a current post

The articles give such dates. The register of events may also settle on a set of them, {2024-03,2024-06}: what
happened at each of several times. This is the only place where an unknown bound gets a day; whoever filters,
sorts or draws uses the columns earliest and latest.
"""

import re
from datetime import date, timedelta
from typing import NamedTuple

DATE = re.compile(r"(?:(\d{3})X|(\d{4})(?:-(\d\d)(?:-(\d\d))?)?)[~?]?")
SEASONS = {21: 3, 22: 6, 23: 9, 24: 12}
OPEN = ".."


class DateBounds(NamedTuple):
    """The first and the last day a date can mean, by the end that is known; no last day of what goes on."""

    earliest: date
    latest: date | None


def parse_bounds(edtf: str) -> DateBounds:
    """Return the days an EDTF date can mean; raise ValueError, saying why, if it is none of the subset."""
    if "/" not in edtf:
        return _parse_date(edtf)
    first, last = edtf.split("/", 1)
    if first == OPEN:
        raise ValueError(f"{edtf!r} has an open beginning; where it is not known, write /{last}")
    earliest = _parse_date(first or last).earliest
    latest = None if last == OPEN else _parse_date(last or first).latest
    if latest and earliest > latest:
        raise ValueError(f"the interval {edtf!r} ends before it begins")
    return DateBounds(earliest, latest)


def split_set(edtf: str) -> list[str]:
    """Return the dates of a set, or the date itself if it is none."""
    return edtf[1:-1].split(",") if re.fullmatch(r"{.*}", edtf) else [edtf]


def _parse_date(edtf: str) -> DateBounds:
    match = DATE.fullmatch(edtf)
    if not match:
        raise ValueError(
            f"{edtf!r} is not a date; write YYYY, YYYY-MM, YYYY-MM-DD or another form of docs/codebook.md"
        )
    decade, year, month, day = match.groups()
    try:
        if decade:
            return DateBounds(date(int(decade) * 10, 1, 1), date(int(decade) * 10 + 9, 12, 31))
        return _find_calendar_bounds(*(int(part) for part in (year, month, day) if part))
    except ValueError as error:
        raise ValueError(f"{edtf!r} is not a day of the calendar ({error})") from None


def _find_calendar_bounds(year: int, month: int | None = None, day: int | None = None) -> DateBounds:
    if month is None:
        return DateBounds(date(year, 1, 1), date(year, 12, 31))
    if day is not None:
        return DateBounds(date(year, month, day), date(year, month, day))
    months = 3 if month in SEASONS else 1
    first = date(year, SEASONS.get(month, month), 1)
    return DateBounds(first, _add_months(first, months) - timedelta(days=1))


def _add_months(first: date, months: int) -> date:
    years, month = divmod(first.month - 1 + months, 12)
    return date(first.year + years, month + 1, 1)
