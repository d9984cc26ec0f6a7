"""Kinds and addressees coded again: what is measured, and what is wrong with a file of rounds."""

from pathlib import Path

import pytest

from evaluation.demand_recodings import DemandRecodings
from pipeline import BuildError
from pipeline.problems import Problems

DEMAND = "demand: share-the-well, sentence: well-talks_2, articles: [well-talks]"
CARTS = "demand: remove-carts, sentence: well-talks_3, articles: [well-talks, mill-meeting]"
DECIDED = "decision: first, reason: It was said."
EQUAL = f"{{{CARTS}, first: {{kind: demand}}, second: {{kind: demand}}}}"
DIFFERENT = (
    f"{{{DEMAND}, first: {{kind: proposal}}, second: {{kind: demand, addressee: lowerton}}, {DECIDED}}}"
)


def _read(tmp_path: Path, *demands: str) -> tuple[DemandRecodings, Problems]:
    path, problems = tmp_path / "demands.yaml", Problems()
    path.write_text(f"held_out: mill-meeting\nrounds: [{{demands: [{', '.join(demands)}]}}]\n", "utf-8")
    return DemandRecodings(path, problems), problems


def test_each_round_is_measured_with_and_without_the_article_held_out(tmp_path: Path) -> None:
    rounds, problems = _read(tmp_path, EQUAL, DIFFERENT)
    rows = [line.split(" | ")[:5] for line in rounds.tabulate([]).splitlines() if "round 1" in line]
    problems.raise_blocking(draft=False)
    assert [(field, part, number, raw) for _, field, part, number, raw in rows] == [
        ("kind", "any article", "2", "50.0 %"),
        ("kind", "mill-meeting", "1", "100.0 %"),
        ("kind", "the others only", "1", "0.0 %"),
        ("addressee", "any article", "2", "50.0 %"),
        ("addressee", "mill-meeting", "1", "100.0 %"),
        ("addressee", "the others only", "1", "0.0 %"),
    ]


def test_a_dataset_may_be_without_rounds(tmp_path: Path) -> None:
    assert "round" not in DemandRecodings(tmp_path / "demands.yaml", Problems()).tabulate([])


@pytest.mark.parametrize(
    ("demand", "message"),
    [
        (DIFFERENT.replace(f", {DECIDED}", ""), "a decision is wanted here, one of first, second, both"),
        (DIFFERENT.replace(", reason: It was said.", ""), "a decision needs a reason"),
        (EQUAL.replace("}}", f"}}, {DECIDED}}}"), "the coders do not differ here; remove the decision"),
        (EQUAL.replace("kind: demand}}", "knid: demand}}"), "unknown key 'knid'; did you mean 'kind'"),
        (EQUAL.replace(", sentence: well-talks_3", ""), "the key 'sentence' is missing"),
    ],
)
def test_a_faulty_round_is_told_with_its_place(tmp_path: Path, demand: str, message: str) -> None:
    _, problems = _read(tmp_path, demand)
    with pytest.raises(BuildError, match=message) as raised:
        problems.raise_blocking(draft=False)
    assert "demands.yaml:2" in raised.value.messages[0]
