"""Tests that the commands are what the help says: named, described, with examples that run."""

import importlib
import re
import subprocess
import sys
from pathlib import Path

import pytest

from datasets import Dataset
from istanbul_talks import commands
from istanbul_talks.cli import load
from sessions import talks

FOLDER = Path(commands.__file__).parent

EXAMPLES = [
    (name, example.split())
    for name in commands.NAMES
    for example in re.findall(
        r"^  talks(.*)$", (FOLDER / f"{commands.module(name)}.py").read_text(), re.MULTILINE
    )
    if name != "serve"
]


def test_every_file_is_a_command_and_every_command_a_file() -> None:
    files = {path.stem for path in FOLDER.glob("*.py")} - {"__init__"}
    assert files == set(map(commands.module, commands.NAMES))


@pytest.mark.parametrize("name", commands.NAMES)
def test_every_command_has_a_summary_two_examples_and_explained_options(name: str) -> None:
    module = importlib.import_module(f"istanbul_talks.commands.{commands.module(name)}")
    assert module.__doc__ is not None
    assert commands.summary(name) == module.__doc__.splitlines()[0]
    assert len(commands.summary(name)) <= 62, "does not fit on a line of the help"
    assert len(re.findall(r"^  talks|^  .*\$\(talks", module.__doc__, re.MULTILINE)) == 2
    for parameter in load(name).params:
        assert getattr(parameter, "help", None), f"{parameter.name} is not explained"


@pytest.mark.parametrize(("name", "example"), EXAMPLES, ids=str)
def test_every_example_finds_something(dataset: Dataset, name: str, example: list[str]) -> None:
    words = " ".join(example)
    for place, sql in PLACES.items():
        words = words.replace(place, str(dataset.query(sql)[0][0]))
    result = talks(dataset.database, *split(words))
    assert result.exit_code == 0, f"talks {words}: {result.stderr}"
    assert result.stdout


PLACES = {
    "ACTOR": "SELECT demander_id FROM demands GROUP BY 1 ORDER BY count(*) DESC LIMIT 1",
    "PERSON": "SELECT person_id FROM roles LIMIT 1",
    "SOURCE": "SELECT id FROM sources LIMIT 1",
    "DEMAND": "SELECT id FROM demands LIMIT 1",
    "CLAIM": "SELECT id FROM claims LIMIT 1",
}


def split(words: str) -> list[str]:
    return [quoted or plain for quoted, plain in re.findall(r'"([^"]*)"|(\S+)', words)]


def test_help_loads_no_command() -> None:
    code = (
        "import sys; from istanbul_talks.cli import app; app(['--help'], standalone_mode=False);"
        "print([m for m in sys.modules if m.startswith('istanbul_talks.commands.') or m == 'rich'])"
    )
    printed = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout
    assert printed.splitlines()[-1] == "[]"
    assert all(f"  {name} " in printed for name in commands.NAMES)
