"""Tests of what may surround the command: pipes, terminals, encodings, and databases that are none."""

import os
import re
import sqlite3
import subprocess
from contextlib import closing
from pathlib import Path

import pytest

from fixtures.run_talks import TALKS, in_pipe, in_terminal, plain, talks


def test_a_closed_pipe_ends_in_silence(village_db: Path) -> None:
    command = [*TALKS, "--db", str(village_db), "sql", f"{NUMBERS} SELECT i FROM n"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as process:
        assert process.stdout is not None
        assert process.stderr is not None
        assert process.stdout.readline() == b"i\n"
        process.stdout.close()
        assert process.stderr.read() == b""
    assert process.returncode == 0


NUMBERS = "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n LIMIT 200000)"


def damaged(village_db: Path, how: str) -> bytes | None:
    whole = village_db.read_bytes()
    return {
        "missing": None,
        "empty": b"",
        "truncated": whole[: len(whole) // 2],
        "cut in its first page": whole[:2000],
        "no database": b"These are the minutes of the talks." * 100,
    }[how]


@pytest.mark.parametrize("how", ["missing", "empty", "truncated", "cut in its first page", "no database"])
def test_a_database_that_is_none_is_told_in_one_line(village_db: Path, tmp_path: Path, how: str) -> None:
    content = damaged(village_db, how)
    path = tmp_path / "some.db"
    if content is not None:
        path.write_bytes(content)
    for command in (["demands"], ["show", "upperton"], ["search", "well"], ["serve", "--port", "0"], []):
        result = in_pipe(path, *command)
        assert result.returncode == 2, command
        assert result.stderr.decode().startswith("talks: ")
        assert result.stderr.count(b"\n") == 1
        assert str(path) in result.stderr.decode()


def test_help_needs_no_database(tmp_path: Path) -> None:
    assert "Wanted by this actor" in talks(tmp_path / "none.db", "demands", "--help").stdout


def test_a_foreign_database_is_told_in_one_line(tmp_path: Path) -> None:
    path = tmp_path / "foreign.db"
    with closing(sqlite3.connect(path)) as db:
        db.execute("CREATE TABLE cats (name)")
    result = talks(path, "demands")
    assert result.exit_code == 2
    assert "is not a whole talks database (no such table: contract_tables)" in result.stderr


def test_the_environment_names_the_database(village_db: Path) -> None:
    env = {**os.environ, "TALKS_DB": str(village_db)}
    printed = subprocess.run([*TALKS, "path"], capture_output=True, text=True, env=env, check=True).stdout
    assert printed == f"{village_db}\n"


def test_a_read_only_folder_is_enough(village_db: Path, tmp_path: Path) -> None:
    path = tmp_path / "talks.db"
    path.write_bytes(village_db.read_bytes())
    tmp_path.chmod(0o555)
    try:
        assert talks(path, "demands").exit_code == 0
        assert list(tmp_path.iterdir()) == [path]
    finally:
        tmp_path.chmod(0o755)


@pytest.mark.parametrize("form", ["--tsv", "--json", "--csv"])
def test_an_ascii_terminal_loses_nothing(village_db: Path, form: str) -> None:
    result = in_pipe(village_db, "demands", form, PYTHONIOENCODING="ascii", PYTHONUTF8="0")
    assert result.returncode == 0
    assert b"\\u201c" in result.stdout


def test_unknown_commands_get_a_suggestion(village_db: Path) -> None:
    result = talks(village_db, "demand")
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
        ("topics roads", "got unexpected extra argument"),
        ("compare roads --by colour", "invalid value for '--by'"),
    ],
)
def test_misuse_is_told_in_one_line(village_db: Path, words: str, message: str) -> None:
    result = talks(village_db, *words.split())
    assert result.exit_code == 2
    assert result.stderr.startswith(f"talks: {message}")
    assert result.stderr.count("\n") == 1
    assert "--help`" in result.stderr


def test_what_scrolls_goes_to_the_pager_and_nothing_else(village_db: Path) -> None:
    assert in_terminal(village_db, "quotes", PAGER="wc -l").strip().isdigit()
    assert "roads" in in_terminal(village_db, "topics", PAGER="wc -l")
    assert in_pipe(village_db, "quotes", PAGER="wc -l").stdout.startswith(b"id\t")


@pytest.mark.parametrize("columns", [200, 80, 40])
@pytest.mark.parametrize(
    "command",
    [
        ["demands"],
        ["show", "share-the-well"],
        ["quotes"],
        [],
        ["schema", "claims"],
    ],
)
def test_in_a_terminal_nothing_is_cut_and_nothing_runs_over(
    village_db: Path, columns: int, command: list[str]
) -> None:
    screen = plain(in_terminal(village_db, *command, columns=columns))
    assert max(map(len, screen.splitlines())) <= columns
    piped = in_pipe(village_db, *command).stdout.decode().replace("**", "")
    words = set(re.findall(r"(?<![\w-])[A-Za-z]{3,9}(?![\w-])", piped))
    assert words - set(re.findall(r"[A-Za-z]+", screen)) <= EMPTY_COLUMNS


EMPTY_COLUMNS = {"when"}
"""Columns that have no value in the village are left out in a terminal."""


def test_no_color_is_respected(village_db: Path) -> None:
    assert "\x1b[36m" in in_terminal(village_db, "topics")
    assert "\x1b[36m" not in in_terminal(village_db, "topics", NO_COLOR="1")


def test_rows_are_parted_only_where_one_takes_several_lines(village_db: Path) -> None:
    query = "SELECT 1 AS n, 'short' AS text UNION SELECT 2, 'short' UNION SELECT 3, {}"
    short = plain(in_terminal(village_db, "sql", query.format("'end'"), columns=40)).splitlines()
    long = plain(in_terminal(village_db, "sql", query.format("hex(zeroblob(30))"), columns=40)).splitlines()
    assert [line.split() for line in short] == [["n", "text"], ["1", "short"], ["2", "short"], ["3", "end"]]
    assert "" in [line.strip() for line in long[:4]]
