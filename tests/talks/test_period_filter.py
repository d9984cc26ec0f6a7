"""Tests of --from and --to: which dates may lie in a time."""

import shutil
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from fixtures.built_dataset import Dataset
from fixtures.talks_runner import read_rows, run_talks
from pipeline.date_bounds import parse_bounds, split_set

ASKED = [
    ("/1998-02", "--to 1998-01", False),
    ("/1998-02", "--from 1998-02 --to 1998-02", True),
    ("1998-02/", "--from 1998-02-28", True),
    ("1998-02/", "--from 1998-03", False),
    ("1998-02/..", "--from 2030", True),
    ("1998-02/..", "--to 1998-01", False),
    ("1998-02/1998-04", "--from 1998-03 --to 1998-03", True),
    ("1998", "--from 1998-03 --to 1998-03", True),
    ("{1998-02,1998-05}", "--from 1998-03 --to 1998-04", False),
    ("{1998-02,1998-05}", "--from 1998-02 --to 1998-02", True),
    ("{1998-02,1998-05}", "--from 1998-05 --to 1998-06", True),
    ("{1998-02,1998-05}", "--from 1998-03", True),
    ("{1998-02,1998-05}", "--to 1998-04", True),
]


@pytest.fixture
def db(village_db: Path, tmp_path: Path) -> Path:
    """A copy of the village's database, in which a test may date the talks anew."""
    return Path(shutil.copy(village_db, tmp_path))


def date_event(db: Path, edtf: str) -> None:
    """Give the talks a date, or one of two dates to each of their two datings; the other event has none."""
    change = "UPDATE event_dates SET edtf = ?, earliest = ?, latest = ? WHERE id = ?"
    with closing(sqlite3.connect(db)) as connection, connection:
        connection.execute("DELETE FROM event_dates WHERE event_id <> 'mill-talks'")
        connection.execute("UPDATE events SET edtf = iif(id = 'mill-talks', ?, NULL)", [edtf])
        ids = [row_id for (row_id,) in connection.execute("SELECT id FROM event_dates ORDER BY id")]
        for row_id, date in zip(ids, (split_set(edtf) * 2)[: len(ids)], strict=True):
            bounds = [day and day.isoformat() for day in parse_bounds(date)]
            connection.execute(change, [date, *bounds, row_id])


@pytest.mark.parametrize(("edtf", "options", "found"), ASKED)
def test_an_event_is_found_where_one_of_its_dates_may_lie(
    db: Path, edtf: str, options: str, found: bool
) -> None:
    date_event(db, edtf)
    assert run_talks(db, "events", *options.split(), "--count").stdout == f"{int(found)}\n"


def test_what_is_not_known_to_be_earlier_is_not_early(dataset: Dataset) -> None:
    """Catch an unknown beginning that counts as for ever."""
    found = {row["earliest"][:4] for row in read_rows(dataset.database, "events", "--to", "2014-12")}
    assert found
    assert max(found) <= "2014"


WHEN = {
    "lane-belongs-to-lowerton": "Bram Otter: 27 February 1998",
    "remove-carts": "Bram Otter in The villages of Upperton and Lowerton talked …: 27 February 1998",
    "share-the-well": "27 February 1998",
}
"""When the demands and claims of the village were said or put: the aunt and the miller have no date."""


@pytest.mark.parametrize("command", ["demands", "claims"])
def test_a_demand_or_claim_is_found_by_when_it_was_said(village_db: Path, command: str) -> None:
    """Catch a date of one speaker that seems to be that of all, and words that have none."""
    rows = read_rows(village_db, command, "--from", "1998-02", "--to", "1998-02")
    assert rows
    assert {row["id"]: row["when"] for row in rows} == {row["id"]: WHEN[row["id"]] for row in rows}
    assert len(rows) == len(read_rows(village_db, command))
    assert "had promised it" not in str([row["words"] for row in rows])
    assert run_talks(village_db, command, "--from", "1998-03", "--count").stdout == "0\n"
    assert run_talks(village_db, command, "--to", "1998-01", "--count").stdout == "0\n"
