"""A draft as a journalist would write it, with ten mistakes: `talks check` tells these and nothing else."""

import json

import pytest

from fixtures.built_dataset import ROOT, Dataset
from fixtures.talks_runner import run_talks

DRAFT = ROOT / "tests" / "fixtures" / "ten_mistakes.md"

MISTAKES = [
    ("quotation", "sequel"),
    ("name", "Kostykov"),
    ("figure", "95,000"),
    ("quotation", "the … members of the UN Security Council"),
    ("quotation", "There were such"),
    ("date", "17 May"),
    ("quotation", "eliminate the root causes of the conflict"),
    ("quotation", "the tea was the only thing"),
    ("quotation", "60-day ceasefire"),
    ("quotation", "clinging to its initial terms while"),
]
"""What is wrong, in the draft's order, and some of the words: one of them only by whom it is given to."""


@pytest.mark.usefixtures("only_these_articles")
def test_ten_mistakes_are_told_and_nothing_right_is_called_wrong(dataset: Dataset) -> None:
    result = run_talks(dataset.database, "check", str(DRAFT), "--json")
    assert result.exit_code == 1, result.output
    told = [(row["kind"], row["passage"]) for row in json.loads(result.stdout)]
    assert len(told) == len(MISTAKES), told
    for (kind, words), (told_kind, passage) in zip(MISTAKES, told, strict=True):
        assert (told_kind, words in passage) == (kind, True), passage
