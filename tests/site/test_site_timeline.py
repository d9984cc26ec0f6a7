"""Tests of the timeline of the site: how time is cut into panels, and where each event is drawn."""

import sqlite3
from datetime import date, timedelta
from itertools import pairwise

from istanbul_talks.site.timeline import (
    CROWDED_YEAR,
    DAY,
    Event,
    Mark,
    Period,
    Timeline,
    build_panel,
    load_timeline,
    parse_day,
    split_into_periods,
)

MAY = Period(date(2025, 5, 10), date(2025, 5, 19), "days")


def _make_event(earliest: str | None, latest: str | None, name: str = "it") -> Event:
    bounds = (parse_day(earliest), parse_day(latest))
    return Event(name, name, None, None, "occurred", *bounds, is_day=earliest == latest, articles=1)


def _make_day(day: str) -> Event:
    return _make_event(day, day, day)


def _draw(*events: Event, period: Period = MAY) -> list[Mark]:
    return build_panel(period, list(events), {}).marks


def test_a_day_is_a_dot_in_its_middle_and_a_longer_time_a_bar() -> None:
    (dot,) = _draw(_make_day("2025-05-10"))
    assert (dot.x, dot.width) == (5, None)
    (bar,) = _draw(_make_event("2025-05-12", "2025-05-13"))
    assert (bar.x, bar.width) == (20, 20)


def test_a_bar_goes_beyond_the_edge_where_its_time_goes_on() -> None:
    (before,) = _draw(_make_event("2022-01-01", "2025-05-10"))
    assert before.x < 0
    (after,) = _draw(_make_event("2025-05-19", None))
    assert after.width
    assert after.x + after.width > 100
    (by,) = _draw(_make_day("2025-05-11")._replace(is_day=False))
    assert (by.x, by.width) == (10, 10)
    assert _draw(_make_day("2025-05-20"), _make_event(None, None)) == []


def test_marks_of_the_same_time_lie_in_lanes_of_their_own() -> None:
    same = _draw(_make_day("2025-05-15"), _make_event("2025-05-14", "2025-05-16"), _make_day("2025-05-15"))
    assert len({mark.y for mark in same}) == 3
    assert len({mark.y for mark in _draw(_make_day("2025-05-11"), _make_day("2025-05-15"))}) == 1


def test_crowded_years_get_panels_and_the_rest_shares_years() -> None:
    months = [_make_day(f"2022-{month:02}-15") for month in range(1, CROWDED_YEAR + 2)]
    days = [_make_day(f"2025-05-{day}") for day in range(11, 12 + CROWDED_YEAR)]
    rare = [
        _make_day("2014-03-01"),
        _make_event("2023-11-01", "2023-11-30"),
        _make_day("2025-01-02"),
        _make_day("2026-01-01"),
    ]
    found = split_into_periods([*months, *days, *rare])
    may = f"11–{11 + CROWDED_YEAR} May 2025"
    assert [period.title for period in found] == ["2014", "2022", "2023–2025", may, "2026"]
    assert [period.unit for period in found] == ["years", "months", "years", "days", "years"]
    assert all(earlier.last < later.first for earlier, later in pairwise(found))


def test_without_dates_there_is_no_axis() -> None:
    assert split_into_periods([_make_event(None, None)]) == []


def test_the_axis_of_the_real_data_has_every_dated_event_where_it_belongs(
    connection: sqlite3.Connection,
) -> None:
    """Catch an event that falls between two panels, is drawn outside its time or over another mark."""
    shown = load_timeline(connection)
    marks = [mark for panel in shown.panels for mark in panel.marks]
    assert {mark.event for mark in marks} == {event for event in shown.events if event.earliest}
    assert {number for mark in marks if (number := mark.number)} == set(shown.landmarks)
    for period, panel in zip(split_into_periods(shown.events), shown.panels, strict=True):
        _assert_in_time(period, panel.marks)
        places = [(mark.y, mark.x) for mark in panel.marks]
        assert len(set(places)) == len(places)


def _assert_in_time(period: Period, marks: list[Mark]) -> None:
    whole = (period.last - period.first).days + 1
    for mark in marks:
        if mark.width is None:
            assert period.first + timedelta(days=int(mark.x * whole / 100)) == mark.event.earliest
            assert mark.event.is_day
        elif mark.x >= 0:
            assert (
                abs((period.first + mark.x * whole / 100 * DAY - (mark.event.earliest or date.min)).days) <= 1
            )


def test_an_actor_has_the_events_it_its_parts_and_its_groups_have_a_part_in(
    connection: sqlite3.Connection,
) -> None:
    query = """
      SELECT asked_id, count(DISTINCT event_id)
      FROM participants JOIN actor_scopes ON actor_scopes.actor_id IN (participants.actor_id, on_behalf_of_id)
      GROUP BY 1 ORDER BY count(as_one_of) DESC, 2 DESC LIMIT 5
    """
    for actor, events in connection.execute(query).fetchall():
        shown: Timeline = load_timeline(connection, actor)
        assert len(shown.events) == events
