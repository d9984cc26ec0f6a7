"""Tests of what output adapts to: pipes, encodings, the width of a terminal, the pager."""

import re
import subprocess
from pathlib import Path

import pytest

from fixtures.talks_runner import (
    TALKS,
    run_in_pipe,
    run_in_real_terminal,
    run_in_terminal,
    run_talks,
    strip_styles,
)


def test_a_closed_pipe_ends_in_silence(village_db: Path) -> None:
    command = [*TALKS, "--db", str(village_db), "sql", f"{NUMBERS} SELECT i FROM n", "--timeout", "60"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as process:
        assert process.stdout is not None
        assert process.stderr is not None
        assert process.stdout.readline() == b"i\n"
        process.stdout.close()
        assert process.stderr.read() == b""
    assert process.returncode == 0


NUMBERS = "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n LIMIT 200000)"


@pytest.mark.parametrize("form", ["--format=tsv", "--json", "--csv"])
def test_an_ascii_terminal_loses_nothing(village_db: Path, form: str) -> None:
    result = run_in_pipe(village_db, "demands", form, PYTHONIOENCODING="ascii", PYTHONUTF8="0")
    assert result.returncode == 0
    assert b"\\u201c" in result.stdout


def test_what_scrolls_goes_to_the_pager_and_nothing_else(village_db: Path) -> None:
    assert run_in_real_terminal(village_db, "sql", QUOTES, PAGER="wc -l").strip().isdigit()
    assert "roads" in run_in_real_terminal(village_db, "compare", "--limit", "2", PAGER="wc -l")
    assert run_in_pipe(village_db, "sql", QUOTES, PAGER="wc -l").stdout.startswith(b"id\t")


QUOTES = "SELECT * FROM quotes"


@pytest.mark.parametrize("columns", [200, 80, 40])
@pytest.mark.parametrize(
    "command",
    [
        ["demands", "--words"],
        ["show", "share-the-well"],
        ["read"],
        ["people", "--roles"],
        [],
        ["schema", "claims"],
    ],
)
def test_in_a_terminal_nothing_is_cut_and_nothing_runs_over(
    village_db: Path, columns: int, command: list[str]
) -> None:
    screen = strip_styles(run_in_terminal(village_db, *command, columns=columns))
    assert max(map(len, screen.splitlines())) <= columns
    piped = run_talks(village_db, *command).stdout.replace("**", "")
    words = set(re.findall(r"(?<![\w-])[a-z]{3,9}(?![\w-])", piped.lower()))
    assert words - set(re.findall(r"[a-z]+", screen.lower())) <= EMPTY_COLUMNS | (
        NAMES_OF_COLUMNS if "--words" in command else set()
    )


NAMES_OF_COLUMNS = {"kind", "event"}
"""What heads columns for programs; a list has words instead."""

EMPTY_COLUMNS = {"when", "publisher"}
"""Columns that have no value in the village are left out in a terminal."""


def test_no_color_is_respected(village_db: Path) -> None:
    assert "\x1b[36m" in run_in_terminal(village_db, "read")
    assert "\x1b[36m" not in run_in_terminal(village_db, "read", NO_COLOR="1")


def test_rows_are_parted_only_where_one_takes_several_lines(village_db: Path) -> None:
    query = "SELECT 1 AS n, 'short' AS text UNION SELECT 2, 'short' UNION SELECT 3, {}"
    short = strip_styles(run_in_terminal(village_db, "sql", query.format("'end'"), columns=40)).splitlines()
    long = strip_styles(
        run_in_terminal(village_db, "sql", query.format("hex(zeroblob(30))"), columns=40)
    ).splitlines()
    assert [line.split() for line in short] == [["n", "text"], ["1", "short"], ["2", "short"], ["3", "end"]]
    assert "" in [line.strip() for line in long[:4]]
