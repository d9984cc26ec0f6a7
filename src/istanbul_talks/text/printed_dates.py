"""Dates as a text prints them: days, months, weekdays, and words that give a day only beside another.

The words are data of a language: the section `calendar` of seeds/languages/*.yaml.
"""

import re
from collections.abc import Iterator
from datetime import date
from itertools import product

from istanbul_talks.text.folding import fold
from istanbul_talks.text.language_forms import match_any
from istanbul_talks.text.printed_numbers import Forms, invert

DAY = r"(?<!\d)(?:[12]\d|3[01]|0?[1-9])(?!\d|[.,:]\d)"
YEAR = r"(?<!\d)[12]\d{3}(?!\d)"
LAST_DAY, TEN, TENS_OF_DAYS = 31, 10, {20, 30}
NUMBER_AND_SIGNS = re.compile(r"[\d\s,]+")


class CalendarRules:
    """What a language has for dates: the section `calendar` of its file, and the endings of ordinals."""

    def __init__(self, forms: Forms) -> None:
        self._months, self._weekdays, self._seasons, self._offsets, self._directions = (
            {form: int(meanings[0]) for form, meanings in invert(forms[kind]).items()}
            for kind in ("months", "weekdays", "seasons", "day_offsets", "directions")
        )
        self._month, self._weekday, season = map(match_any, (self._months, self._weekdays, self._seasons))
        endings = "|".join(map(re.escape, forms["ordinal_endings"])) or "(?!)"
        self._ordinal_day = rf"({DAY})(?:{endings})\b"
        self._spelt_days = {word: int(day) for day, words in _spell_days(forms) for word in words}
        spelt, link = match_any(self._spelt_days), match_any(forms["links"])
        self._linked_day = rf"(?:{self._ordinal_day}|(?i:{spelt})) {link}"
        self._spelt_day = rf"(?i:({spelt}))(?= {link} {self._month})|{self._month} (?i:({spelt}))"
        self._season_of_year = rf"(?i:{season}),? (?:\w\w )?{YEAR}"
        self._night = f"(?i:{match_any(forms['nights'])})"
        self._offset, self._direction = (
            f"(?i:{match_any(known)})" for known in (self._offsets, self._directions)
        )
        self._full_date = rf"{self._month} {DAY},? {YEAR}|{DAY} {self._month},? {YEAR}"
        self._date = re.compile("|".join(self._list_patterns(forms)))

    def find_dates(self, text: str) -> Iterator[tuple[int, int]]:
        """Yield the spans of a text that are dates; a year alone is a number like others."""
        folded = fold(text)
        for found in self._date.finditer(folded.text):
            yield folded.starts[found.start()], folded.ends[found.end() - 1]

    def name_weekday(self, number: int) -> str:
        """Return the name of a weekday, 1 for Monday."""
        return next(form for form, weekday in self._weekdays.items() if weekday == number)

    def find_years(self, words: str) -> set[int]:
        """Return the years that words print; of the 1990s, the first."""
        return {int(year) for year in re.findall(YEAR, words)}

    def find_months(self, words: str) -> set[int]:
        """Return the months that words print."""
        return {self._months[form] for form in re.findall(self._month, fold(words).text)}

    def find_seasons(self, words: str) -> set[int]:
        """Return the seasons of a year that words print, by their numbers in EDTF."""
        found = re.finditer(self._season_of_year, fold(words).text)
        return {self._seasons[form] for match in found for form in self._seasons if form in match[0].lower()}

    def find_days(self, words: str) -> set[int]:
        """Return the days of a month that words print: beside a month, as an ordinal, or by themselves."""
        folded = fold(words).text
        beside = re.search(self._month, folded) or NUMBER_AND_SIGNS.fullmatch(folded)
        days = {int(day) for day in re.findall(DAY if beside else rf"{self._ordinal_day}(?![- ]\w)", folded)}
        spelt = (found[1] or found[2] for found in re.finditer(self._spelt_day, folded))
        return days | {self._spelt_days[day.lower()] for day in spelt}

    def find_weekdays(self, words: str) -> set[int]:
        """Return the weekdays that words print, 1 for Monday."""
        return {self._weekdays[form] for form in re.findall(self._weekday, fold(words).text)}

    def is_night(self, words: str) -> bool:
        """Whether words date a night, which has two days."""
        return bool(re.search(self._night, fold(words).text))

    def find_day_offset(self, words: str) -> int | None:
        """Return how many days after its anchor a day is (“yesterday”: -1); None if words do not say."""
        found = re.search(self._offset, fold(words).text)
        return self._offsets[found[0].lower()] if found else None

    def find_direction(self, words: str) -> int | None:
        """Return whether words name a weekday before (-1) or after (1) their anchor: “last Thursday”."""
        found = re.search(f"({self._direction}) {self._weekday}", fold(words).text)
        return self._directions[found[1].lower()] if found else None

    def read_anchor(self, words: str) -> date | None:
        """Return the day that words print in full, if they print one date only."""
        folded = fold(words).text
        full = re.search(self._full_date, folded)
        if not full or len(re.findall(self._month, folded)) != 1:
            return None
        (year,), (month,) = self.find_years(full[0]), self.find_months(full[0])
        (day,) = (int(day) for day in re.findall(DAY, re.sub(YEAR, "", full[0])))
        return date(year, month, day)

    def _list_patterns(self, forms: Forms) -> Iterator[str]:
        """Yield a pattern for each form of date, those of more words first."""
        day = f"(?:{self._ordinal_day}|{DAY})"
        within = f"(?i:{match_any(forms['periods_within'])})"
        days = rf"{day}(?:(?:,| and| to| or|-) ?{day})*"
        spelt = f"(?i:{match_any(self._spelt_days)})"
        before, behind = f"(?:{self._linked_day}|{days})", f"(?:{days}|{spelt})"
        month = rf"(?:{before} )?{self._month}(?: {behind})?(?:,? {YEAR})?"
        yield rf"(?:{self._weekday},? )?(?:{within}[- ])?{month}"
        yield self._season_of_year
        yield rf"(?:{self._direction} )?{self._weekday}"
        yield self._offset
        yield rf"{self._direction} (?i:{match_any(forms['stretches'])})"
        counted, distances = (match_any(forms[kind]) for kind in ("counted", "distances"))
        yield rf"(?i:(?<!\w)\w+ {counted} {distances})"


def _spell_days(forms: Forms) -> Iterator[tuple[int, list[str]]]:
    """Yield the days of a month that are written in words: first, twenty-first."""
    for value, words in forms["ordinals"].items():
        if int(value) <= LAST_DAY:
            yield int(value), words
    for tens, unit in product(forms["cardinals"].items(), forms["ordinals"].items()):
        day = int(tens[0]) + int(unit[0])
        if int(tens[0]) in TENS_OF_DAYS and int(unit[0]) < TEN and day <= LAST_DAY:
            yield day, [f"{ten}{sign}{one}" for ten, one in product(tens[1], unit[1]) for sign in "- "]
