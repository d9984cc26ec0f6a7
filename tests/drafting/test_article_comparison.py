"""`python scripts/draft.py compare`: what an article shares with the others and differs in."""

from subprocess import CompletedProcess

import pytest

from fixtures.built_dataset import Dataset
from fixtures.script_runner import run_script

WELL, MILL = "articles/well-talks.yaml", "articles/mill-meeting.yaml"
EVENTS, DEMANDS = "registers/events.yaml", "registers/demands.yaml"
CLAIM = "- {claim: lane-belongs-to-lowerton, quote: did not object"


def compare(dataset: Dataset, article: str = "mill-meeting") -> CompletedProcess[str]:
    return run_script("draft.py", "compare", article, "--seeds", dataset.seeds, "--package", dataset.package)


def list_places(dataset: Dataset, words: str) -> list[str]:
    """Return the files and lines of the differences whose line has these words."""
    done = compare(dataset)
    assert done.returncode == 0, done.stderr
    found = [line for line in done.stdout.splitlines() if words in line]
    return [line.strip().partition(": ")[0].removeprefix(f"{dataset.seeds}/") for line in found]


def find_line(dataset: Dataset, file: str, words: str) -> str:
    lines = (dataset.seeds / file).read_text(encoding="utf-8").splitlines()
    (number,) = [number for number, line in enumerate(lines, 1) if words in line]
    return f"{file}:{number}"


def test_what_a_disagreement_tells_is_counted_only(village: Dataset) -> None:
    village.edit("registers/actors.yaml", "kind: misspelling", "kind: description")
    assert compare(village).stdout.splitlines() == [
        "mill-meeting differs from the others in nothing that is not told",
        "told in registers/discrepancies.yaml already: 1",
    ]


def test_a_number_that_differs_is_told_with_its_line(village: Dataset) -> None:
    village.write("registers/discrepancies.yaml", "[]\n")
    told = "remove-carts: ~ 10 cart (“about ten”), but well-talks has 12 cart (“12”)"
    assert list_places(village, told) == [find_line(village, MILL, "text: about ten")]


def test_a_spelling_of_this_article_alone_is_told(village: Dataset) -> None:
    assert list_places(village, "ada-quill: “Ada Quil”, but well-talks has “Ada Quill”") == [
        "articles/mill-meeting.txt:1"
    ]


@pytest.mark.parametrize(("edtf", "told"), [("1998-02-26", True), ("1998-02", False)])
def test_a_date_that_excludes_another_is_told(village: Dataset, edtf: str, *, told: bool) -> None:
    village.edit(MILL, "edtf: 1998-02-27", f"edtf: {edtf}")
    village.edit(EVENTS, "  place: the mill", "  place: the mill\n  edtf: 1998-02-27")
    line = find_line(village, MILL, "date: {text")
    assert list_places(village, "mill-talks: 26 February 1998") == ([line] if told else [])
    assert bool(list_places(village, "“on 27 February 1998”), but well-talks")) == told


def test_another_part_in_an_event_is_told(village: Dataset) -> None:
    village.edit(MILL, "{actor: bram-otter, part: head_of_delegation", "{actor: bram-otter, part: attendee")
    told = "mill-talks: bram-otter as attendee, but well-talks has head_of_delegation"
    assert list_places(village, told) == [find_line(village, MILL, "part: attendee")]


@pytest.mark.parametrize(("stance", "told"), [("denies", True), ("asserts", False)])
def test_a_claim_that_is_denied_here_is_told(village: Dataset, stance: str, *, told: bool) -> None:
    village.edit(MILL, "statements:\n", f"statements:\n{CLAIM}, stance: {stance}}}\n")
    village.edit(MILL, "  ground: {quote: did not object, event: mill-talks}\n", "")
    line = find_line(village, MILL, CLAIM)
    found = list_places(
        village,
        f"lane-belongs-to-lowerton: mill-meeting-author {stance}, but in well-talks bram-otter asserts",
    )
    assert found == ([line] if told else [])


@pytest.mark.parametrize(("status", "told"), [("planned", True), ("proposed", True), ("occurred", False)])
def test_a_plan_told_as_done_is_told(village: Dataset, status: str, *, told: bool) -> None:
    village.edit(EVENTS, "kind: talks\n  status: occurred", f"kind: talks\n  status: {status}")
    line = find_line(village, MILL, "quote: The villages of Upperton and Lowerton talked on")
    assert list_places(village, f"mill-talks ({status})") == ([line] if told else [])


def test_a_plan_told_as_one_is_not(village: Dataset) -> None:
    village.edit(EVENTS, "kind: talks\n  status: occurred", "kind: talks\n  status: planned")
    village.edit("languages/en.yaml", "plans: [will]", "plans: [will, talk]")
    assert list_places(village, "mill-talks (planned)") == []


def test_an_event_that_another_article_plans_is_told(village: Dataset) -> None:
    coding = (village.seeds / MILL).read_text(encoding="utf-8")
    coding = coding.replace("event: mill-talks", "event: mill-day").replace("head_of_delegation", "attendee")
    village.write(MILL, coding)
    register = (village.seeds / EVENTS).read_text(encoding="utf-8")
    held = (
        "{id: mill-day, name: A day, kind: talks, status: occurred, duration: lasts, "
        "description: D., topics: [water]}"
    )
    village.write(EVENTS, f"{register.replace('status: occurred', 'status: planned', 1)}- {held}\n")
    told = "mill-day (occurred): “A day” may be mill-talks (planned in well-talks): “Talks at the mill”"
    line = find_line(village, MILL, "quote: The villages of Upperton and Lowerton talked on")
    assert list_places(village, told) == [line]


def test_a_pair_that_nobody_has_compared_is_told(village: Dataset) -> None:
    village.edit(DEMANDS, "topics: [parking]", "topics: [parking, water]")
    told = "{from: remove-carts, to: share-the-well} on water: “"
    assert list_places(village, told) == [find_line(village, MILL, 'quote: the removal of "about ten carts"')]


def test_a_coding_under_way_is_compared(village: Dataset) -> None:
    village.edit(MILL, "sentences:\n- {quote: They met on Quill Lane, reason: transition}\n", "")
    assert list_places(village, "“Ada Quil”") == ["articles/mill-meeting.txt:1"]


def test_a_wrong_coding_and_an_unknown_article_are_told(village: Dataset) -> None:
    unknown = compare(village, "mill-meting")
    assert unknown.returncode == 2
    assert unknown.stderr.endswith(
        "there is no article 'mill-meting'; choose from mill-meeting, well-talks\n"
    )
    village.edit(MILL, "cue: asked", "cue: begged")
    wrong = compare(village)
    assert (wrong.returncode, wrong.stdout) == (1, "")
    assert "the article does not say 'begged'" in wrong.stderr
