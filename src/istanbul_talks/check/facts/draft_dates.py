"""The dates that a draft prints: in words, in digits, and years alone.

What does not belong here: how words print dates (text/printed_dates.py), what the articles give (days.py).
"""

import re
from collections.abc import Iterator, Sequence
from itertools import product
from typing import NamedTuple

from istanbul_talks.check.facts.passed_spans import MARK, Spans
from istanbul_talks.text.printed_dates import CalendarRules

MONTHS, DAYS = 12, 31

CENTURY = 2000

NUMERIC = re.compile(
    r"(?<![\w./-])(?:([12]\d{3})([./-])(\d{1,2})\2(\d{1,2})"
    r"|(\d{1,2})([./-])(\d{1,2})\6((?:[12]\d)?\d\d))(?![\w/-]|\.\d)"
)
"""A date in digits: the year first, or last."""

YEAR = re.compile(r"(?<![\w.,/’'-])(?:19|20)\d{2}(?![\w/’'-]|[.,]\d)")

NOT_SAID: Sequence[int | None] = [None]


class PrintedDay(NamedTuple):
    """A day, month, season or year as a draft prints it; no year where it prints none."""

    year: int | None
    month: int | None = None
    day: int | None = None
    season: int | None = None
    is_night: bool = False
    """Whether it is said to be a night, which is printed by its first day or both."""

    @property
    def is_year(self) -> bool:
        """Whether it is a year alone."""
        return self.month is None and self.season is None


class DraftDate(NamedTuple):
    """Where a draft prints a date, and what days it means."""

    start: int
    end: int
    days: list[PrintedDay]
    is_either: bool = False
    """Whether it means only one of them, since day and month may be either number."""

    @property
    def span(self) -> tuple[int, int]:
        """Its span of the draft."""
        return self.start, self.end

    @property
    def is_year(self) -> bool:
        """Whether it is a year alone, which is also one of a sentence's words."""
        return any(day.is_year for day in self.days)


def find_draft_dates(calendar: CalendarRules, text: str) -> list[DraftDate]:
    """Return the dates of a draft in order."""
    found = list(_find_in_words(calendar, text))
    marks = [mark.span() for mark in MARK.finditer(text)]
    for dates in (_find_numeric(text), _find_years(text)):
        taken = Spans([*marks, *(date.span for date in found)])
        found += [date for date in dates if not taken.touch(*date.span)]
    return sorted(found)


def _find_in_words(calendar: CalendarRules, text: str) -> Iterator[DraftDate]:
    for start, end in calendar.find_dates(text):
        yield DraftDate(start, end, list(_read_words(calendar, text[start:end])))


def _read_words(calendar: CalendarRules, words: str) -> Iterator[PrintedDay]:
    """Yield the days, months or seasons that words print: of March and April 2022 either."""
    years, months = sorted(calendar.find_years(words)), sorted(calendar.find_months(words))
    days = sorted(calendar.find_days(words)) if months else []
    if months and (days or years):
        for year, month, day in product(years or NOT_SAID, months, days or NOT_SAID):
            yield PrintedDay(year, month, day)
    elif years:
        for season in calendar.find_seasons(words):
            yield PrintedDay(years[0], season=season)


def _find_numeric(text: str) -> Iterator[DraftDate]:
    for found in NUMERIC.finditer(text):
        year, _, month, day, one, sign, other, last = found.groups()
        orders = [(month, day)] if year else [(other, one), (one, other)]
        whole = int(year or last) + (CENTURY if len(year or last) < len("2025") else 0)
        days = [PrintedDay(whole, int(month), int(day)) for month, day in orders if _is_day(month, day)]
        is_either = len(days) > 1 and one != other
        if days and not (is_either and whole > int(year or last)):
            is_either = is_either and sign != "."
            yield DraftDate(*found.span(), days if is_either else days[:1], is_either)


def _is_day(month: str, day: str) -> bool:
    return 1 <= int(month) <= MONTHS and 1 <= int(day) <= DAYS


def _find_years(text: str) -> Iterator[DraftDate]:
    for found in YEAR.finditer(text):
        yield DraftDate(*found.span(), [PrintedDay(int(found[0]))])
