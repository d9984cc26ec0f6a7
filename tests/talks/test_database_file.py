"""Tests of finding and opening the database: damaged, foreign, missing, read-only."""

import os
import sqlite3
import subprocess
from contextlib import closing
from pathlib import Path

import pytest

from fixtures.built_dataset import PACKAGE, VILLAGE
from fixtures.talks_runner import TALKS, run_talks
from istanbul_talks.database.connection import explain_unusable
from pipeline import BuildError, build


def make_damaged(village_db: Path, how: str) -> bytes | None:
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
    content = make_damaged(village_db, how)
    path = tmp_path / "some.db"
    if content is not None:
        path.write_bytes(content)
    for command in (["demands"], ["show", "upperton"], ["search", "well"], ["serve", "--port", "0"], []):
        result = run_talks(path, *command)
        assert result.exit_code == 2, command
        assert result.stderr.startswith("talks: ")
        assert result.stderr.count("\n") == 1
        assert str(path) in result.stderr


def test_help_needs_no_database(tmp_path: Path) -> None:
    assert "Wanted by this actor" in run_talks(tmp_path / "none.db", "demands", "--help").stdout


def test_a_foreign_database_is_told_in_one_line(tmp_path: Path) -> None:
    path = tmp_path / "foreign.db"
    with closing(sqlite3.connect(path)) as db:
        db.execute("CREATE TABLE cats (name)")
    result = run_talks(path, "demands")
    assert result.exit_code == 2
    assert "is not a whole talks database (no such table: contract_tables)" in result.stderr


def test_the_environment_names_the_database(village_db: Path) -> None:
    env = {**os.environ, "TALKS_DB": str(village_db)}
    printed = subprocess.run(
        [*TALKS, "schema", "--path"], capture_output=True, text=True, env=env, check=True
    ).stdout
    assert printed == f"{village_db}\n"


def test_a_read_only_folder_is_enough(village_db: Path, tmp_path: Path) -> None:
    path = tmp_path / "talks.db"
    path.write_bytes(village_db.read_bytes())
    tmp_path.chmod(0o555)
    try:
        assert run_talks(path, "demands").exit_code == 0
        assert list(tmp_path.iterdir()) == [path]
    finally:
        tmp_path.chmod(0o755)


def test_an_sqlite_that_is_too_old_is_told_in_one_line(
    village_db: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Catch the words of a syntax error, and the advice to rebuild, where SQLite knows no STRICT tables."""
    monkeypatch.setattr(sqlite3, "sqlite_version_info", (3, 36, 0))
    monkeypatch.setattr(sqlite3, "sqlite_version", "3.36.0")
    told = "this Python has SQLite 3.36.0, and 3.37 or later is needed; use a Python that has it"
    error = sqlite3.DatabaseError('malformed database schema (sources) - near "STRICT": syntax error')
    assert explain_unusable(village_db, error) == told
    with pytest.raises(BuildError, match=told):
        build(VILLAGE, PACKAGE, tmp_path / "new.db")


@pytest.mark.parametrize(
    ("statement", "reason"),
    [
        ("DELETE FROM contract_package", "contract_package is empty"),
        ("DROP TABLE contract_values", "no such table: contract_values"),
        ("ALTER TABLE actors RENAME COLUMN kind TO sort", "actors.kind is missing"),
        ("UPDATE sqlite_schema SET sql = 'CREATE' WHERE name = 'claims'", "malformed database schema"),
        ("DROP VIEW records", "no such table: main.records"),
    ],
)
def test_a_damaged_database_is_told_in_one_line(own_village_db: Path, statement: str, reason: str) -> None:
    with closing(sqlite3.connect(own_village_db, isolation_level=None)) as db:
        db.execute("PRAGMA writable_schema = ON")
        db.execute("PRAGMA legacy_alter_table = ON")
        db.execute(statement)
    told = [run_talks(own_village_db, *words) for words in ([], ["search", "well"], ["show", "upperton"])]
    assert all(isinstance(result.exception, SystemExit | None) for result in told)
    assert any(reason in result.stderr for result in told), [result.stderr for result in told]


def test_a_fault_of_ours_is_not_blamed_on_the_database(
    village_db: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("istanbul_talks.cli.overview.print_overview", lambda _db: 1 // 0)
    assert isinstance(run_talks(village_db).exception, ZeroDivisionError)
