"""Tests of the timeline of the site: the section, row or bar of each event, and what is asked for."""

import html
import re
import sqlite3
from datetime import date
from pathlib import Path

import pytest

from fixtures.built_dataset import Dataset
from fixtures.site_client import make_client
from istanbul_talks.site import timeline
from istanbul_talks.site.timeline import (
    CROWDED_YEAR,
    Event,
    Section,
    build_sections,
    load_timeline,
    parse_day,
)


def _make_event(earliest: str, latest: str | None, **columns: object) -> Event:
    """Return an event from one day to another, known where these are the same."""
    edtf = earliest if earliest == latest else f"{earliest}/{latest or '..'}"
    known = earliest == latest
    event = Event(
        edtf,
        edtf,
        edtf,
        "occurred",
        None,
        False,
        known,
        edtf,
        parse_day(earliest),
        parse_day(latest),
        1,
        None,
    )
    return event._replace(**columns)  # type: ignore[arg-type]


def _make_day(day: str, **columns: object) -> Event:
    return _make_event(day, day, **columns)


CROWDED_MAY = [_make_day(f"2025-05-{day}") for day in range(10, 11 + CROWDED_YEAR)]
CROWDED_2022 = [_make_day(f"2022-{month:02}-15") for month in range(1, CROWDED_YEAR + 2)]


def _find_section(title: str, *events: Event) -> Section:
    """Return a section of the crowded times and further events."""
    sections = build_sections([*CROWDED_2022, *CROWDED_MAY, *events])
    return next(section for section in sections if section.title == title)


def test_crowded_times_have_sections_and_the_rest_is_listed_around_them() -> None:
    rest = [
        _make_day("2014-03-01"),
        _make_event("2023-11-01", "2023-11-30"),
        _make_day("2025-01-02"),
        _make_day("2026-01-01"),
        _make_event("2022-06-01", "2025-05-12"),
        _make_event("2022-01-01", None),
    ]
    sections = build_sections([*CROWDED_2022, *CROWDED_MAY, *rest])
    assert {section.title: section.size for section in sections} == {
        "Before 2022": 1,
        "2022": len(CROWDED_2022),
        "Between 2022 and May 2025": 2,
        "May 2025": len(CROWDED_MAY),
        "After May 2025": 1,
        "Over more than one of these times": 2,
    }


def test_without_dates_there_are_no_sections() -> None:
    assert build_sections([]) == []
    assert [section.title for section in build_sections([_make_day("2014-03-01")])] == ["All that is dated"]


def test_days_nights_and_what_is_of_no_known_day_are_rows_and_gaps_are_said() -> None:
    night = _make_event("2025-05-10", "2025-05-11", is_known=True, edtf="night")
    by_day = _make_day("2025-05-12", edtf="/2025-05-12", is_known=False)
    rough = _make_event("2025-05-01", "2025-05-31", is_known=False)
    late = _make_day("2025-05-19")
    rows = _find_section("May 2025", night, by_day, rough, late).rows
    assert [row.title for row in rows] == [
        "Sat 10 May", "10–11 May", "Sun 11 May", "Mon 12 May", "Tue 13 May", "Wed 14 May", "15–18 May",
        "Mon 19 May", "Some time in May",
    ]  # fmt: skip
    assert [row.title for row in rows if not row.columns] == ["15–18 May"]
    assert rows[0].day == date(2025, 5, 10)
    assert rows[3].columns[1][-1] == by_day
    assert rows[-1].columns[1] == [rough]


def test_what_a_side_does_alone_has_a_column_of_its_own() -> None:
    first, second, both = (
        _make_day("2025-05-20", side=side, name=name) for side, name in ((0, "a"), (1, "b"), (None, "c"))
    )
    rows = _find_section("May 2025", first, second, both).rows
    assert rows[-1].columns == [[first], [both], [second]]


@pytest.mark.parametrize(
    ("event", "expected"),
    [
        (_make_day("2022-07-02"), ("day", 49.86, 0.28, True, True)),
        (_make_event("2022-03-01", "2022-04-30"), ("within", 16.16, 16.72, True, True)),
        (_make_event("2022-03-01", "2022-04-30", lasts=True), ("lasting", 16.16, 16.72, True, True)),
        (_make_day("2022-01-31", edtf="/2022-01", is_known=False), ("within", 0.0, 8.49, False, True)),
        (_make_day("2022-12-31", edtf="2022-12-31/", is_known=False), ("within", 99.73, 0.27, True, False)),
    ],
)
def test_a_bar_is_as_long_as_what_is_known(event: Event, expected: tuple[object, ...]) -> None:
    (bar,) = [bar for bar in _find_section("2022", event).bars if bar.event == event]
    assert (bar.shape, bar.x, bar.width, bar.has_start, bar.has_end) == expected


def test_a_whole_year_is_no_bar_unless_it_lasts_so_long() -> None:
    """Catch a statement dated “2022” that is drawn as long as a war."""
    said = _make_event("2022-01-01", "2022-12-31", edtf="2022")
    section = _find_section("2022", said, said._replace(lasts=True))
    assert section.events == [said]
    assert [bar.width for bar in section.bars if bar.event.edtf == "2022"] == [100.0]


def test_the_timeline_has_every_event_once(connection: sqlite3.Connection) -> None:
    """Catch an event that falls between two sections, and one that is dropped for want of a date."""
    shown = load_timeline(connection)
    assert shown is not None
    events = [*shown.undated]
    for section in shown.sections:
        events += [event for row in section.rows for column in row.columns for event in column]
        events += [*section.events, *(bar.event for bar in section.bars)]
    assert sorted(event.id for event in events) == [
        row[0] for row in connection.execute("SELECT id FROM events ORDER BY id")
    ]
    assert shown.size == len(events)
    assert shown.main is not None
    assert shown.main.size == max(section.size for section in shown.sections)


def test_an_actor_has_the_events_it_its_parts_and_its_groups_have_a_part_in(
    connection: sqlite3.Connection,
) -> None:
    query = """
      SELECT asked_id, count(DISTINCT event_id)
      FROM participants JOIN actor_scopes ON actor_scopes.actor_id IN (participants.actor_id, on_behalf_of_id)
      GROUP BY 1 ORDER BY count(as_one_of) DESC, 2 DESC LIMIT 5
    """
    for actor, events in connection.execute(query).fetchall():
        shown = load_timeline(connection, actor)
        assert shown is not None
        assert shown.size == events


def test_the_page_names_every_event_and_who_alleges_it(dataset: Dataset) -> None:
    """Catch a mark that can only be read by pointing at it, and an allegation without its voice."""
    page = html.unescape(make_client(dataset.database)("/-/timeline").text)
    for event, name, status, alleged_by in dataset.query(
        "SELECT event_id, name, status, alleged_by FROM timeline"
    ):
        (told,) = re.findall(rf'<a href="/-/record/{event}">(.*?)</a>', page)
        assert str(told).endswith(str(name))
        if status == "alleged":
            assert told == f"<b>alleged by {alleged_by}:</b> {name}"
        else:
            assert ("<b>" in told) == (status != "occurred"), event
    assert not re.search(r">[^<]*\b\d{4}-\d\d", page)
    assert " style=" not in page


def test_many_events_are_not_shown_one_by_one(village_db: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(timeline, "EVENTS_MARKED", 0)
    page = make_client(village_db)("/-/timeline").text
    assert "too many events to show one by one" in page
    assert '<select id="by"' in page
