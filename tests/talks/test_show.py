"""Tests of `talks show`."""

import json
import re
from pathlib import Path

import pytest

from fixtures.built_dataset import Dataset
from fixtures.talks_runner import read_rows, run_talks


def test_show_takes_any_spelling_and_has_everything_about_a_person(village_db: Path) -> None:
    shown = json.loads(run_talks(village_db, "show", "ada quil", "--json").stdout)
    assert (shown["id"], shown["tables"]) == ("ada-quill", ["actors", "people"])
    columns = {column["name"]: column for column in shown["columns"]}
    assert columns["part_of_id"]["label"] == "Upperton"
    found = {(reference["table"], reference["column"]) for reference in shown["references"]}
    assert {
        ("names", "actor_id"),
        ("roles", "person_id"),
        ("participants", "actor_id"),
        ("statements", "holder_id"),
    } <= found
    assert "Ada Quil" in {passage["exact"] for passage in shown["passages"]}


def test_show_marks_the_quote_in_its_sentence(village_db: Path) -> None:
    shown = run_talks(village_db, "show", "share-the-well").stdout
    assert "“**We will share the well**,” Quill said." in shown
    assert "beneficiary_id\t— (the articles name no other beneficiary)" in shown
    assert "well-talks_" in shown


def test_show_has_the_ground_of_a_statement_and_the_event_that_it_is(village_db: Path) -> None:
    (ground,) = read_rows(village_db, "sql", "SELECT statement_id, event_id FROM statement_grounds")
    shown = json.loads(run_talks(village_db, "show", ground["statement_id"], "--json").stdout)
    assert "did not object" in {passage["exact"] for passage in shown["passages"]}
    (reference,) = shown["references"]
    assert reference["table"] == "statement_grounds"
    assert reference["label"].endswith(" · did not object · 27 February 1998: Talks at the mill")


@pytest.mark.parametrize("record", ["remove-carts", "mill-talks"])
def test_show_and_compare_name_the_disagreements_over_the_same_words(village: Dataset, record: str) -> None:
    """Catch a disagreement that the page of a demand or event has and the commands leave out."""
    village.edit(
        "registers/discrepancies.yaml", "holder: bram-otter, quote: about ten carts", f"quote: {TALKED}"
    )
    village.edit("registers/discrepancies.yaml", "  topics: [parking]", "  topics: [water]")
    village.build()
    shown = json.loads(run_talks(village.database, "show", record, "--json").stdout)
    named = [(each["id"], each["label"]) for each in shown["references"] if each["column"] == "same words"]
    assert named == [("number-of-carts", "How many carts")]
    compared = read_rows(village.database, "compare", record)
    assert [row["id"] for row in compared if row["table"] == "discrepancies"] == ["number-of-carts"]


def test_show_without_disagreements_names_none(village_db: Path) -> None:
    assert "same words" not in run_talks(village_db, "show", "share-the-well").stdout


TALKED = "The villages of Upperton and Lowerton talked on 27 February 1998"


def test_show_without_the_text_has_the_characters_around(released_db: Path) -> None:
    shown = run_talks(released_db, "show", "share-the-well").stdout
    assert re.search(r"\S.*\*\*We will share the well\*\*,” Quill said", shown)


@pytest.mark.parametrize(
    "table", ["sources", "roles", "events", "participants", "claims", "statements", "quotes"]
)
def test_show_knows_the_rows_of_every_table(village_db: Path, table: str) -> None:
    for row in read_rows(village_db, "sql", f"SELECT id FROM {table}"):
        assert run_talks(village_db, "show", row["id"]).exit_code == 0


def test_show_of_something_unknown_finds_nothing(village_db: Path) -> None:
    result = run_talks(village_db, "show", "share-the-wel-l")
    assert result.exit_code == 1
    assert "did you mean “share-the-well”" in result.stderr
