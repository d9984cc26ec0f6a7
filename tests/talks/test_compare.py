"""Tests of the commands that set things side by side."""

import re
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from fixtures.site_client import make_client
from fixtures.talks_runner import read_rows, run_in_terminal, run_talks, strip_styles
from istanbul_talks.database.named_queries import read_sql


def test_a_topic_has_a_column_for_each_article(village_db: Path) -> None:
    (record,) = [row for row in read_rows(village_db, "compare", "water") if row["table"] == "demands"]
    assert record["id"] == "share-the-well"
    assert record["mill-meeting"] is None
    said, *_ = record["well-talks"]
    assert (said["words"], said["speaker"], said["stance"]) == (
        "We will share the well",
        "Ada Quill",
        "makes",
    )
    assert said["text"] == f"Ada Quill proposes: “We will share the well” [{said['quote']}]"


def test_to_a_topic_belong_the_narrower_ones(village_db: Path) -> None:
    assert "remove-carts" in {row["id"] for row in read_rows(village_db, "compare", "roads")}


def test_to_a_topic_belong_the_disagreements_on_it_with_who_says_what(village_db: Path) -> None:
    (record,) = [row for row in read_rows(village_db, "compare", "roads") if row["table"] == "discrepancies"]
    assert record["record"] == "How many carts"
    (said,) = record["mill-meeting"]
    assert (said["speaker"], said["stance"], said["words"]) == ("Bram Otter", "says", "about ten carts")
    assert said["text"].startswith("Bram Otter “") or said["text"].startswith("Bram Otter: ")


def test_a_demand_has_a_column_for_each_speaker(village_db: Path) -> None:
    rows = read_rows(village_db, "compare", "remove-carts", "--speakers")
    (record,) = [row for row in rows if row["id"] == "remove-carts"]
    said = {name: cell[0]["stance"] for name, cell in record.items() if isinstance(cell, list)}
    assert said["Ada Quill"] == "rejects"


def test_an_event_has_who_took_part_and_what_was_put_forward(village_db: Path) -> None:
    tables = {row["table"] for row in read_rows(village_db, "compare", "mill-talks")}
    assert {"events", "participants", "demands"} <= tables


def test_something_else_is_not_compared(village_db: Path) -> None:
    assert run_talks(village_db, "compare", "ada-quill").exit_code == 1


@pytest.mark.parametrize("columns", [120, 40])
def test_columns_line_up_or_are_stacked(village_db: Path, columns: int) -> None:
    screen = strip_styles(run_in_terminal(village_db, "compare", "water", columns=columns))
    assert max(map(len, screen.splitlines())) <= columns
    beside = re.search("^mill-meeting +well-talks", screen, re.MULTILINE) is not None
    assert beside == (columns == 120)
    quote = next(line for line in screen.splitlines() if "“We" in line)
    assert quote.index("Ada") == (screen.splitlines()[2].index("well-talks") if beside else 4)


def test_columns_narrower_than_36_characters_are_stacked(village_db: Path) -> None:
    wide, narrow = (
        strip_styles(run_in_terminal(village_db, "compare", "roads", columns=width)) for width in (72, 71)
    )
    assert re.search("^mill-meeting +well-talks", wide, re.MULTILINE)
    assert not re.search("mill-meeting +well-talks", narrow)


def test_a_column_that_says_nothing_is_named_once_and_not_drawn(village_db: Path) -> None:
    screen = strip_styles(run_in_terminal(village_db, "compare", "share-the-well", columns=120))
    assert screen.count("mill-meeting") == 1
    assert "Silent: mill-meeting" in map(str.strip, screen.splitlines())


def test_an_article_beside_itself_or_a_person_is_refused(village_db: Path) -> None:
    assert run_talks(village_db, "compare", "well-talks", "ada-quill").exit_code == 1
    assert run_talks(village_db, "compare", "well-talks", "well-talks").exit_code == 2


NOTE = (
    "Bram Otter and author of the short notice may be one voice:"
    " that article may be the text of “Talks at the mill” (from outside the articles)"
)


@pytest.fixture
def relaying_db(village_db: Path, tmp_path: Path) -> Path:
    """The village, of whose articles one may be the text of what the other relays."""
    path = tmp_path / "relaying.db"
    path.write_bytes(village_db.read_bytes())
    with closing(sqlite3.connect(path)) as db, db:
        db.execute(
            "INSERT INTO source_metadata (id, source_id, field, value, basis, event_id, rationale) VALUES"
            " ('original', 'mill-meeting', 'possible_original', 'a report', 'external', 'mill-talks', 'R.')"
        )
    return path


@pytest.mark.parametrize("by", [[], ["--speakers"]])
def test_voices_that_may_be_one_are_noted_in_the_first_row(relaying_db: Path, by: list[str]) -> None:
    first, *others = read_rows(relaying_db, "compare", "roads", *by)
    assert (first.pop("id"), first.pop("table"), first.pop("record")) == ("original", "source_metadata", NOTE)
    assert set(first.values()) == {None}
    assert "source_metadata" not in {row["table"] for row in others}


def test_nothing_is_noted_where_only_one_of_the_voices_speaks(relaying_db: Path) -> None:
    assert "source_metadata" not in {row["table"] for row in read_rows(relaying_db, "compare", "water")}


def test_the_note_stands_on_the_page_of_the_comparison_and_with_hearsay(relaying_db: Path) -> None:
    assert make_client(relaying_db)("/-/compare/roads").text.count(f"<p>{NOTE}.</p>") == 1
    with closing(sqlite3.connect(relaying_db)) as db:
        db.row_factory = sqlite3.Row
        notes = {row["id"]: row["note"] for row in db.execute(read_sql("hearsay"))}
    (aunts,) = [key for key, note in notes.items() if note]
    assert notes[aunts] == NOTE


def test_topics_are_drawn_below_those_above_them_with_what_is_under_each(village_db: Path) -> None:
    """Catch a topic that takes more than a line or two, and one that stands under another's heading."""
    lines = strip_styles(run_in_terminal(village_db, "compare", columns=120)).splitlines()
    drawn = [" ".join(line.split()) for line in lines]
    assert drawn[0] == "Roads 2"
    assert re.fullmatch(r"All of it: 1 demand, .*1 disagreement roads", drawn[1])
    assert re.fullmatch(r"Parking: 1 demand, .* parking", drawn[2])
    assert drawn[4] == "Water 1"
    assert drawn[-1].startswith("3 topics. talks compare ID")
