"""The dataset in Python: its path, a connection, and the rows of a table or view."""

import inspect
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

import istanbul_talks
from fixtures.talks_runner import read_rows, run_talks
from istanbul_talks.errors import TalksError


def test_few_functions_are_public_and_each_is_typed_and_described() -> None:
    assert len(istanbul_talks.__all__) <= 4
    for name in istanbul_talks.__all__:
        function = getattr(istanbul_talks, name)
        assert inspect.getdoc(function), name
        assert "return" in function.__annotations__, name


@pytest.mark.parametrize("table", ["demands", "evidence", "texts"])
def test_rows_are_those_of_the_table(village_db: Path, table: str) -> None:
    rows = istanbul_talks.read_rows(table, village_db)
    assert rows
    assert rows == read_rows(village_db, "export", table)


def test_a_connection_only_reads(village_db: Path) -> None:
    with closing(istanbul_talks.connect(village_db)) as db:
        assert db.execute("SELECT count(*) FROM sources").fetchone() == (2,)
        with pytest.raises(sqlite3.OperationalError, match="readonly"):
            db.execute("DELETE FROM sources")


def test_the_database_is_the_one_that_the_command_reads(
    village_db: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("TALKS_DB", str(village_db))
    assert istanbul_talks.locate() == village_db.resolve()
    assert istanbul_talks.read_rows("sources") == istanbul_talks.read_rows("sources", str(village_db))
    with pytest.raises(TalksError, match="there is no database nowhere; give the path of one"):
        istanbul_talks.locate("nowhere")


def test_what_is_no_name_names_no_table(village_db: Path) -> None:
    with pytest.raises(TalksError, match="there is no table “3”"):
        istanbul_talks.read_rows(3, village_db)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("typed", "message"),
    [
        ("demand", "there is no table “demand”; did you mean demands or "),
        ("Claims", "there is no table “Claims”; did you mean claims or "),
        ("records_fts", "there is no table “records_fts”; did you mean record"),
        ("zzz", "there is no table “zzz”; `talks schema` lists them"),
        ('demands" WHERE 0 --', "there is no table “demands"),
    ],
)
def test_an_unknown_table_is_told_with_the_names_near_it(village_db: Path, typed: str, message: str) -> None:
    with pytest.raises(TalksError) as raised:
        istanbul_talks.read_rows(typed, village_db)
    assert str(raised.value).startswith(message)
    for command in ("schema", "export"):
        told = run_talks(village_db, command, typed)
        assert told.exit_code == 1
        assert told.stderr == f"talks: {raised.value}\n"
