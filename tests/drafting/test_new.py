"""`python scripts/draft.py new`: what it writes, and what it refuses before anything is written."""

import hashlib
import json
from pathlib import Path
from subprocess import CompletedProcess

import pytest
import yaml

from fixtures.built_dataset import Dataset
from fixtures.script_runner import run_script
from pipeline import BuildError


def run_new(dataset: Dataset, name: str, *words: str) -> CompletedProcess[str]:
    received = dataset.folder / "received.txt"
    places = ["--seeds", str(dataset.seeds), "--package", str(dataset.package)]
    return run_script("draft.py", "new", received, "--id", name, *places, *words)


def test_a_new_article_has_all_that_is_known_and_builds_as_a_draft(growing: Dataset, text: str) -> None:
    growing.build()
    done = run_new(growing, "mill-sale", "--published", "2025-06-04")
    assert done.returncode == 0, done.stderr
    assert [Path(line).name for line in done.stdout.splitlines()] == [
        "mill-sale.txt",
        "mill-sale.yaml",
        "actors.yaml",
        "datapackage.json",
    ]
    coding = yaml.safe_load((growing.seeds / "articles/mill-sale.yaml").read_text(encoding="utf-8"))
    assert coding["source"]["sha256"] == hashlib.sha256(text.encode()).hexdigest()
    assert coding["source"]["label"] == "The mill is for sale"
    fields = {entry["field"]: entry for entry in coding["metadata"]}
    assert fields["title"]["quote"] == {"exact": "The mill is for sale", "occurrence": 1}
    assert fields["date_published"]["basis"] == "not_stated"
    assert fields["original_date"] == {
        "field": "original_date",
        "value": "2025-06-04",
        "basis": "external",
        "rationale": "TODO",
    }
    assert json.loads(growing.package.read_text(encoding="utf-8"))["sources"][-1] == {
        "title": "The mill is for sale"
    }
    assert growing.build(draft=True).unfinished


def test_the_build_refuses_what_is_still_to_decide_with_its_line(growing: Dataset) -> None:
    run_new(growing, "mill-sale")
    with pytest.raises(BuildError) as raised:
        growing.build()
    lines = (growing.seeds / "articles/mill-sale.yaml").read_text(encoding="utf-8").splitlines()
    number = lines.index("  extent_note: TODO") + 1
    assert (
        f"{growing.seeds}/articles/mill-sale.yaml:{number}: extent_note is still to be decided: TODO; "
        "write it, or leave it out"
    ) in raised.value.messages


def test_an_undecided_entry_is_left_out_of_a_draft(village: Dataset) -> None:
    """Catch a TODO that gets into the database in place of an id."""
    village.edit("articles/well-talks.yaml", "- person: ada-quill", '- person: "TODO ada-quill .8"')
    report = village.build(draft=True)
    assert any("person is still to be decided: TODO ada-quill .8" in str(item) for item in report.unfinished)
    assert village.query("SELECT count(*) FROM roles WHERE person_id LIKE 'TODO%'") == [(0,)]


@pytest.mark.parametrize(
    ("name", "words", "message"),
    [
        ("Bridge", [], "the id 'Bridge' does not fit"),
        ("well-talks", [], "well-talks.yaml:1; choose another"),
        ("bridge", ["--published", "4 June"], "'4 June' is not a day; write it as YYYY-MM-DD"),
    ],
)
def test_what_cannot_be_taken_is_refused_before_anything_is_written(
    growing: Dataset, name: str, words: list[str], message: str
) -> None:
    before = {path: path.read_bytes() for path in growing.folder.rglob("*") if path.is_file()}
    done = run_new(growing, name, *words)
    assert done.returncode == 1
    assert message in done.stderr
    assert {path: path.read_bytes() for path in growing.folder.rglob("*") if path.is_file()} == before


def test_a_text_with_what_none_may_hold_is_refused_with_its_place(growing: Dataset) -> None:
    received = growing.folder / "received.txt"
    received.write_text("One line.\nA\x0cpage", encoding="utf-8")
    done = run_new(growing, "mill-sale")
    assert done.returncode == 1
    assert f"{received}:2: column 2 is U+000C (a control character), which no text may hold" in done.stderr
    assert not (growing.seeds / "articles" / "mill-sale.txt").exists()
