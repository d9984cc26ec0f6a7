"""When the articles date what, and when they were published.

What does not belong here: which dating a draft's date stands for (days.py).
"""

from collections.abc import Iterator
from datetime import date, timedelta
from typing import NamedTuple

from istanbul_talks.check.facts.draft_dates import DAYS, MONTHS, PrintedDay
from istanbul_talks.check.facts.known_passages import KnownPassages
from istanbul_talks.check.findings import ArticlePlace, Told

LONGEST_STAY = timedelta(days=3)
LONGEST_MONTHS = timedelta(days=62)
LONGEST_SEASON = timedelta(days=92)

NEAR = 60
"""How many characters before and behind a date are near it."""

SLIP, SLIP_OF_MONTHS = 14, 62
"""How many days from a day or month its mistake may be, unless only its day, month or year is other."""

DECEMBER = 12

MONTHS_OF_SEASONS = {21: (3, 4, 5), 22: (6, 7, 8), 23: (9, 10, 11), 24: (12, 1, 2)}
"""The months of the seasons, by their numbers in EDTF."""

DATINGS = """
SELECT quotes.source_id, start_char, end_char, event_dates.earliest, event_dates.latest,
  events.id, events.name, coalesce('alleged by ' || timeline.alleged_by || ': ', '') || events.name,
  authors.name, dates_in_words.date, event_dates.date_text
FROM event_dates
JOIN quotes ON quotes.id = quote_id
JOIN events ON events.id = event_dates.event_id
JOIN timeline ON timeline.event_id = events.id
JOIN sources ON sources.id = quotes.source_id
JOIN actors AS authors ON authors.id = sources.author_id
JOIN dates_in_words ON event_date_id = event_dates.id
WHERE event_dates.latest IS NOT NULL
"""

PUBLISHED = """
SELECT quotes.source_id, start_char, end_char, published.value, group_concat(said.value, ' ')
FROM source_metadata AS published
JOIN quotes ON quotes.id = published.quote_id
JOIN source_metadata AS said ON said.source_id = published.source_id
WHERE published.field = 'date_published' AND published.value LIKE '____-__-__'
GROUP BY quotes.id, published.value
"""
"""When articles were published, with title, author and publisher."""

_NONE: frozenset[str] = frozenset()


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
    author: str
    in_words: str
    is_printed: bool
    """Whether a date is printed, not words such as *four weeks later*."""

    @property
    def length(self) -> timedelta:
        """The time from the first day to the last."""
        return self.latest - self.earliest

    def tell(self, dates: str) -> tuple[Told, ...]:
        """Return what the article's author, whose name stands first, dates to some dates."""
        voice = self.author[:1].upper() + self.author[1:]
        return tuple(each._replace(sentence=f"{voice}: {dates}: {each.sentence}") for each in self.event)

    def gives(self, day: PrintedDay) -> bool:
        """Whether it gives a day, month, season or year."""
        length = self.length
        if day.is_year:
            return self.earliest.year <= (day.year or 0) <= self.latest.year
        if day.season:
            return length <= LONGEST_SEASON and any(
                (edge.year, edge.month) in _list_months(day.year or 0, day.season)
                for edge in (self.earliest, self.latest)
            )
        if day.day is None:
            first, last = ((edge.year, edge.month) for edge in (self.earliest, self.latest))
            return length <= LONGEST_MONTHS and first <= (day.year or 0, day.month or 0) <= last
        if length > LONGEST_STAY or (day.is_night and self.night_days and day.day not in self.night_days):
            return False
        inside = (self.earliest + timedelta(days=number) for number in range(length.days + 1))
        return any(
            (each.month, each.day) == (day.month, day.day) and day.year in {None, each.year}
            for each in inside
        )

    def holds(self, day: PrintedDay) -> bool:
        """Whether it is of a longer time of which a day or month is a part."""
        first, last = ((edge.year, edge.month, edge.day) for edge in (self.earliest, self.latest))
        return first <= (day.year or first[0], day.month or 0, day.day or 1) <= last

    def is_as_precise(self, day: PrintedDay) -> bool:
        """Whether it says as much as a draft's date."""
        longest = LONGEST_SEASON if day.season else LONGEST_MONTHS if day.day is None else LONGEST_STAY
        return self.length <= longest

    def measure_distance(self, day: PrintedDay) -> int:
        """Return about how many days are between it and a draft's date."""
        month = MONTHS_OF_SEASONS[day.season][1] if day.season else day.month or 0
        printed = ((day.year or self.earliest.year) * MONTHS + month) * DAYS + (day.day or 0)
        found = (self.earliest.year * MONTHS + self.earliest.month) * DAYS + (
            self.earliest.day if day.day else 0
        )
        return abs(printed - found)

    def is_slip(self, day: PrintedDay) -> bool:
        """Whether a draft's date may be a mistake for it: near it, or the same but for day, month or year."""
        first = self.earliest
        is_year, is_month, is_day = (
            day.year in {None, first.year},
            day.month in {None, first.month},
            day.day in {None, first.day},
        )
        return (
            bool(day.season)
            or is_year + is_month + is_day > 1
            or self.measure_distance(day) <= (SLIP if day.day else SLIP_OF_MONTHS)
        )

    def is_same_event(self, other: "Dating") -> bool:
        """Whether the article dates one event twice."""
        return self.event == other.event and self.place.source_id == other.place.source_id


def load_datings(known: KnownPassages) -> Iterator[Dating]:
    """Yield all datings of the articles, and the days on which they were published."""
    for source, start, end, earliest, latest, event, name, label, *said in known.db.execute(DATINGS):
        author, in_words, printed = said
        text, passage, about = known.texts[source], known.find_passage(source, start), known.split_words(name)
        near = known.split_words(f"{cut_near(text, passage.start, passage.end, start, end)} {printed}")
        bounds = date.fromisoformat(earliest), date.fromisoformat(latest)
        words, told = (passage.words | about, near | about, about), (Told(label, "events", event),)
        night = frozenset(known.calendar.find_days(printed) if known.calendar.is_night(printed) else ())
        place, is_printed = ArticlePlace(source, start, end), _prints_date(known, printed)
        yield Dating(place, *bounds, *words, night, told, author, in_words, is_printed)
    for source, start, end, value, said in known.db.execute(PUBLISHED):
        place, day, near = (
            ArticlePlace(source, start, end),
            date.fromisoformat(value),
            known.split_words(said),
        )
        yield Dating(place, day, day, _NONE, near, _NONE, frozenset(), (), "", "", is_printed=True)


def _prints_date(known: KnownPassages, words: str) -> bool:
    """Whether words print a weekday, month or year."""
    calendar = known.calendar
    return bool(calendar.find_weekdays(words) | calendar.find_months(words) | calendar.find_years(words))


def _list_months(year: int, season: int) -> set[tuple[int, int]]:
    """Return the months of a season; a winter may be called by either of its years."""
    months = MONTHS_OF_SEASONS[season]
    years = {year, year + 1} if DECEMBER in months else {year}
    return {(each, month) for each in years for month in months if each == year or month != DECEMBER}


def cut_near(text: str, first: int, last: int, start: int, end: int) -> str:
    """Return the whole words of a sentence near a date in it."""
    before = text[max(first, start - NEAR) : start]
    behind = text[end : min(last, end + NEAR)]
    before = before if start - NEAR <= first else before.partition(" ")[2]
    return f"{before} {behind if end + NEAR >= last else behind.rpartition(' ')[0]}"
