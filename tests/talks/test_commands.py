"""Tests that the commands are what the help says: named, described, with examples that run."""

import importlib
import re
import subprocess
import sys
from pathlib import Path

import pytest
from typer.testing import CliRunner

from fixtures.talks_runner import run_talks
from istanbul_talks.cli import command_list
from istanbul_talks.cli.application import app, load_command
from istanbul_talks.terminal.row_printing import PRINTING_OPTIONS


def test_every_file_is_a_command_and_every_command_a_file() -> None:
    files = {path.stem for path in command_list.FOLDER.glob("*.py")} - {"__init__"}
    assert files == set(command_list.NAMES)


@pytest.mark.parametrize("name", command_list.NAMES)
def test_every_command_has_a_summary_two_examples_and_explained_options(name: str) -> None:
    module = importlib.import_module(f"istanbul_talks.commands.{name}")
    assert module.__doc__ is not None
    assert command_list.read_summary(name) == module.__doc__.splitlines()[0]
    assert len(command_list.read_summary(name)) <= 62, "does not fit on a line of the help"
    assert len(re.findall(r"^  talks|^  .*\$\(talks", module.__doc__, re.MULTILINE)) == 2
    for parameter in load_command(name).params:
        assert getattr(parameter, "help", None), f"{parameter.name} is not explained"


def test_examples_name_records_that_are_there(village_db: Path, tmp_path: Path) -> None:
    assert "talks compare lane-belongs-to-lowerton" in run_talks(village_db, "compare", "--help").stdout
    assert "talks compare CLAIM" in run_talks(tmp_path / "none.db", "compare", "--help").stdout


@pytest.mark.parametrize(
    ("word", "command"),
    [
        ("who-said", "show"),
        ("quotes", "show"),
        ("roles", "people"),
        ("topics", "compare"),
        ("sources", "read"),
        ("timeline", "events"),
        ("path", "schema"),
        ("demand", "demands"),
        ("serach", "search"),
    ],
)
def test_an_unknown_command_gets_the_one_that_is_meant(village_db: Path, word: str, command: str) -> None:
    result = run_talks(village_db, word)
    assert (result.exit_code, result.stdout) == (2, "")
    assert result.stderr == f"talks: there is no command “{word}”; did you mean `talks {command}`?\n"


@pytest.mark.parametrize("word", ["overview", "", "-", "zzz"])
def test_a_command_that_is_like_none_leads_to_the_help(village_db: Path, word: str) -> None:
    result = run_talks(village_db, "--", word)
    assert result.exit_code == 2
    assert result.stderr == f"talks: there is no command “{word}”; `talks --help` lists them\n"


def test_what_all_listings_share_is_explained_once(village_db: Path) -> None:
    """Catch an option that each help explains anew, or that none explains."""
    whole = run_talks(village_db, "--help").stdout
    assert len(PRINTING_OPTIONS) == len(SHARED)
    for option in SHARED:
        assert re.search(rf"^  {option} .*[a-z]{{3}}", whole, re.MULTILINE)
    for name in command_list.NAMES:
        own, _, briefly = run_talks(village_db, name, "--help").stdout.partition(BRIEFLY)
        assert not any(
            re.search(rf"^  {option}\b", own, re.MULTILINE) for option in SHARED - OWN.get(name, set())
        )
        assert name not in LISTINGS or set(re.findall(r"--\w+", briefly)) == {*SHARED, "--help"}


SHARED = {"--json", "--csv", "--format", "--columns", "--sort", "--limit", "--count"}

OWN = {"cite": {"--format"}}
"""Shared names whose values are a command's own."""

BRIEFLY = "As in every listing:"

LISTINGS = {
    "demands",
    "claims",
    "disagreements",
    "events",
    "delegations",
    "people",
    "search",
    "compare",
    "read",
}


def test_the_same_option_has_the_same_name_everywhere() -> None:
    """Catch two names for one thing, and one name for two."""
    helps: dict[str, set[str]] = {}
    for name in command_list.NAMES:
        for param in load_command(name).params:
            for option in param.opts:
                helps.setdefault(option, set()).add(str(param.metavar))
    assert {
        option: kinds for option, kinds in helps.items() if len(kinds) > 1 and option.startswith("-")
    } == {}


@pytest.mark.parametrize("columns", ["40", "80", "120"])
@pytest.mark.parametrize("name", ["", *command_list.NAMES])
def test_every_help_fits_its_terminal(village_db: Path, name: str, columns: str) -> None:
    result = CliRunner().invoke(
        app, ["--db", str(village_db), *name.split(), "--help"], env={"COLUMNS": columns}
    )
    assert result.exit_code == 0
    lines = [line for line in result.stdout.splitlines() if not _is_as_typed(line, name)]
    assert max(map(len, lines)) <= int(columns)


def _is_as_typed(line: str, name: str) -> bool:
    """Tell whether a line of the help is an example, or stands in the docstring as it is."""
    doc = importlib.import_module(f"istanbul_talks.commands.{name}").__doc__ or "" if name else ""
    return "talks " in line or line.strip() in map(str.strip, doc.splitlines())


def test_help_loads_no_command() -> None:
    code = (
        "import sys; from istanbul_talks.cli.application import app; app(['--help'], standalone_mode=False);"
        "print([m for m in sys.modules if m.startswith('istanbul_talks.commands.') or m == 'rich'])"
    )
    printed = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout
    assert printed.splitlines()[-1] == "[]"
    assert all(f"  {name} " in printed for name in command_list.NAMES)
    assert [line for line in printed.splitlines() if line.rstrip(":") in command_list.GROUPS] == [
        "Ask:",
        "Look up:",
        "Take away:",
    ]
