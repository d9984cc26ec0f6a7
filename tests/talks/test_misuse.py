"""Tests that misuse is reported in one line that helps."""

from pathlib import Path

import pytest

from fixtures.talks_runner import run_talks


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
