"""Tests of `talks` without a command."""

import re
from pathlib import Path

from fixtures.talks_runner import read_rows, run_talks


def test_the_overview_counts_and_its_examples_run(village_db: Path) -> None:
    counts = {row["command"]: row["rows"] for row in read_rows(village_db, "overview")}
    assert counts["people"] == 2
    assert counts["demands"] == 2
    printed = run_talks(village_db).stdout
    examples = re.findall(r"^talks (.+)\t.*\?$", printed, flags=re.MULTILINE)
    assert len(examples) == 5
    for example in examples:
        assert run_talks(village_db, *example.split()).exit_code == 0, example
