"""Tests of the events as a calendar, which the plugin datasette-ics writes (the extra `feeds`)."""

import re
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from fixtures.built_dataset import Dataset
from fixtures.run_talks import visitor
from istanbul_talks.site import datasette_metadata

# What ics says of its next version is for the plugin to heed.
pytestmark = pytest.mark.filterwarnings("ignore:Behaviour of str:FutureWarning")

NAME, _ = datasette_metadata.describe_query(datasette_metadata.FEEDS["ics"])


def calendar(database: Path) -> list[dict[str, str]]:
    """Return the events of the calendar, each by the names of its lines."""
    answer = visitor(database)(f"/{database.stem}/{NAME}.ics")
    assert answer.status_code == 200
    lines = re.sub(r"\r?\n ", "", answer.text)
    events = re.findall(r"BEGIN:VEVENT\r?\n(.*?)END:VEVENT", lines, flags=re.DOTALL)
    return [dict(line.split(":", 1) for line in event.splitlines()) for event in events]


def test_no_event_is_more_exact_than_its_date(dataset: Dataset) -> None:
    """Catch an open, unknown or vague date that a calendar would show as one day."""
    told = {event["UID"].partition("@")[0]: event for event in calendar(dataset.database)}
    bounded = "SELECT id, earliest, latest FROM events WHERE earliest IS NOT NULL AND latest IS NOT NULL"
    with closing(sqlite3.connect(dataset.database)) as db:
        expected = {row[0]: row[1:] for row in db.execute(bounded)}
        (after,) = db.execute(
            "SELECT min(date(latest, '+1 day')) FROM events WHERE latest = earliest"
        ).fetchone()
    assert told.keys() == expected.keys()
    assert f"{after.replace('-', '')}T000000" in {event["DTEND"] for event in told.values()}
    for event_id, (earliest, latest) in expected.items():
        assert told[event_id]["DTSTART"] == f"{earliest.replace('-', '')}T000000"
        assert told[event_id]["DTEND"] > f"{latest.replace('-', '')}T000000"
        assert (", dated " in told[event_id]["SUMMARY"].replace("\\,", ",")) == (earliest != latest)


def test_the_calendar_is_named_only_where_the_plugin_is_installed(
    village_db: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert f'href="/test/{NAME}.ics"' in visitor(village_db)("/").text
    monkeypatch.setattr(datasette_metadata, "FEEDS", {"not-installed": datasette_metadata.FEEDS["ics"]})
    without = visitor(village_db)
    assert NAME not in without("/-/questions").text
    assert NAME not in without("/").text
