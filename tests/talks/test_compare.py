"""Tests of the commands that set things side by side."""

import re
from pathlib import Path

import pytest

from fixtures.talks_runner import read_rows, run_in_terminal, run_talks, strip_styles


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
    assert said["text"] == f"Ada Quill makes: “We will share the well” [{said['quote']}]"


def test_to_a_topic_belong_the_narrower_ones(village_db: Path) -> None:
    assert "remove-carts" in {row["id"] for row in read_rows(village_db, "compare", "roads")}


def test_to_a_topic_belong_the_disagreements_on_it_with_who_says_what(village_db: Path) -> None:
    (record,) = [row for row in read_rows(village_db, "compare", "roads") if row["table"] == "discrepancies"]
    assert record["record"] == "How many carts"
    (said,) = record["mill-meeting"]
    assert (said["speaker"], said["stance"], said["words"]) == ("Bram Otter", "says", "about ten carts")


def test_a_demand_has_a_column_for_each_speaker(village_db: Path) -> None:
    record = next(row for row in read_rows(village_db, "compare", "remove-carts", "--by", "speaker"))
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
    beside = re.match(r"mill-meeting +well-talks", screen) is not None
    assert beside == (columns == 120)
    quote = next(line for line in screen.splitlines() if "“We" in line)
    assert quote.index("Ada") == (screen.index("well-talks") if beside else 4)


def test_where_columns_are_stacked_the_silent_ones_are_named(village_db: Path) -> None:
    screen = strip_styles(run_in_terminal(village_db, "compare", "water", columns=40))
    assert "  nothing from mill-meeting" in screen.splitlines()
