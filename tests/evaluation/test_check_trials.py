"""The measurement of `talks check`: drafts with what they are said to have, judged by what is told of it."""

import re
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing
from itertools import product
from pathlib import Path
from random import Random
from typing import Any

import pytest
from ryaml import loads  # type: ignore[attr-defined]  # (it is in its stub)

from evaluation.check_trials import (
    OBJECTED,
    RIGHT,
    UNKNOWN,
    UNSEEN,
    PassageJudgement,
    judge_passages,
    run_check_trials,
    tabulate_checks,
)
from evaluation.command_trials import DATABASES
from evaluation.draft_material import FRAMES, DraftMaterial
from evaluation.own_word_changes import change_date
from evaluation.quotation_changes import ALTERED, NEARLY, VERBATIM, alter_number
from evaluation.seeded_drafts import (
    HTML,
    MAKERS,
    MARKDOWN,
    Form,
    Planted,
    PlantedPassage,
    TrialDraft,
    make_drafts,
    nest_marks,
)
from fixtures.built_dataset import PACKAGE, ROOT, Dataset

MARKS = ("“", "”", "‘", "’")


@pytest.fixture
def db(village_db: Path) -> Iterator[sqlite3.Connection]:
    with closing(sqlite3.connect(village_db)) as connection:
        yield connection


def test_the_same_articles_give_the_same_drafts_and_their_passages_stand_where_they_are_said_to(
    db: sqlite3.Connection,
) -> None:
    drafts = list(make_drafts(db, 12))
    assert drafts == list(make_drafts(db, 12))
    assert {draft.form.ending for draft in drafts} >= {HTML, MARKDOWN}
    for draft in drafts:
        lines = draft.text.split("\n")
        for passage in draft.passages:
            assert lines[passage.first_line - 2] in {"", "</p>"}
            assert lines[passage.first_line - 1] not in {"", "</p>"}


SEEDS = 40

NOT_IN_VILLAGE = {
    *("capitals that make another word", "brackets that put another name of the same", "several sentences"),
    *("a negation left out", "a negation cut off before the first word", "an ellipsis that hides a negation"),
}
"""Kinds for which the village has no words."""


def make_all(db: sqlite3.Connection, change: Callable[[DraftMaterial], str]) -> list[str]:
    """Return what a change makes with several seeds."""
    material = DraftMaterial(db, Random())
    made = []
    for seed in range(SEEDS):
        material.chance.seed(seed)
        made.append(change(material))
    return list(filter(None, made))


@pytest.mark.parametrize("kind", sorted(VERBATIM.keys() - NOT_IN_VILLAGE))
def test_what_is_quoted_as_printed_is_printed(db: sqlite3.Connection, kind: str) -> None:
    made = make_all(db, VERBATIM[kind])
    assert made
    assert [words for words in made if not DraftMaterial(db, Random()).is_printed(words)] == []


@pytest.mark.parametrize("kind", sorted({*NEARLY, *ALTERED} - NOT_IN_VILLAGE))
def test_each_kind_of_change_changes_the_words(db: sqlite3.Connection, kind: str) -> None:
    """Catch one that leaves the words as they are, or makes none."""
    made = make_all(db, (NEARLY | ALTERED)[kind])
    texts = [" ".join(text.split()) for (text,) in db.execute("SELECT text FROM texts")]
    changed = [words for words in made if not any(words in text for text in texts)]
    assert made
    assert len(changed) >= len(made) / 2


EMPTY = re.compile(r"<q></q>|<blockquote></blockquote>|> $|“”|‘’|{|}")


def test_no_planted_passage_is_empty(db: sqlite3.Connection) -> None:
    """Catch a quotation without words, and a frame that is not filled."""
    material = DraftMaterial(db, Random())
    for (planted, make), ending, seed in product(MAKERS.items(), (HTML, MARKDOWN), range(SEEDS)):
        material.chance.seed(seed)
        assert not EMPTY.search(make(material, Form(ending, MARKS))), planted


def test_no_changed_date_is_impossible(db: sqlite3.Connection) -> None:
    """Catch "the night of May 28 to 11", a part of a range changed."""
    material = DraftMaterial(db, Random(0))
    material.dates = [("the night of 2 to 3 March", "They met on the night of 2 to 3 March.")]
    assert change_date(material) == ""
    material.dates = [("2 March", "They met on 2 March.")]
    assert re.fullmatch(r"They met on \d+ March\.", change_date(material))


def test_frames_stand_in_no_other_test() -> None:
    """Catch a frame by which the check was made: what is measured with it would say nothing."""
    tests = "\n".join(path.read_text(encoding="utf-8") for path in (ROOT / "tests").rglob("test_*.py"))
    name = r"(?:[A-Z]\w+ ?)+"
    frames = loads(FRAMES.read_text(encoding="utf-8"))["speaking"]
    patterns = [
        re.escape(frame).replace(r"\{speaker\}", name).replace(r"\{words\}", r"\{\}") for frame in frames
    ]
    assert [match[0] for pattern in patterns if (match := re.search(f'"{pattern}"', tests))] == []


@pytest.mark.parametrize("word", ["12", "85,000", "ten"])
def test_another_number_is_put_in_place_of_one(db: sqlite3.Connection, word: str) -> None:
    others = {alter_number(DraftMaterial(db, Random(seed)), word) for seed in range(9)}
    assert word not in others
    assert len(others) > 1


@pytest.mark.parametrize(
    ("words", "nested"),
    [
        ("the “root causes” of it", "the <root causes> of it"),
        ('a "provocation" - "so"', "a <provocation> - <so>"),
        ("took ‘note’ of Quill’s aunt", "took <note> of Quill’s aunt"),
        ("a few days’ notice", "a few days’ notice"),
    ],
)
def test_marks_inside_become_inner_ones(words: str, nested: str) -> None:
    assert nest_marks(words, "<", ">") == nested


QUOTED = Planted("a sentence", "quoted as printed", "quotation", is_right=True)
ALTERED_WORD = Planted("one word altered", "altered or foreign", "quotation", is_right=False)
SWAPPED = Planted("somebody else", "other speaker", "quotation", is_right=False)
FIGURE = Planted("a figure changed", "figures", "figure", is_right=False)


@pytest.mark.parametrize(
    ("planted", "found", "outcome", "expected"),
    [
        (QUOTED, [{}], RIGHT, True),
        (QUOTED, [], UNSEEN, False),
        (QUOTED, [{"verdict": "altered"}], OBJECTED, False),
        (QUOTED, [{}, {"kind": "name", "verdict": "not in these articles"}], OBJECTED, False),
        (QUOTED, [{"verdict": "not wholly known here"}], UNKNOWN, False),
        (ALTERED_WORD, [{"verdict": "exact but for"}], RIGHT, False),
        (ALTERED_WORD, [{"verdict": "not in these articles"}], OBJECTED, True),
        (ALTERED_WORD, [{"kind": "name", "verdict": "not in these articles"}], UNSEEN, False),
        (SWAPPED, [{"given_to": "Otter"}], OBJECTED, True),
        (SWAPPED, [{"verdict": "altered"}], RIGHT, False),
        (FIGURE, [{"kind": "figure", "verdict": "given differently"}], OBJECTED, True),
        (FIGURE, [{"line": 9, "kind": "figure", "verdict": "given differently"}], UNSEEN, False),
    ],
)
def test_a_passage_is_judged_by_what_is_told_on_its_lines(
    planted: Planted, found: list[dict[str, Any]], outcome: str, *, expected: bool
) -> None:
    row = {"line": 3, "kind": "quotation", "verdict": "exact", "differs": "", "given_to": "", "passage": ""}
    draft = TrialDraft("\n" * 9, Form(MARKDOWN, MARKS), [PlantedPassage(planted, 2, 4)])
    (judgement,) = judge_passages("", draft, [row | each for each in found])
    assert (judgement.outcome, judgement.is_expected) == (outcome, expected)


def test_each_kind_is_a_row_with_both_databases() -> None:
    judgements = [
        PassageJudgement(database, QUOTED, outcome, "", ())
        for database, outcomes in zip(DATABASES, ((RIGHT, RIGHT), (OBJECTED, RIGHT)), strict=True)
        for outcome in outcomes
    ]
    row = "| quoted as printed: a sentence | right | 2 | 2 right | 1 right, 1 objected to |"
    assert tabulate_checks(judgements)["checks"].splitlines()[2:] == [row]


@pytest.mark.slow
def test_nothing_altered_is_called_right_in_twenty_drafts(real_seeds: Path) -> None:
    """Catch what the measurement of 500 would show; these are two of each kind."""
    judgements = run_check_trials(real_seeds, PACKAGE, 20)
    altered = [judgement for judgement in judgements if judgement.planted.group == ALTERED_WORD.group]
    assert altered
    assert [judgement for judgement in altered if judgement.outcome == RIGHT] == []
    right = [judgement for judgement in judgements if judgement.planted.is_right]
    assert len([judgement for judgement in right if judgement.outcome == OBJECTED]) <= 0.02 * len(right)


@pytest.mark.slow
def test_another_dataset_can_be_checked(village: Dataset) -> None:
    aims, kinds = tabulate_checks(run_check_trials(village.seeds, PACKAGE, 10)).values()
    assert "altered or foreign" in aims
    assert "a negation put in" in kinds
