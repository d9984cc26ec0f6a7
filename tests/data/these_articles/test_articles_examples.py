"""The examples of the help of `talks` find something in these articles."""

import re
import shlex
from pathlib import Path

import pytest

from fixtures.built_dataset import Dataset
from fixtures.talks_runner import run_talks
from istanbul_talks.cli import command_list

WITHOUT_END = {"serve"}
"""Commands whose examples run until somebody stops them."""

COPIES = {"reanchor": ["copy.txt", "copy.html"]}
"""Files of the reader that examples name: copies of an article."""


@pytest.mark.parametrize("name", [name for name in command_list.NAMES if name not in WITHOUT_END])
def test_every_example_of_the_help_finds_something(
    dataset: Dataset, name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    for file in COPIES.get(name, ()):
        ((text,),) = dataset.query("SELECT text FROM texts WHERE source_id = 'invitation-rejected'")
        Path(file).write_text(str(text), encoding="utf-8", newline="")
    examples = re.findall(r"^ +talks(.*)$", run_talks(dataset.database, name, "--help").stdout, re.MULTILINE)
    assert examples
    for example in examples:
        result = run_talks(dataset.database, *shlex.split(example))
        assert result.exit_code == 0, f"talks{example}: {result.stderr}"
        assert result.stdout or list(tmp_path.iterdir())
