"""The made-up corpora to measure with: real seeds in form, of any number, that pass the whole build."""

from pathlib import Path

import pytest

from benchmarks.corpus import write_corpus
from fixtures.built_dataset import Dataset

ARTICLES = 45  # more than two batches of the build


@pytest.fixture
def corpus(tmp_path: Path) -> Dataset:
    write_corpus(tmp_path / "corpus" / "seeds", ARTICLES)
    return Dataset(tmp_path / "corpus")


def test_a_corpus_builds_with_sixty_quotes_an_article(corpus: Dataset) -> None:
    report = corpus.build()
    assert report.rows["sources"] == ARTICLES
    assert report.rows["quotes"] >= 60 * ARTICLES
    assert all(counts["open"] == 0 for counts in report.sentences.values())
    assert {table for table, count in report.rows.items() if not count} == {"redirects", "changes"}


def test_the_same_number_gives_the_same_seeds(corpus: Dataset, tmp_path: Path) -> None:
    write_corpus(tmp_path / "again", ARTICLES)
    one, other = (
        {path.relative_to(folder): path.read_bytes() for path in folder.rglob("*.*")}
        for folder in (corpus.seeds, tmp_path / "again")
    )
    assert one == other


def test_batches_and_processes_change_nothing(corpus: Dataset, monkeypatch: pytest.MonkeyPatch) -> None:
    """Catch rows that are lost, doubled or out of order between batches."""
    corpus.build()
    in_batches = corpus.outputs()
    monkeypatch.setattr("pipeline.build_steps.BATCH_SIZE", ARTICLES)
    corpus.build()
    assert corpus.outputs() == in_batches
