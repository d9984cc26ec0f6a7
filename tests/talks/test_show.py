"""Tests of `talks show`."""

import csv
import io
import json
import re
from pathlib import Path

import pytest

from fixtures.built_dataset import Dataset
from fixtures.talks_runner import read_rows, run_in_terminal, run_talks, strip_styles
from istanbul_talks.database.quoted_sentences import join_passages
from istanbul_talks.database.records import Passage


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
    assert shown.count("We will share the well") == 1
    assert "  Ada Quill" in shown
    assert "proposes it" in shown
    assert not re.search("_id|edtf|beneficiary|1998-02-27", shown)


def test_show_of_a_person_has_what_the_person_says_by_day(village_db: Path) -> None:
    """Catch a schema in the place of a page: names of columns, ids for names, dates for programs."""
    shown = run_talks(village_db, "show", "ada-quill").stdout
    assert re.search(r"What Quill says · \d+\n 27 February 1998\n", shown)
    assert not re.search("_id|edtf|1998-0", shown)


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
    """Catch words that stand twice told without what tells them apart, and any beyond their sentence."""
    shown = run_talks(released_db, "show", "remove-carts").stdout
    assert "  Otter demanded that Upperton **remove 12 carts** from the lane.\n" in shown
    assert "  **did not object**\n" in shown


@pytest.mark.parametrize(
    "table", ["sources", "roles", "events", "participants", "claims", "statements", "quotes"]
)
def test_show_knows_the_rows_of_every_table(village_db: Path, table: str) -> None:
    for row in read_rows(village_db, "sql", f"SELECT id FROM {table} LIMIT 7"):
        assert run_talks(village_db, "show", row["id"]).exit_code == 0


def test_show_of_something_unknown_finds_nothing(village_db: Path) -> None:
    result = run_talks(village_db, "show", "share-the-wel-l")
    assert result.exit_code == 1
    assert "did you mean “share-the-well”" in result.stderr


def test_show_tells_who_said_a_claim_inwards_from_the_author(village_db: Path) -> None:
    told = run_talks(village_db, "show", CLAIM).stdout.partition("In whose words\n")[2].splitlines()
    start = next(i for i, line in enumerate(told) if line.endswith("\twell-talks"))
    assert told[start + 1 : start + 7] == [
        "  author of the article on the meeting",
        "    Bram Otter (printed “He”) “claimed” (at a distance), 27 February 1998: asserts it",
        "      an aunt of Quill (printed “Quill’s  aunt”) “promised it in autumn 1997”: asserts it",
        "  He claimed that **the lane “belongs to Lowerton”** and that Quill’s  aunt **had promised it**"
        " in autumn 1997.",
        "    (27 February 1998)",
        "",
    ]


CLAIM = "lane-belongs-to-lowerton"


def test_show_hangs_what_shares_a_speaker_from_one_branch(village_db: Path) -> None:
    screen = strip_styles(run_in_terminal(village_db, "show", CLAIM)).partition("well-talks")[2]
    assert screen.count("author of the article") == 1
    branch = r"└── Bram Otter \(printed “He”\) “claimed” \(at a distance\), 27 February 1998:"
    assert re.search(branch + r"\s+│?\s+asserts it *\n", screen)
    assert "      └── an aunt of Quill" in screen


def test_show_says_on_what_ground_a_stance_is_taken(village_db: Path) -> None:
    lines = run_talks(village_db, "show", "remove-carts").stdout.splitlines()
    (told,) = [line for line in lines if "on the ground of" in line]
    assert told.endswith("“asked”, 27 February 1998: on the ground of “did not object”")
    links = json.loads(run_talks(village_db, "show", "remove-carts", "--json").stdout)["attribution"]
    assert [link["id"].partition("_")[0] for link in links if link["ground"]] == ["mill-meeting"]


def test_programs_get_every_link_of_the_chains(village_db: Path) -> None:
    links = json.loads(run_talks(village_db, "show", CLAIM, "--json").stdout)["attribution"]
    assert [(link["depth"], link["speaker"], link["stance"]) for link in links][-3:] == [
        (0, "author of the article on the meeting", None),
        (1, "Bram Otter", None),
        (2, "an aunt of Quill", "asserts"),
    ]
    assert links[-1]["words"] == "had promised it"
    rows = list(csv.DictReader(io.StringIO(run_talks(village_db, "show", CLAIM, "--csv").stdout)))
    told = [row for row in rows if row["part"] == "attribution"]
    assert [row["name"] for row in told] == [link["id"] for link in links]
    assert (
        told[-1]["value"]
        == "an aunt of Quill (printed “Quill’s  aunt”) “promised it in autumn 1997”: asserts it"
    )
    assert told[-1]["note"] == "had promised it"


def test_a_record_that_nobody_says_has_no_attribution(village_db: Path) -> None:
    assert json.loads(run_talks(village_db, "show", "ada-quill", "--json").stdout)["attribution"] == []
    assert "In whose words" not in run_talks(village_db, "show", "ada-quill").stdout


def test_show_says_to_whom_a_demand_would_fall_that_names_nobody(village_db: Path) -> None:
    """Catch an addressee that the coding concluded, told as one whom an article asks, or not at all."""
    told = run_talks(village_db, "show", "share-the-well").stdout
    assert told.startswith("Upperton; Ada Quill (Talks at the mill): To share the well")
    assert "Would fall to\tLowerton (no article names whom it asks)\n" in told
    assert "Would fall to" not in run_talks(village_db, "show", "remove-carts").stdout


def test_words_that_several_quotes_have_of_a_sentence_are_shown_together() -> None:
    """Catch a sentence in pieces where quotes and their contexts overlap, and one joined with the next."""
    told = [("a", 10, "", "one two", ""), ("a", 14, "one ", "two three", ""), ("a", 30, "", "four", " five")]
    passages = [
        Passage(f"q{number}", source, start, start + len(exact), before, exact, after)
        for number, (source, start, before, exact, after) in enumerate([*told, ("b", 31, "", "our", "")])
    ]
    sentences = list(join_passages(passages))
    assert [sentence.quote_ids for sentence in sentences] == [["q0", "q1"], ["q2"], ["q3"]]
    assert [piece.text for sentence in sentences for piece in sentence.pieces] == [
        *("one two three", "four", " five", "our")
    ]
