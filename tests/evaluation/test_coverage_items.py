"""What of an article the coding accounts for, and what it leaves open."""

import sqlite3
from contextlib import closing

from fixtures.built_dataset import Dataset
from fixtures.script_runner import run_script
from pipeline.coverage_items import find_coverage_items


def _open_items(dataset: Dataset) -> set[tuple[str, str]]:
    with closing(sqlite3.connect(dataset.database)) as connection:
        return {(item.kind, item.words) for item in find_coverage_items(connection) if item.state == "open"}


def test_a_number_outside_quantities_and_dates_is_open(village: Dataset) -> None:
    village.edit(
        "articles/well-talks.yaml",
        '  quantities: [{text: "12", comparator: "=", value: 12, unit: cart}]\n',
        "",
    )
    village.build()
    assert _open_items(village) == {("numbers", "12")}


def test_footnote_marks_are_no_numbers(built_village: Dataset) -> None:
    assert _open_items(built_village) == set()


def test_quotation_marks_reporting_words_and_sentences_without_code_are_open(village: Dataset) -> None:
    coding = village.seeds / "articles" / "mill-meeting.yaml"
    head, tail = coding.read_text(encoding="utf-8").split("attributions:")
    coding.write_text(head + "sentences:" + tail.split("sentences:")[1], encoding="utf-8")
    village.edit(
        "articles/mill-meeting.yaml", "- {quote: They met on Quill Lane, reason: transition}\n", "[]\n"
    )
    village.edit("articles/mill-meeting.yaml", "sentences:\n[]\n", "")
    village.build(draft=True)
    assert _open_items(village) == {
        ("sentences", "They met on Quill Lane."),
        ("quotation marks", '"about ten carts"'),
        ("numbers", "ten"),
    }


def test_the_command_lists_what_is_open_with_its_sentence(village: Dataset) -> None:
    village.edit(
        "articles/well-talks.yaml",
        '  quantities: [{text: "12", comparator: "=", value: 12, unit: cart}]\n',
        "",
    )
    village.build()
    command = ("quality.py", "coverage", "--database", village.database)
    listed = run_script(*command, "--list").stdout
    assert listed.startswith(
        "well-talks 255-257 numbers: '12'\n    Otter demanded that Upperton remove 12 carts"
    )
    table = run_script(*command).stdout
    assert table.startswith("| article | sentences | quotation marks | reporting words | numbers | dates |\n")
