"""Tests of completion: bash itself, and the protocols of bash, zsh and fish as those shells drive them."""

import os
import subprocess
import sys
from pathlib import Path

import pytest
from typer.testing import CliRunner

from fixtures.talks_runner import TALKS
from istanbul_talks.cli.application import app


def ask_as(shell: str, db: Path, line: str) -> dict[str, str]:
    """Return the variables by which a shell asks how a line goes on."""
    words = line.split(" ")
    asked = {
        "bash": {"COMP_WORDS": line, "COMP_CWORD": str(len(words) - 1)},
        "zsh": {"_TYPER_COMPLETE_ARGS": line},
        "fish": {"_TYPER_COMPLETE_ARGS": line, "_TYPER_COMPLETE_FISH_ACTION": "get-args"},
    }[shell]
    return {"TALKS_DB": str(db), "_TALKS_COMPLETE": f"complete_{shell}", **asked}


def complete_line(db: Path, shell: str, line: str) -> str:
    """Return what a shell is offered, asked in this process."""
    return CliRunner().invoke(app, env=ask_as(shell, db, line), prog_name="talks").stdout


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
@pytest.mark.parametrize(
    ("line", "offered", "other"),
    [
        ("talks dem", "demands", "claims"),
        ("talks demands --by lo", "lowerton", "upperton"),
        ("talks demands --topic pa", "parking", "water"),
        ("talks demands --kind pro", "proposal", "threat"),
        ("talks claims --source we", "well-talks", "mill-meeting"),
        ("talks show remove", "remove-carts", "share-the-well"),
        ("talks compare wat", "water", "roads"),
        ("talks schema att", "attributions", "demands"),
        ("talks cite remove", "remove-carts", "share-the-well"),
        ("talks read mill", "mill-meeting", "well-talks"),
        ("talks compare well-talks mill", "mill-meeting", "mill-talks"),
        ("talks export dem", "demands", "claims"),
        ("talks reanchor copy.txt --source we", "well-talks", "mill-meeting"),
        ("talks check draft.md --al", "--all", "--json"),
        ("talks demands --quan", "--quantity", "--by"),
    ],
)
def test_words_are_completed_from_the_database(
    village_db: Path, shell: str, line: str, offered: str, other: str
) -> None:
    printed = complete_line(village_db, shell, line)
    assert offered in printed
    assert other not in printed


@pytest.mark.parametrize("line", ["talks nosuch --by ", "talks demands --by zzz", "talks show "])
def test_without_candidates_completion_stays_silent(tmp_path: Path, line: str) -> None:
    env = {**os.environ, **ask_as("bash", tmp_path / "none.db", line)}
    asked = subprocess.run(TALKS, env=env, capture_output=True, text=True, check=False)
    assert asked.stderr == ""
    assert "Traceback" not in asked.stdout


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
def test_the_program_itself_completes(village_db: Path, shell: str) -> None:
    env = {**os.environ, **ask_as(shell, village_db, "talks dem")}
    printed = subprocess.run(TALKS, env=env, capture_output=True, text=True, check=True).stdout
    assert printed == complete_line(village_db, shell, "talks dem")
    assert "demands" in printed


ASKED_IN_BASH = """
eval "$(talks --show-completion)"
COMP_WORDS=(talks show remove) COMP_CWORD=2
_talks_completion talks
echo "${COMPREPLY[@]}"
"""


def test_bash_itself_completes(village_db: Path) -> None:
    programs = f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}"
    env = {**os.environ, "TALKS_DB": str(village_db), "PATH": programs}
    asked = ["bash", "--norc", "-c", ASKED_IN_BASH]
    assert (
        subprocess.run(asked, env=env, capture_output=True, text=True, check=True).stdout == "remove-carts\n"
    )
