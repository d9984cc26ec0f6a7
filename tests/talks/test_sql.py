"""Tests of `talks sql` with a query."""

import json
import sqlite3
import subprocess
import time
from contextlib import closing
from pathlib import Path

import pytest

from fixtures.talks_runner import TALKS, read_rows, run_talks
from istanbul_talks.database import query_limits


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


ENDLESS = "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT"
TOO_LONG = "a value would have more than 250,000 bytes; ask for less"
TOO_MUCH = "this needs more than 256 MB of memory; ask for less"
NESTED = ", ".join(
    f"c{i} AS (SELECT (SELECT x FROM c{i - 1}) + (SELECT x FROM c{i - 1}) AS x)" for i in range(1, 30)
)


@pytest.mark.parametrize(
    ("query", "message"),
    [
        ("SELECT hex(zeroblob(400000000))", TOO_LONG),
        ("SELECT randomblob(900000000)", TOO_LONG),
        ("SELECT printf('%.*c', 2000000000, 'x')", TOO_LONG),
        ("SELECT format('%2000000000d', 1)", TOO_LONG),
        ("SELECT replace(hex(zeroblob(20000)), '0', hex(zeroblob(20000)))", TOO_LONG),
        (f"{ENDLESS} json_group_array(i) FROM (SELECT i FROM n LIMIT 100000)", TOO_LONG),
        ("WITH RECURSIVE s(t) AS (SELECT 'a' UNION ALL SELECT t || t FROM s) SELECT * FROM s", TOO_LONG),
        pytest.param(
            f"SELECT {', '.join(['hex(zeroblob(120000))'] * 1900)}", TOO_MUCH, marks=pytest.mark.slow
        ),
        pytest.param(
            f"WITH c0 AS (SELECT 1 AS x), {NESTED} SELECT * FROM c29", TOO_MUCH, marks=pytest.mark.slow
        ),
        (f"{ENDLESS} hex(zeroblob(120000)) FROM n", "the answer has more than 1 MB; ask for less"),
        (f"SELECT 1 LIKE '{'%a' * 600}'", "pattern too complex"),
        (f"SELECT {'(' * 5000}1{')' * 5000}", "stack overflow"),
        (f"SELECT '{'x' * 300000}'", "query string is too large"),
    ],
)
@pytest.mark.filterwarnings("ignore::pytest.PytestUnraisableExceptionWarning")  # what a function raises
def test_what_a_query_may_take_is_bounded(
    village_db: Path, query: str, message: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(query_limits, "LARGEST_ANSWER", 10**6)
    result = run_talks(village_db, "sql", query, "--timeout", "60")
    assert (result.exit_code, result.stderr.count("\n")) == (2, 1)
    assert message in result.stderr


@pytest.mark.parametrize(
    "query", ["max(i) FROM n", "i FROM n WHERE i < 0", "count(DISTINCT randomblob(90000)) FROM n"]
)
def test_sql_gives_up_in_time(village_db: Path, query: str) -> None:
    before = time.process_time()
    result = run_talks(village_db, "sql", f"{ENDLESS} {query}", "--timeout", "0.2")
    assert result.exit_code == 2
    assert "no answer within 0.2 seconds" in result.stderr
    assert time.process_time() < before + 5


def test_a_time_limit_is_a_number(village_db: Path) -> None:
    """Catch a limit that is never reached, since nothing is more than it."""
    result = run_talks(village_db, "sql", "SELECT 1", "--timeout", "nan")
    assert (result.exit_code, result.stderr.count("\n")) == (2, 1)
    assert "write a number of seconds" in result.stderr


def test_no_more_rows_are_read_than_are_asked_for(village_db: Path) -> None:
    assert run_talks(village_db, "sql", f"{ENDLESS} i FROM n", "--limit", "2").stdout == "i\n1\n2\n"


def test_numbers_are_written_by_sqlite_s_own_rules(village_db: Path) -> None:
    written = run_talks(
        village_db, "sql", "SELECT printf('%.2f|%0*d|%s', 1.239, 3, 7, NULL), format('%d', 300000)"
    )
    assert written.stdout.splitlines()[1] == "1.24|007|\t300000"


def test_a_longer_article_makes_longer_values_possible(own_village_db: Path) -> None:
    with closing(sqlite3.connect(own_village_db)) as db, db:
        db.execute("UPDATE sources SET length = 100000")
    assert run_talks(own_village_db, "sql", "SELECT length(zeroblob(390000)) AS n").stdout == "n\n390000\n"
    assert "more than 400,000 bytes" in run_talks(own_village_db, "sql", "SELECT zeroblob(410000)").stderr


def test_mixed_types_are_sorted_as_sqlite_sorts_them(village_db: Path) -> None:
    query = "VALUES (x'00'), ('b'), (2), (NULL), ('a'), (1.5), (-9e999)"
    forwards = [row["column1"] for row in read_rows(village_db, "sql", query, "--sort", "column1")]
    assert forwards == ["-Infinity", 1.5, 2, "a", "b", "00", None]
    backwards = [row["column1"] for row in read_rows(village_db, "sql", query, "--sort", "-column1")]
    assert backwards == [*forwards[-2::-1], None]


CELLS = [
    '[{"text":',
    '[{"text":1}]',
    '[{"text":"a"},2]',
    '[{"text":"a","n":1e999}]',
    '[{"text":"a","n":NaN}]',
    '[{"text":' + "[" * 9999,
]


@pytest.mark.parametrize("form", ["--json", "--csv", "--format=jsonl", "--format=tsv", "--format=markdown"])
@pytest.mark.parametrize("cell", CELLS)
def test_what_only_begins_like_a_cell_of_ours_is_printed_as_it_is(
    village_db: Path, cell: str, form: str
) -> None:
    result = run_talks(village_db, "sql", f"SELECT '{cell}' AS x, 1e999 AS y", form)
    assert result.exit_code == 0
    assert "Infinity" in result.stdout
    if form == "--json":
        assert json.loads(result.stdout, parse_constant=pytest.fail) == [{"x": cell, "y": "Infinity"}]
