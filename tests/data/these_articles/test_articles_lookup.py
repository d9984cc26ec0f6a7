"""Names and words by which records of these articles are known."""

from fixtures.built_dataset import Dataset
from fixtures.talks_runner import run_talks


def test_a_topic_is_known_by_its_words_without_their_hyphen(dataset: Dataset) -> None:
    typed = run_talks(dataset.database, "claims", "--topic", "force limits", "--json")
    assert typed.stdout == run_talks(dataset.database, "claims", "--topic", "force-limits", "--json").stdout
    assert "talks: nothing is called “force limits”: it is taken for force-limits" in typed.stderr
