"""What is wrong with a coded date beside its words, by the rules of the article's language."""

from collections.abc import Callable, Iterator
from datetime import date, timedelta
from typing import NamedTuple

from istanbul_talks.text.printed_dates import CalendarRules
from pipeline.date_bounds import SEASONS

DATES = """
SELECT language, event_dates.id, date_text, edtf, earliest, latest, basis, anchor
FROM event_dates JOIN quotes ON quotes.id = quote_id JOIN sources ON sources.id = source_id
UNION ALL
SELECT language, roles.id, date_text, edtf, earliest, latest, NULL, NULL
FROM roles JOIN sources ON sources.id = source_id WHERE edtf IS NOT NULL
ORDER BY 2
"""
DAYS_OF_WEEK = 7


class CodedDate(NamedTuple):
    """A row with a date and the words it rests on; that of a post has neither basis nor anchor."""

    language: str
    id: str
    words: str
    edtf: str
    earliest: str
    latest: str | None
    basis: str | None
    anchor: str | None

    @property
    def first(self) -> date:
        """The first day."""
        return date.fromisoformat(self.earliest)

    @property
    def last(self) -> date:
        """The last day; the first of what goes on."""
        return date.fromisoformat(self.latest or self.earliest)

    @property
    def is_within_a_week(self) -> bool:
        """Whether its days are less than a week, and end."""
        return self.latest is not None and (self.last - self.first).days < DAYS_OF_WEEK


def find_date_faults(coded: CodedDate, calendar: CalendarRules) -> Iterator[str]:
    """Yield what is wrong with a date."""
    yield from filter(None, (find(coded, calendar) for find in _CHECKS))


def _find_year_fault(coded: CodedDate, calendar: CalendarRules) -> str | None:
    years = calendar.find_years(coded.words)
    if years and not years & {coded.first.year, coded.last.year}:
        return f"the year is {_join(years)}"
    if not years and coded.basis == "stated":
        return "the words give no year, so the date is not stated: it is relative or inferred"
    return None


def _find_month_fault(coded: CodedDate, calendar: CalendarRules) -> str | None:
    months = calendar.find_months(coded.words)
    dated = {coded.first.month, coded.last.month}
    if months and not months & dated:
        return f"the month is {_join(months)}"
    seasons = (
        {} if months else {season: _list_months(season) for season in calendar.find_seasons(coded.words)}
    )
    if seasons and not any(dated & of_season for of_season in seasons.values()):
        return f"the season is {_join(seasons)}"
    return None


def _find_day_fault(coded: CodedDate, calendar: CalendarRules) -> str | None:
    """A night has two days, of which the first is printed; else it is the last."""
    days = calendar.find_days(coded.words)
    is_night = calendar.is_night(coded.words)
    if is_night and coded.last - coded.first != timedelta(days=1):
        return "a night is dated by its two days"
    dated = coded.first.day if is_night else coded.last.day
    return f"the day is {_join(days)}" if coded.is_within_a_week and days and dated not in days else None


def _find_weekday_fault(coded: CodedDate, calendar: CalendarRules) -> str | None:
    named = calendar.find_weekdays(coded.words)
    count = (coded.last - coded.first).days + 1
    if not named or not coded.is_within_a_week:
        return None
    possible = {(coded.first + timedelta(days=number)).isoweekday() for number in range(count)}
    if named & possible:
        return None
    return f"{coded.earliest} is a {' or '.join(map(calendar.name_weekday, sorted(possible)))}"


def _find_offset_fault(coded: CodedDate, calendar: CalendarRules) -> str | None:
    """Compare with the anchor where that names one day, and the words how far from it."""
    anchor = calendar.read_anchor(coded.anchor or "")
    if not anchor or not coded.is_within_a_week:
        return None
    offset, direction = calendar.find_day_offset(coded.words), calendar.find_direction(coded.words)
    if offset is not None and not coded.first <= anchor + timedelta(days=offset) <= coded.last:
        return f"the day is {anchor + timedelta(days=offset)}, counted from the anchor"
    if (direction == -1 and coded.last >= anchor) or (direction == 1 and coded.first <= anchor):
        return f"the day is {'before' if direction == -1 else 'after'} {anchor}, the anchor"
    return None


_CHECKS: tuple[Callable[[CodedDate, CalendarRules], str | None], ...] = (
    _find_year_fault,
    _find_month_fault,
    _find_day_fault,
    _find_weekday_fault,
    _find_offset_fault,
)


def _list_months(season: int) -> set[int]:
    """Return the months of a season with one before and one after: articles do not mean its first day."""
    return {(SEASONS[season] + month - 1) % 12 + 1 for month in range(-1, 4)}


def _join(values: object) -> str:
    return " or ".join(str(value) for value in sorted(values))  # type: ignore[call-overload]
