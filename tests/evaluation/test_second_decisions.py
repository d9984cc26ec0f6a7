"""Pairs decided twice: the table, and what is refused."""

from pathlib import Path

import pytest

from evaluation.second_decisions import tabulate_second_decisions
from fixtures.built_dataset import PACKAGE
from pipeline import BuildError

SAME = "- {from: a, to: b, first: joined, second: joined}\n"
OTHERWISE = "- {from: a, to: c, first: same_position, second: both_can_hold, kept: first, because: B.}\n"
OVERTURNED = "- {from: b, to: c, first: both_can_hold, second: joined, kept: second, because: B.}\n"


@pytest.fixture
def decisions(tmp_path: Path) -> Path:
    return tmp_path / "pairs.yaml"


def test_shares_are_of_all_pairs(decisions: Path) -> None:
    decisions.write_text(2 * SAME + OTHERWISE + OVERTURNED, encoding="utf-8")
    rows = [line.split(" | ")[1:] for line in tabulate_second_decisions(decisions, PACKAGE).splitlines()[2:]]
    assert rows == [["4", "100 % |"], ["2", "50 % |"], ["1", "25 % |"], ["1", "25 % |"]]


@pytest.mark.parametrize(
    ("entry", "fault"),
    [
        (SAME.replace("first: joined", "first: apart"), "first is one of joined, different_object"),
        (SAME.replace(", second: joined", ""), "second is one of joined"),
        (OVERTURNED.replace(", kept: second", ""), "write which is kept"),
        (OVERTURNED.replace(", because: B.", ""), "because of what"),
        (SAME.replace("}", ", kept: first}"), "leave out which is kept"),
    ],
)
def test_a_faulty_decision_is_told_with_its_line(decisions: Path, entry: str, fault: str) -> None:
    decisions.write_text(SAME + entry, encoding="utf-8")
    with pytest.raises(BuildError) as raised:
        tabulate_second_decisions(decisions, PACKAGE)
    (told,) = [line for line in raised.value.messages if fault in line]
    assert told.startswith(f"{decisions}:2: ")
