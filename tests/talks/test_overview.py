"""Tests of `talks` without a command."""

import re
from pathlib import Path

from fixtures.talks_runner import run_talks


def test_the_overview_counts_and_its_examples_run(village_db: Path) -> None:
    printed = run_talks(village_db).stdout
    for count in ("people\t2 people", "demands\t2 demands", "compare\t3 topics", "read\t2 sources"):
        assert f"\ntalks {count}\n" in printed
    examples = re.findall(r"^talks (.+)\t.*\?$", printed, flags=re.MULTILINE)
    assert len(examples) == 5
    for example in examples:
        assert run_talks(village_db, *example.split()).exit_code == 0, example
