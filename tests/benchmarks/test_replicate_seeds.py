"""Replicated seeds to measure with: of any number of articles, they pass the whole build."""

from pathlib import Path

import pytest

from benchmarks.replicate_seeds import replicate_seeds
from fixtures.built_dataset import Dataset

ARTICLES = 46  # more than two batches of the build


@pytest.fixture
def replicated(village: Dataset, tmp_path: Path) -> Dataset:
    """Replicate the made-up seeds, with two demands that are compared."""
    village.edit("registers/demands.yaml", "topics: [parking]", "topics: [parking, water]")
    village.write(
        "registers/comparisons.yaml", "- {from: remove-carts, to: share-the-well, reason: different_object}\n"
    )
    replicate_seeds(village.seeds, tmp_path / "replicated" / "seeds", ARTICLES)
    return Dataset(tmp_path / "replicated")


def test_replicated_seeds_build_as_the_small_ones(village: Dataset, replicated: Dataset) -> None:
    small, large = village.build(), replicated.build()
    copies = ARTICLES // small.rows["sources"]
    for table in ("sources", "sentences", "statements", "mentions"):
        assert large.rows[table] == copies * small.rows[table]
    assert large.rows["demands"] == 4 * small.rows["demands"]
    assert large.rows["actors"] == small.rows["actors"]
    assert {table for table, count in large.rows.items() if not count} == {
        "redirects",
        "changes",
        "acceptances",
    }


def test_the_same_seeds_give_the_same_replica(village: Dataset, replicated: Dataset, tmp_path: Path) -> None:
    replicate_seeds(village.seeds, tmp_path / "again", ARTICLES)
    one, other = (
        {path.relative_to(folder): path.read_bytes() for path in folder.rglob("*.*")}
        for folder in (replicated.seeds, tmp_path / "again")
    )
    assert one == other


def test_batches_and_processes_change_nothing(replicated: Dataset, monkeypatch: pytest.MonkeyPatch) -> None:
    """Catch rows that are lost, doubled or out of order between batches."""
    replicated.build()
    in_batches = replicated.outputs()
    monkeypatch.setattr("pipeline.build_steps.BATCH_SIZE", ARTICLES)
    replicated.build()
    assert replicated.outputs() == in_batches
