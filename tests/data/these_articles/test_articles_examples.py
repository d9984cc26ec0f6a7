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

ARTICLE = "SELECT text FROM texts WHERE source_id = 'invitation-rejected'"
SENTENCE = "SELECT '“' || exact || '”' FROM quotes WHERE length(exact) > 60 AND instr(exact, '“') = 0 LIMIT 1"
FILES = {
    "reanchor": {"copy.txt": ARTICLE, "copy.html": ARTICLE},
    "check": {"draft.md": SENTENCE, "draft.html": SENTENCE},
}
"""Files of the reader that examples name: copies of an article, a draft that quotes one."""


@pytest.mark.parametrize("name", [name for name in command_list.NAMES if name not in WITHOUT_END])
def test_every_example_of_the_help_finds_something(
    dataset: Dataset, name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    for file, query in FILES.get(name, {}).items():
        ((text,),) = dataset.query(query)
        Path(file).write_text(str(text), encoding="utf-8", newline="")
    examples = re.findall(r"^ +talks(.*)$", run_talks(dataset.database, name, "--help").stdout, re.MULTILINE)
    assert examples
    for example in examples:
        result = run_talks(dataset.database, *shlex.split(example))
        assert result.exit_code == 0, f"talks{example}: {result.stderr}"
        assert result.stdout or list(tmp_path.iterdir())
