"""The measurement of `talks reanchor`: edits that know their way, no wrong anchor, and today's table."""

import re
from pathlib import Path

import pytest

from evaluation.reanchor_trials import (
    PERCENT,
    Article,
    find_true_places,
    judge_row,
    run_reanchor_trials,
    tabulate_rates,
)
from evaluation.text_mutations import EDITS, EditedCopy, make_edited_copy
from fixtures.built_dataset import PACKAGE, ROOT, Dataset

TEXT = "The mill did not turn. Quill sold 12 carts to Otter. “Enough,” the miller said. It was 1998."
SENTENCES = [(0, 23), (23, 53), (53, 80), (80, 92)]
ARTICLE = Article("mill", TEXT, SENTENCES, {"q": (29, 42), "r": (53, 62)})


@pytest.mark.parametrize("share", [0.05, 0.1, 0.3])
def test_each_character_of_a_copy_is_that_of_its_origin(share: float) -> None:
    for seed in range(200):
        copy = make_edited_copy(TEXT, SENTENCES, share, str(seed))
        for sign, origin in zip(copy.text, copy.origins, strict=True):
            if origin is not None and TEXT[origin] not in "“” ":
                assert sign == TEXT[origin]


def test_the_same_seed_gives_the_same_copy_and_others_differ() -> None:
    assert make_edited_copy(TEXT, SENTENCES, 0.1, "1") == make_edited_copy(TEXT, SENTENCES, 0.1, "1")
    assert len({make_edited_copy(TEXT, SENTENCES, 0.1, str(seed)).text for seed in range(50)}) > 10


def test_every_kind_of_edit_is_made() -> None:
    copies = [make_edited_copy(TEXT, SENTENCES, 0.3, str(seed)).text for seed in range(500)]
    flowing = [" ".join(copy.split()) for copy in copies]
    assert len(EDITS) == 8
    assert any("did turn" in copy for copy in flowing)
    assert any(copy.count("not") == 2 for copy in flowing)
    assert any(re.search(r"\b[2-9]2 carts", copy) for copy in flowing)
    assert any("carts" not in copy for copy in flowing)
    assert any(0 <= copy.find("It was") < copy.find("mill did") for copy in flowing)
    assert any("«" in copy for copy in flowing)
    assert any("\n" in copy for copy in copies)


def test_the_true_place_follows_the_characters_and_goes_with_them() -> None:
    start, end = ARTICLE.quotes["q"]
    moved = EditedCopy("It was. " + TEXT[start:end], [None] * 8 + list(range(start, end)))
    assert find_true_places(ARTICLE, moved) == {"q": (8, 8 + end - start)}
    cut = EditedCopy(TEXT[start : end - 3], list(range(start, end - 3)))
    assert find_true_places(ARTICLE, cut) == {}
    split = EditedCopy(
        "not ".join(TEXT), [origin for i in range(len(TEXT)) for origin in (i, *[None] * 4)][:-4]
    )
    assert find_true_places(ARTICLE, split) == {}


def test_an_anchor_at_another_place_or_of_a_quote_that_is_gone_is_wrong() -> None:
    row = {"id": "q", "status": "shifted", "start_char": 8, "end_char": 21}
    assert not judge_row("", 1, row, {"q": (8, 21)}).is_wrong
    assert judge_row("", 1, row, {"q": (9, 22)}).is_wrong
    assert judge_row("", 1, row, {}).is_wrong
    assert not judge_row("", 1, row | {"status": "fuzzy"}, {}).is_wrong


@pytest.mark.slow
def test_no_anchor_is_wrong_in_ten_copies(real_seeds: Path) -> None:
    verdicts = run_reanchor_trials(real_seeds, PACKAGE, 10)
    surviving = [verdict for verdict in verdicts if verdict.survives]
    assert not any(verdict.is_wrong for verdict in verdicts)
    assert any(not verdict.survives for verdict in verdicts)
    found = [verdict for verdict in surviving if verdict.status in {"exact", "shifted", "context"}]
    assert len(found) > 0.95 * len(surviving)


def test_another_dataset_can_be_measured(village: Dataset) -> None:
    table = tabulate_rates(run_reanchor_trials(village.seeds, PACKAGE, 2))["reanchoring"]
    assert [line.split(" | ")[1] for line in table.splitlines()[2:]] == ["1 %", "2 %"] * 2


@pytest.mark.slow
def test_no_anchor_is_wrong_in_a_hundred_copies(real_seeds: Path) -> None:
    """Catch what ten copies are too few for; all thousand take `python scripts/quality.py reanchoring`."""
    verdicts = run_reanchor_trials(real_seeds, PACKAGE, 100)
    assert not any(verdict.is_wrong for verdict in verdicts)


def test_the_printed_table_names_every_rate_and_no_wrong_anchor() -> None:
    page = (ROOT / "docs" / "reanchoring.md").read_text(encoding="utf-8")
    rows = re.findall(r"^\| [^|]+ \| (\d+) % \|.* (\d+) \|$", page, re.MULTILINE)
    assert rows == [(str(percent), "0") for percent in PERCENT] * 2
