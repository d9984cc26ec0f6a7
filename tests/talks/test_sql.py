"""Tests of `talks sql` with a query."""

import subprocess
from pathlib import Path

import pytest

from fixtures.talks_runner import TALKS, read_rows, run_talks


def test_sql_reads_a_query_from_a_pipe(village_db: Path) -> None:
    command = [*TALKS, "--db", str(village_db), "sql"]
    asked = "SELECT count(*) AS n FROM people"
    assert subprocess.run(command, input=asked, capture_output=True, text=True, check=True).stdout == "n\n2\n"


def test_sql_answers(village_db: Path) -> None:
    assert read_rows(village_db, "sql", "SELECT count(*) AS n FROM people") == [{"n": 2}]


def test_sql_numbers_columns_of_one_name_and_writes_bytes_in_hexadecimal(village_db: Path) -> None:
    assert read_rows(village_db, "sql", "SELECT 1 AS id, x'ff00' AS id, 'a' AS id") == [
        {"id": 1, "id_2": "ff00", "id_3": "a"}
    ]
    assert run_talks(village_db, "sql", "SELECT x'ff00' AS b").stdout == "b\nff00\n"


@pytest.mark.parametrize(
    ("query", "message"),
    [
        ("DELETE FROM people", "readonly database"),
        ("ATTACH '/tmp/other.db' AS other", "too many attached databases"),
        ("SELECT colour FROM people", "no such column"),
        ("SELEC 1", 'near "SELEC"'),
        ("SELECT 1; SELECT 2", "one statement at a time"),
        ("BEGIN", "returns nothing"),
        ("", "returns nothing"),
    ],
)
def test_sql_that_cannot_be_answered_is_told_in_one_line(village_db: Path, query: str, message: str) -> None:
    result = run_talks(village_db, "sql", query)
    assert result.exit_code == 2
    assert message in result.stderr
    assert result.stderr.count("\n") == 1


def test_sql_gives_up_in_time(village_db: Path) -> None:
    endless = "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT max(i) FROM n"
    result = run_talks(village_db, "sql", endless, "--timeout", "0.2")
    assert result.exit_code == 2
    assert "no answer within 0.2 seconds" in result.stderr
