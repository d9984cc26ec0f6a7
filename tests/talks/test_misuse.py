"""Tests that misuse is reported in one line that helps."""

import os
import shlex
import subprocess
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from fixtures.talks_runner import TALKS, run_talks
from istanbul_talks.cli import command_list
from istanbul_talks.cli.application import load_command


def test_unknown_commands_get_a_suggestion(village_db: Path) -> None:
    result = run_talks(village_db, "demand")
    assert result.exit_code == 2
    assert result.stderr == "talks: there is no command “demand”; did you mean `talks demands`?\n"


@pytest.mark.parametrize(
    ("words", "message"),
    [
        ("demands --colour", "no such option: --colour (Possible options: --columns, --count"),
        ("--colour", "no such option: --colour"),
        ("demands --limit few", "invalid value for '--limit'"),
        ("demands --by", "option '--by' requires an argument; see `talks demands --help`"),
        ("show", "missing argument 'ID'; see `talks show --help`"),
        ("people roads", "got unexpected extra argument"),
        ("cite roads --format colour", "invalid value for '--format'"),
    ],
)
def test_misuse_is_told_in_one_line(village_db: Path, words: str, message: str) -> None:
    result = run_talks(village_db, *words.split())
    assert result.exit_code == 2
    assert result.stderr.startswith(f"talks: {message}")
    assert result.stderr.count("\n") == 1
    assert "--help`" in result.stderr


NOT_UTF8 = os.fsdecode(b"\xe7")
BEYOND_64_BITS = "9" * 20
NEEDED = {
    "show": "share-the-well",
    "cite": "share-the-well",
    "search": "well",
    "sql": "SELECT 1 AS n",
    "reanchor": __file__,
    "check": __file__,
}
"""What commands are asked about besides an option."""


def list_values(value: str) -> Iterator[list[str]]:
    """Yield the words of every command with a value for each argument and option of it, one at a time."""
    for name in command_list.NAMES:
        for param in load_command(name).params:
            if param.param_type_name == "argument":
                yield [name, "--", value]
            elif name != "serve" and not getattr(param, "is_flag", False):
                yield [name, *filter(None, [NEEDED.get(name)]), param.opts[-1], value]


def mark_slow(*values: str) -> list[Any]:
    return [pytest.param(value, marks=pytest.mark.slow) for value in values]


@pytest.mark.parametrize(
    "value", [NOT_UTF8, *mark_slow(BEYOND_64_BITS, f"-{BEYOND_64_BITS}", "nan", "", "a " * 50_000)]
)
def test_no_value_of_an_argument_or_option_ends_in_a_traceback(
    village_db: Path, tmp_path: Path, value: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    for words in list_values(value):
        result = run_talks(village_db, *words)
        assert isinstance(result.exception, SystemExit | None), (words, result.exception)
        assert result.exit_code in {0, 1, 2}, words
        assert all(line.startswith("talks: ") for line in result.stderr.splitlines()), words
        if value == NOT_UTF8 and result.exit_code == 2:
            assert "is not UTF-8" in result.stderr or "invalid value" in result.stderr, words


@pytest.mark.parametrize("closed", [">/dev/full", ">&-"])
@pytest.mark.parametrize(
    "words", ["demands", *mark_slow("", "--help", "--version", "export demands", "read --json")]
)
def test_output_that_cannot_be_written_is_told_in_one_line(village_db: Path, words: str, closed: str) -> None:
    call = f"{shlex.join([*TALKS, '--db', str(village_db)])} {words} {closed}"
    done = subprocess.run(call, shell=True, capture_output=True, text=True, check=False)
    assert (done.returncode, done.stderr.count("\n")) == (2, 1), done.stderr
    assert done.stderr.startswith("talks: standard output cannot be used (")


def test_errors_that_cannot_be_written_leave_the_status(village_db: Path) -> None:
    for closed in ("2>/dev/full", "2>&-", "<&-"):
        call = f"{shlex.join([*TALKS, '--db', str(village_db)])} sql {closed} </dev/null"
        assert subprocess.run(call, shell=True, capture_output=True, check=False).returncode == 2
