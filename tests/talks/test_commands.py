"""Tests that the commands are what the help says: named, described, with examples that run."""

import importlib
import re
import shlex
import subprocess
import sys
from pathlib import Path

import pytest

from fixtures.built_dataset import Dataset
from fixtures.talks_runner import run_talks
from istanbul_talks.cli import command_list
from istanbul_talks.cli.application import load_command

WITHOUT_END = {"serve"}
"""Commands whose examples run until somebody stops them."""

COPIES = {"reanchor": ["copy.txt", "copy.html"]}
"""Files of the reader that examples name: copies of an article."""


def test_every_file_is_a_command_and_every_command_a_file() -> None:
    files = {path.stem for path in command_list.FOLDER.glob("*.py")} - {"__init__"}
    assert files == set(map(command_list.get_module_name, command_list.NAMES))


@pytest.mark.parametrize("name", command_list.NAMES)
def test_every_command_has_a_summary_two_examples_and_explained_options(name: str) -> None:
    module = importlib.import_module(f"istanbul_talks.commands.{command_list.get_module_name(name)}")
    assert module.__doc__ is not None
    assert command_list.read_summary(name) == module.__doc__.splitlines()[0]
    assert len(command_list.read_summary(name)) <= 62, "does not fit on a line of the help"
    assert len(re.findall(r"^  talks|^  .*\$\(talks", module.__doc__, re.MULTILINE)) == 2
    for parameter in load_command(name).params:
        assert getattr(parameter, "help", None), f"{parameter.name} is not explained"


@pytest.mark.parametrize("name", [name for name in command_list.NAMES if name not in WITHOUT_END])
def test_every_example_of_the_help_finds_something(
    dataset: Dataset, name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    for file in COPIES.get(name, ()):
        ((text,),) = dataset.query("SELECT text FROM texts ORDER BY source_id LIMIT 1 OFFSET 1")
        Path(file).write_text(str(text), encoding="utf-8", newline="")
    examples = re.findall(r"^ +talks(.*)$", run_talks(dataset.database, name, "--help").stdout, re.MULTILINE)
    assert examples
    for example in examples:
        result = run_talks(dataset.database, *shlex.split(example))
        assert result.exit_code == 0, f"talks{example}: {result.stderr}"
        assert result.stdout or list(tmp_path.iterdir())


def test_examples_name_records_that_are_there(village_db: Path, tmp_path: Path) -> None:
    assert "talks who-said lane-belongs-to-lowerton" in run_talks(village_db, "who-said", "--help").stdout
    assert "talks who-said CLAIM" in run_talks(tmp_path / "none.db", "who-said", "--help").stdout


def test_other_names_mean_the_same(village_db: Path) -> None:
    for alias, name in command_list.ALIASES.items():
        helps = [run_talks(village_db, word, "--help").stdout.splitlines() for word in (alias, name)]
        assert helps[0][1:] == helps[1][1:]


def test_help_loads_no_command() -> None:
    code = (
        "import sys; from istanbul_talks.cli.application import app; app(['--help'], standalone_mode=False);"
        "print([m for m in sys.modules if m.startswith('istanbul_talks.commands.') or m == 'rich'])"
    )
    printed = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout
    assert printed.splitlines()[-1] == "[]"
    assert all(f"  {command_list.join_aliases(name)} " in printed for name in command_list.NAMES)
