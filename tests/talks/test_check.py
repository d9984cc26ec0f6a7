"""Tests of `talks check`: what is told of a draft, in which form, and with which exit status."""

import json
import re
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from fixtures.talks_runner import draw, run_talks
from istanbul_talks.check import speech
from istanbul_talks.check.articles_language import NEEDED
from istanbul_talks.check.check_draft import find_quoted
from istanbul_talks.check.described_findings import DescribedFinding, group_told, summarise
from istanbul_talks.check.draft_faults import find_doubts, find_faults
from istanbul_talks.check.drafts import make_draft
from istanbul_talks.check.findings import FindingKind, Told
from istanbul_talks.check.marked_differences import mark_differences, shorten_runs
from istanbul_talks.errors import TalksError

RIGHT = "“We will share the well,” Quill said. Otter wants “remove 12 carts”."
NESTED = "‘“We will share the well,” Quill said,’ wrote a blogger."
DENIED = "‘“We will share the well,” Quill never said,’ wrote a blogger."
WRONG = "Quill said:\n\n> We will share the wells."


@pytest.fixture
def draft(tmp_path: Path) -> Path:
    return tmp_path / "draft.md"


@pytest.mark.parametrize("options", [(), ("--json",), ("--all", "--csv"), ("--count",)])
@pytest.mark.parametrize(
    ("text", "status"), [(RIGHT, 0), (WRONG, 1), ("Nothing is quoted: “”, “…”.", 0), (NESTED, 0), (DENIED, 1)]
)
def test_the_status_says_whether_there_is_something_to_look_at(
    village_db: Path, draft: Path, text: str, status: int, options: tuple[str, ...]
) -> None:
    draft.write_text(text, encoding="utf-8")
    result = run_talks(village_db, "check", str(draft), *options)
    assert result.exit_code == status
    assert result.stderr.startswith(f"talks: {draft}: ")
    assert len(result.stderr.splitlines()) == 1


def test_a_pipe_gets_a_line_for_each_passage_as_of_a_linter(village_db: Path, draft: Path) -> None:
    draft.write_text(f"{RIGHT}\n\n{WRONG}", encoding="utf-8")
    printed = run_talks(village_db, "check", str(draft)).stdout
    assert printed.startswith(
        f"{draft}:5: altered: “We will share the **wells**.”; the article has “We will share"
    )
    assert len(printed.splitlines()) == 1


@pytest.mark.parametrize(
    ("words", "said"),
    [
        ("We will share the well", "given to another speaker; the words are exact: "),
        (
            "We will share the well.",
            "given to another speaker; the words are exact but for the sign before the closing mark: ",
        ),
        ("We will share the wells", "altered and given to another speaker: "),
    ],
)
def test_words_that_are_given_to_another_are_told_to_be_exact_or_not(
    village_db: Path, draft: Path, words: str, said: str
) -> None:
    draft.write_text(f"Otter said “{words}” there.", encoding="utf-8")
    assert run_talks(village_db, "check", str(draft)).stdout.startswith(f"{draft}:1: {said}“We will")


def test_a_row_has_the_passage_the_verdict_and_ids(village_db: Path, draft: Path) -> None:
    draft.write_text(WRONG, encoding="utf-8")
    (row,) = json.loads(run_talks(village_db, "check", str(draft), "--json").stdout)
    assert (row["line"], row["kind"], row["verdict"]) == (3, "quotation", "altered")
    assert row["passage"] == "“We will share the wells.”"
    (place,) = row["places"]
    assert (place["source"], place["quote"]) == ("well-talks", "well-talks_162-184")


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (" \n", "is empty; give a text"),
        ("---\na: b\n---\n", "is empty; give a text"),
        ("a\nHe said: “We\n\nb", ":2: the mark “ in … He said: “We … has no partner"),
        ("a\n\nWe will.” So", ":3: the mark ” in … We will.” So … has no partner"),
        (
            "die Dörfer haben gesagt dass alle über das Wasser reden wollen und nicht streiten " * 3,
            "in another",
        ),
        ("Die Dörfer wollen heute wieder über das Wasser reden", "in another"),
        ("Діти сказали, що «колодязь спільний». Це було в селі.", "in another"),
        ("«Колодязь спільний»", "in another"),
        ("普京说：“俄罗斯准备谈判。”", "in another"),
        ("Quill a dit que « le puits est à tous » au village.", "in another"),
        ("Quill sagte, “das Wasser ist kalt”.", "in another"),
        ("Quill, “suyu paylaşmaya hazır” dedi. Görüşme dün yapıldı.", "in another"),
        ("%PDF-1", "is a PDF"),
    ],
)
def test_what_cannot_be_checked_is_told_in_a_line(
    village_db: Path, draft: Path, text: str, said: str
) -> None:
    draft.write_text(text, encoding="utf-8")
    result = run_talks(village_db, "check", str(draft))
    assert (result.exit_code, result.stdout) == (2, "")
    assert result.stderr.startswith(f"talks: {draft}")
    assert said in result.stderr
    assert len(result.stderr.splitlines()) == 1


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("He had a well. " * 25_000, "the draft has 375,000 characters; at most 300,000 are checked at once"),
        ("He had “a well”. " * 1_001, "the draft has 1,001 quotations; at most 1,000 are checked at once"),
    ],
)
def test_a_draft_that_would_take_long_is_not_checked(village_db: Path, text: str, message: str) -> None:
    with closing(sqlite3.connect(village_db)) as db, pytest.raises(TalksError, match=message):
        find_quoted(db, text)


@pytest.mark.parametrize(
    "text",
    [
        "Quill said “діти сказали, що колодязь спільний” in the village.",
        "Quill: “Діти тут.”",
        "“Ha!”",
        "The sheriff dubs the miller “Bram Oter” [sic].",
    ],
)
def test_a_quotation_in_another_language_is_no_fault(village_db: Path, draft: Path, text: str) -> None:
    draft.write_text(text, encoding="utf-8")
    assert run_talks(village_db, "check", str(draft)).exit_code == 1


@pytest.mark.parametrize(
    ("change", "said"),
    [
        (
            "DELETE FROM language_forms WHERE kind = 'quoting_verbs'",
            "no quoting verbs for the language en",
        ),
        ("DELETE FROM language_forms", "has no rules for the language en"),
        ("UPDATE sources SET language = 'uk'", "has no rules for the language uk"),
        ("UPDATE sources SET language = 'uk' WHERE rowid = 1", "in several languages (en, uk)"),
        ("DELETE FROM sources", "has no articles"),
    ],
)
def test_what_a_database_lacks_is_told_in_a_line(
    own_village_db: Path, draft: Path, change: str, said: str
) -> None:
    draft.write_text(RIGHT, encoding="utf-8")
    with closing(sqlite3.connect(own_village_db)) as db, db:
        db.execute(change)
    result = run_talks(own_village_db, "check", str(draft))
    assert (result.exit_code, result.stdout, len(result.stderr.splitlines())) == (2, "", 1)
    assert said in result.stderr


def test_every_kind_of_words_that_tells_who_speaks_is_needed() -> None:
    """Catch a kind whose absence from a database is not told, but misjudges who speaks."""
    code = "".join(path.read_text(encoding="utf-8") for path in Path(speech.__path__[0]).glob("*.py"))
    asked = {
        kind for words in re.findall(r"is_one\(([^)]*)\)", code) for kind in re.findall(r'"(\w+)"', words)
    }
    assert len(asked) > 10
    assert asked <= {*NEEDED}


def test_a_statement_against_a_quotation_is_not_counted_with_a_disagreement() -> None:
    right = DescribedFinding(1, FindingKind.QUOTATION, "exact", True, [], [], "", "", "", (), (), [])
    denied = right._replace(denials=(Told("Otter denies it.", "claims", "c"),))
    touched = right._replace(line=2, denials=(Told("How many?", "discrepancies", "d"),))
    assert summarise("a", [denied, touched, right]).split("; ", 2)[2] == (
        "of 1 quotation somebody disputes or rejects what is said (line 1; --all); "
        "1 quotation touches a disagreement (line 2; --all)"
    )


def test_a_number_of_rows_is_drawn_as_blocks(village_db: Path, draft: Path) -> None:
    draft.write_text(f"{WRONG}\n\n{WRONG}", encoding="utf-8")
    whole = draw(village_db, "check", str(draft))
    first = draw(village_db, "check", str(draft), "--sort", "line", "--limit", "1")
    assert whole.startswith(first.partition("\n\n")[0])
    assert (whole.count("altered"), first.count("altered")) == (2, 1)


def test_each_mark_without_a_partner_has_a_line_up_to_a_number(village_db: Path, draft: Path) -> None:
    draft.write_text("He “said.\n\n" * 22, encoding="utf-8")
    *_, last_told, more = run_talks(village_db, "check", str(draft)).stderr.splitlines()
    assert f"{draft}:39: the mark “" in last_told
    assert more == f"talks: {draft}: the same is to be said of 2 more"


def test_a_mark_that_may_be_an_apostrophe_is_no_fault(village_db: Path) -> None:
    given = make_draft("The villages.\nAll ’of it".encode(), "draft.md")
    with closing(sqlite3.connect(village_db)) as db:
        assert list(find_faults(db, given, [18])) == []
        assert list(find_doubts(db, given, [18])) == [
            "draft.md:2: the mark ’ in … All ’of it … is taken for an apostrophe, since it has no partner"
        ]


@pytest.mark.parametrize(
    ("words", "others", "set_off"),
    [
        ("“We will share”", "“We won't share”", (["will"], ["won't"])),
        ("“US”", "“us”", (["US"], ["us"])),
        ("95,000 soldiers", "85,000 soldiers", (["95,000"], ["85,000"])),
        ("“we will,”", "“We shall”", (["will"], ["shall"])),
        ("“We will.”", "“We may will”", ([], ["may"])),
        ("“a b”", "„a, b“", ([], [","])),
        ("“a b”", "“c d”", (["a b"], ["c d"])),
        ("“a -- b”", "“a – c”", (["b"], ["c"])),
        ("a " * 501, "b " * 501, ([], [])),
    ],
)
def test_what_differs_is_set_off(words: str, others: str, set_off: tuple[list[str], list[str]]) -> None:
    runs = mark_differences(words, others)
    assert tuple([text for text, is_set_off in each if is_set_off] for each in runs) == set_off
    assert ["".join(text for text, _ in each) for each in runs] == [words.strip(), others.strip()]


def test_what_voices_tell_is_told_once() -> None:
    told = [
        Told("Otter: The well is deep.", "claims", "a", "there"),
        Told("Otter: The lane is old.", "claims", "b", "there"),
        Told("Quill denies: The lane is old.", "claims", "b"),
        Told("The miller “said”: The lane is old.", "claims", "b"),
    ]
    assert list(group_told(told)) == [
        ("Otter:", [("The well is deep.", "a"), ("The lane is old. (there)", "")]),
        ("Quill denies:", [("The lane is old.", "")]),
        ("The miller “said”:", [("the same.", "b")]),
    ]


def test_what_is_not_judged_is_counted() -> None:
    unread = DescribedFinding(
        1, FindingKind.QUOTATION, "exact", True, [], [], "", "", "", (), (), [], has_speaker=False
    )
    assert summarise("a", [unread], 2).endswith("; not judged: 2 figures and who speaks in 1 quotation")
    assert "not judged" not in summarise("a", [unread._replace(has_speaker=True)])


def test_the_middle_of_what_is_the_same_is_left_out() -> None:
    long = "word " * 99
    assert shorten_runs([(f"a {long}b", False)])[0][0].startswith("a word")
    start, mark, end = (
        text for text, _ in shorten_runs([(f"a {long}", False), ("x", True), (f" {long}b", False)])
    )
    assert (start[:3], mark, end[-2:]) == (" … ", "x", " …")
    assert len(start + end) < 200
    assert shorten_runs([("x", True), (f" {long}", False), ("y", True)])[1][0].count("word") > 20


def test_a_block_fits_the_terminal(village_db: Path, draft: Path) -> None:
    draft.write_text(f"{RIGHT} {WRONG} “{'never told so ' * 60}”", encoding="utf-8")
    for columns in (40, 80, 120):
        screen = draw(village_db, "check", str(draft), "--all", columns=columns)
        assert max(map(len, screen.splitlines())) <= max(columns, len(str(draft)) + 1)
        assert screen.count("never told so") < 20
