"""Dates of a draft, held against those that the articles give.

A day is given where an article dates something to it, or to days of which it is one (a night, the days of a
visit: no more than LONGEST_STAY); a month or season where an article dates something to it or to a part of
it. Weekdays, relative days and years alone are passed over, and so is a dateline. What does not belong
here: how dates are read (text/printed_dates.py).
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from datetime import date, timedelta
from itertools import product
from typing import NamedTuple

from istanbul_talks.check.facts.known_figures import Spans, blank
from istanbul_talks.check.facts.known_passages import DraftWord, KnownPassages, measure_all, measure_shared
from istanbul_talks.check.findings import ArticlePlace, Finding, FindingKind, Told, Verdict
from istanbul_talks.text.printed_dates import CalendarRules

LONGEST_STAY = timedelta(days=3)
LONGEST_MONTHS = timedelta(days=62)
LONGEST_SEASON = timedelta(days=92)

LEAST_SHARED, LEAST_PART, LEAST_WORDS = 0.8, 0.3, 2
"""What a sentence with a date that no article gives must share with an article's, whose date is then told."""

LEAST_TO_MISS = 3
"""How many words it must share with an article's that has no such date, to say that none has."""

SURELY_SHARED, SURELY_PART = 1.0, 0.55
"""The same of the words near a date, where an article gives it for something else."""

AS_LIKE = 0.8
"""The part of what the likest shares that counts as much."""

MONTHS, DAYS = 12, 31

NIGHT = 12
"""How many characters before a date may say that it is a night."""

NEAR = 60
"""How many characters before and behind a date are near it."""

MARGIN = 0.6
"""The part of this that a sentence may share with what has its own date."""

DECEMBER = 12

MONTHS_OF_SEASONS = {21: (3, 4, 5), 22: (6, 7, 8), 23: (9, 10, 11), 24: (12, 1, 2)}
"""The months of the seasons, by their numbers in EDTF."""

DATINGS = """
SELECT quotes.source_id, start_char, end_char, event_dates.earliest, event_dates.latest,
  events.id, events.name, records.label, dates_in_words.date, event_dates.date_text
FROM event_dates
JOIN quotes ON quotes.id = quote_id
JOIN events ON events.id = event_dates.event_id
JOIN records ON records.table_name = 'events' AND records.row_id = events.id
JOIN dates_in_words ON event_date_id = event_dates.id
WHERE event_dates.latest IS NOT NULL
"""

PUBLISHED = """
SELECT quotes.source_id, start_char, end_char, value FROM source_metadata
JOIN quotes ON quotes.id = quote_id WHERE field = 'date_published' AND value LIKE '____-__-__'
"""

DATELINE_END = re.compile(r"\s*(?:\([^()\n]{1,40}\)\s*)?(?:[—–]|-\s)")
"""What stands behind the date of a dateline: perhaps an agency in brackets, and a dash."""

NOT_SAID: Sequence[int | None] = [None]


_NOTHING: tuple[frozenset[str], frozenset[str], frozenset[str], frozenset[int]] = (
    frozenset(),
    frozenset(),
    frozenset(),
    frozenset(),
)
"""The words and days beside the day on which an article was published."""


class Dating(NamedTuple):
    """When an article dates something: the first and last day, the words of its sentence and of the event."""

    place: ArticlePlace
    earliest: date
    latest: date
    words: frozenset[str]
    near: frozenset[str]
    about: frozenset[str]
    night_days: frozenset[int]
    event: tuple[Told, ...]
    in_words: str

    @property
    def length(self) -> timedelta:
        """The time from the first day to the last."""
        return self.latest - self.earliest


class PrintedDay(NamedTuple):
    """A day, month or season as a draft prints it; no year where it prints none."""

    year: int | None
    month: int
    day: int | None
    season: int | None = None
    is_night: bool = False
    """Whether it is said to be a night, which is printed by its first day or both."""


class _DatedWords(NamedTuple):
    """Where a draft prints a date, the words of its sentence and those near it, and the other dates there."""

    start: int
    end: int
    words: Sequence[DraftWord]
    near: Sequence[DraftWord]
    beside: Sequence[PrintedDay]


class DayCheck:
    """Finds the dates of drafts, by those of the articles."""

    def __init__(self, known: KnownPassages) -> None:
        self._known, self._datings = known, list(_load_datings(known))

    def find(self, text: str, quotations: Iterable[tuple[int, int]]) -> Iterator[Finding]:
        """Yield the dates of a draft, those that the articles give, too, in order.

        `quotations` are the spans of what stands in the articles word for word, and is not looked at.
        """
        known, quoted = self._known, Spans(quotations)
        found = list(known.calendar.find_dates(text))
        undated = blank(text, found)
        dates = [span for span in found if not (quoted.touch(*span) or _is_dateline(text, *span))]
        surroundings = known.find_surroundings(text, dates)
        printed = {span: list(_read_days(known.calendar, text[slice(*span)])) for span in dates}
        for span, (first, last) in zip(dates, surroundings, strict=True):
            start, end = span
            words = known.weigh(known.split_words(undated[first:last]))
            near = known.weigh(known.split_words(_cut_near(undated, first, last, start, end)))
            beside = [
                day for other in dates if first <= other[0] < last and other != span for day in printed[other]
            ]
            dated = _DatedWords(start, end, words, near, beside)
            is_night = known.calendar.is_night(text[max(first, start - NIGHT) : end])
            days = (day._replace(is_night=is_night) for day in printed[span])
            findings = [found for day in days for found in self._check(day, dated)]
            findings = sorted(findings, key=lambda finding: finding.is_right)[:1]
            yield from (self._check_weekday(finding, text[start:end]) for finding in findings)

    def _check(self, day: PrintedDay, dated: _DatedWords) -> Iterator[Finding]:
        """Yield what is said of a date of a draft, if anything is."""
        span, near = (dated.start, dated.end), dated.near
        comparable = [dating for dating in self._datings if _is_as_precise(day, dating)]
        own = [dating for dating in comparable if _fits(day, dating)]
        others = [dating for dating in comparable if dating.event and not _fits(day, dating)]
        others = [dating for dating in others if not any(_fits(beside, dating) for beside in dated.beside)]
        like = [dating for dating in others if (day.day is None) == (dating.length > LONGEST_STAY)]
        if own and not _is_surely_other(near, own, like):
            best = max(own, key=lambda dating: measure_shared(near, dating.near))
            yield Finding(FindingKind.DAY, Verdict.GIVEN, *span, places=(best.place,))
        elif other := _choose_dating(day, like if own else others, dated.words, near):
            dates = dict.fromkeys(one.in_words for one in others if _is_same_event(one, other))
            differs = f"the article’s date: {' or '.join(dates)}"
            yield Finding(
                FindingKind.DAY, Verdict.OTHERWISE, *span, differs, (other.place,), told=other.event
            )
        elif not own and self._is_known(day, dated.words):
            yield Finding(FindingKind.DAY, Verdict.NOT_HERE, *span)

    def _is_known(self, day: PrintedDay, words: Sequence[DraftWord]) -> bool:
        """Whether a sentence clearly speaks of what articles tell, and date to no time that holds a day."""
        if any(_holds(dating, day) and _is_like(words, dating.words) for dating in self._datings):
            return False
        return any(_is_like(words, passage.words, LEAST_TO_MISS) for passage in self._known.passages)

    def _check_weekday(self, finding: Finding, printed: str) -> Finding:
        """Return what is said of a date, with an objection to a weekday that is not its own."""
        calendar = self._known.calendar
        dating = next((one for one in self._datings if finding.places == (one.place,)), None)
        weekdays = calendar.find_weekdays(printed)
        if finding.verdict != Verdict.GIVEN or not dating or len(weekdays) != 1:
            return finding
        days = [dating.earliest, dating.latest]
        if any(day.isoweekday() in weekdays or not calendar.find_days(printed) for day in days):
            return finding
        differs = f"the article’s date is a {calendar.name_weekday(dating.earliest.isoweekday())}"
        return finding._replace(verdict=Verdict.OTHERWISE, differs=differs, told=dating.event)


def _choose_dating(
    day: PrintedDay, datings: Iterable[Dating], words: Sequence[DraftWord], near: Sequence[DraftWord]
) -> Dating | None:
    """Return the dating of what a draft's sentence tells of: of several as like, the nearest in time."""
    like = [
        dating for dating in datings if _is_like(words, dating.words) and measure_shared(words, dating.about)
    ]
    scores = [measure_shared(words, each.words) + measure_shared(near, each.near) for each in like]
    best = [each for each, score in zip(like, scores, strict=True) if score >= AS_LIKE * max(scores)]
    return min(best, key=lambda dating: _measure_distance(day, dating), default=None)


def _is_same_event(one: Dating, other: Dating) -> bool:
    """Whether an article dates one event twice."""
    return one.event == other.event and one.place.source_id == other.place.source_id


def _holds(dating: Dating, day: PrintedDay) -> bool:
    """Whether a dating is of a longer time of which a day or month is a part."""
    first, last = ((edge.year, edge.month, edge.day) for edge in (dating.earliest, dating.latest))
    return first <= (day.year or first[0], day.month, day.day or 1) <= last


def _is_like(words: Sequence[DraftWord], known: frozenset[str], least_words: int = LEAST_WORDS) -> bool:
    """Whether a draft's sentence clearly speaks of what an article's sentence tells."""
    shared = [word for word in words if not word.forms.isdisjoint(known)]
    least = max(LEAST_SHARED, LEAST_PART * measure_all(words))
    return len(shared) >= least_words and measure_all(shared) >= least


def _measure_distance(day: PrintedDay, dating: Dating) -> int:
    """Return about how many days are between a draft's date and a dating."""
    month = MONTHS_OF_SEASONS[day.season][1] if day.season else day.month
    printed = ((day.year or dating.earliest.year) * MONTHS + month) * DAYS + (day.day or 0)
    found = (dating.earliest.year * MONTHS + dating.earliest.month) * DAYS + (
        dating.earliest.day if day.day else 0
    )
    return abs(printed - found)


def _is_surely_other(near: Sequence[DraftWord], own: Iterable[Dating], others: Iterable[Dating]) -> bool:
    """Whether the words near a date are clearly those beside another."""
    agreed = max(measure_shared(near, dating.near) for dating in own)
    shared = max((measure_shared(near, dating.near) for dating in others), default=0)
    least, part = (SURELY_SHARED, SURELY_PART) if agreed else (LEAST_SHARED, LEAST_PART)
    return shared >= max(least, part * measure_all(near)) and agreed < MARGIN * shared


def _load_datings(known: KnownPassages) -> Iterator[Dating]:
    for source, start, end, earliest, latest, event, name, label, in_words, printed in known.db.execute(
        DATINGS
    ):
        passage, about = known.find_passage(source, start), known.split_words(name)
        text = known.texts[source]
        near = known.split_words(f"{_cut_near(text, passage.start, passage.end, start, end)} {printed}")
        bounds = date.fromisoformat(earliest), date.fromisoformat(latest)
        words, told = (passage.words | about, near | about, about), (Told(label, "events", event),)
        night = frozenset(known.calendar.find_days(printed) if known.calendar.is_night(printed) else ())
        yield Dating(ArticlePlace(source, start, end), *bounds, *words, night, told, in_words)
    for source, start, end, value in known.db.execute(PUBLISHED):
        day = date.fromisoformat(value)
        yield Dating(ArticlePlace(source, start, end), day, day, *_NOTHING, (), "")


def _is_dateline(text: str, start: int, end: int) -> bool:
    """Whether only a date stands in its line, or a place in capitals before it and a dash behind it."""
    first, last = text.rfind("\n", 0, start) + 1, text.find("\n", end)
    before, behind = text[first:start], text[end : last if last >= 0 else len(text)]
    is_alone = not re.search(r"[^\W_]", before + behind)
    return is_alone or (before.isupper() and bool(DATELINE_END.match(behind)))


def _read_days(calendar: CalendarRules, words: str) -> Iterator[PrintedDay]:
    """Yield the days, months or seasons that words print: of March and April 2022 either."""
    years, months = sorted(calendar.find_years(words)), sorted(calendar.find_months(words))
    days = sorted(calendar.find_days(words)) if months else []
    if months and (days or years):
        for year, month, day in product(years or NOT_SAID, months, days or NOT_SAID):
            yield PrintedDay(year, month, day)
    elif years:
        for season in calendar.find_seasons(words):
            yield PrintedDay(years[0], 0, None, season)


def _fits(day: PrintedDay, dating: Dating) -> bool:
    """Whether an article's dating gives a day, month or season."""
    length = dating.length
    if day.season:
        return length <= LONGEST_SEASON and any(
            (edge.year, edge.month) in _list_months(day.year or 0, day.season)
            for edge in (dating.earliest, dating.latest)
        )
    if day.day is None:
        first, last = ((edge.year, edge.month) for edge in (dating.earliest, dating.latest))
        return length <= LONGEST_MONTHS and first <= (day.year, day.month) <= last
    if length > LONGEST_STAY or (day.is_night and dating.night_days and day.day not in dating.night_days):
        return False
    inside = (dating.earliest + timedelta(days=number) for number in range(length.days + 1))
    return any(
        (each.month, each.day) == (day.month, day.day) and day.year in {None, each.year} for each in inside
    )


def _list_months(year: int, season: int) -> set[tuple[int, int]]:
    """Return the months of a season; a winter may be called by either of its years."""
    months = MONTHS_OF_SEASONS[season]
    years = {year, year + 1} if DECEMBER in months else {year}
    return {(each, month) for each in years for month in months if each == year or month != DECEMBER}


def _is_as_precise(day: PrintedDay, dating: Dating) -> bool:
    """Whether a dating says as much as a draft's date."""
    longest = LONGEST_SEASON if day.season else LONGEST_MONTHS if day.day is None else LONGEST_STAY
    return dating.length <= longest


def _cut_near(text: str, first: int, last: int, start: int, end: int) -> str:
    """Return the whole words of a sentence near a date in it."""
    before = text[max(first, start - NEAR) : start]
    behind = text[end : min(last, end + NEAR)]
    before = before if start - NEAR <= first else before.partition(" ")[2]
    return f"{before} {behind if end + NEAR >= last else behind.rpartition(' ')[0]}"
