"""Every claim that `talks` prints of the real data stands with who asserts or denies it."""

import pytest

from fixtures.bare_propositions import find_bare, join_json, join_table, read_propositions
from fixtures.built_dataset import Dataset
from fixtures.talks_runner import run_talks

LISTINGS = ["claims", "demands", "disagreements", "events", "people", "compare", "read"]


@pytest.mark.parametrize("form", ["--json", "--csv", "--format=tsv", "--format=markdown"])
@pytest.mark.parametrize("command", LISTINGS)
def test_a_listing_prints_no_bare_proposition(dataset: Dataset, command: str, form: str) -> None:
    """Catch a claim that a listing, in a format for programs, gives as the dataset's own."""
    printed = run_talks(dataset.database, command, form).stdout
    if form == "--json":
        printed = join_json(printed)
    elif form != "--format=markdown":
        printed = join_table(printed.splitlines(keepends=True), "," if form == "--csv" else "\t")
    elif command == "claims":
        printed = run_talks(dataset.database, "claims", "--columns", "claim", form).stdout
    assert find_bare(printed, read_propositions(dataset.database)) == []
