"""Mutations: every kind can be made, what is caught is named, and the printed table is of these checks."""

import re
import shutil
from pathlib import Path
from typing import NamedTuple

import pytest

from evaluation.mutation_kinds import KINDS
from evaluation.mutation_runs import (
    Outcome,
    list_uncaught,
    run_mutations,
    tabulate_kinds,
)
from fixtures.built_dataset import PACKAGE, ROOT, Dataset
from generated_docs.measured_seeds import list_outdated
from pipeline import BuildError

SAMPLE = len(KINDS)  # one of each kind


class Sample(NamedTuple):
    """One mutation of each kind, and the files of the seeds before and after they were made."""

    outcomes: dict[str, Outcome]
    before: dict[Path, bytes]
    after: dict[Path, bytes]


@pytest.fixture(scope="module")
def sample(tmp_path_factory: pytest.TempPathFactory) -> Sample:
    """A sample of the made-up seeds; that of the real ones is the table below, which is slow."""
    seeds = tmp_path_factory.mktemp("mutations") / "seeds"
    shutil.copytree(ROOT / "tests" / "fixtures" / "village", seeds)
    before = _read_files(seeds)
    outcomes = {mutation.kind: mutation for mutation in run_mutations(seeds, PACKAGE, SAMPLE)}
    return Sample(outcomes, before, _read_files(seeds))


def _read_files(folder: Path) -> dict[Path, bytes]:
    return {path: path.read_bytes() for path in folder.rglob("*.*")}


@pytest.mark.slow
def test_every_kind_is_made_and_named_once(sample: Sample) -> None:
    assert len(sample.outcomes) == len(KINDS)
    assert all(kind for kind in sample.outcomes)


@pytest.mark.slow
@pytest.mark.parametrize(
    ("kind", "catcher"),
    [
        ("A quote that ends inside a word", "the quote cuts a word in two"),
        ("A quote in another article", "the article does not say …"),
        ("The first digit of a checksum changed", "is not the file that was received"),
        ("An attribution made its own outer link", "the attribution … is its own outer link"),
        ("Two letters of an id exchanged", "unknown"),
        ("A mode of speech swapped for another", "`modes_fit_quotation_marks`"),
        ("The person of a role swapped for another", "`roles_name_their_person`"),
        ("The value of a quantity changed", "`quantities_fit_their_words`"),
    ],
)
def test_this_kind_is_always_caught(sample: Sample, kind: str, catcher: str) -> None:
    """Catch a check that no longer sees what it is there for."""
    assert any(catcher in name for name in sample.outcomes[kind].caught_by), sample.outcomes[kind]


@pytest.mark.slow
def test_the_seeds_stay_as_they_are(sample: Sample) -> None:
    assert any(not mutation.caught_by for mutation in sample.outcomes.values())
    assert sample.after == sample.before


def test_the_same_seeds_give_the_same_mutations(village: Dataset) -> None:
    made = run_mutations(village.seeds, PACKAGE, 2)
    assert len({mutation.kind for mutation in made}) == 2
    assert run_mutations(village.seeds, PACKAGE, 2) == made


def test_seeds_that_do_not_build_are_refused(village: Dataset) -> None:
    village.edit("registers/topics.yaml", "broader: roads", "broader: rods")
    with pytest.raises(BuildError, match="unknown id 'rods'"):
        run_mutations(village.seeds, PACKAGE, 1)


def test_the_tables_count_and_name() -> None:
    mutations = [Outcome("A", "x", ("`one`", "two")), Outcome("A", "y", ()), Outcome("B", "z", ("two",))]
    assert tabulate_kinds(mutations).splitlines()[2:] == [
        "| A | 2 | 1 | `one` (1); two (1) |",
        "| B | 1 | 1 | two (1) |",
        "| all | 3 | 2 |  |",
    ]
    assert list_uncaught(mutations) == "- A: 1 of 2, for example *y*."
    assert list_uncaught([]) == "Every kind is caught every time."


@pytest.mark.slow
def test_the_printed_table_is_of_these_checks(real_seeds: Path) -> None:
    """Catch checks that changed without `python scripts/docs.py --measure`, by one mutation of each kind."""
    page = ROOT / "docs" / "quality.md"
    if list_outdated([page], real_seeds, PACKAGE):
        pytest.skip("measured on other seeds")
    rows = re.findall(r"^\| (.+?) \| (\d+) \| (\d+) \| ", page.read_text(encoding="utf-8"), re.MULTILINE)
    printed = {kind: (int(made), int(caught)) for kind, made, caught in rows}
    outcomes = run_mutations(real_seeds, PACKAGE, SAMPLE)
    assert len(outcomes) > 30
    for outcome in outcomes:
        made, caught = printed[outcome.kind]
        assert caught > 0 if outcome.caught_by else caught < made, outcome
