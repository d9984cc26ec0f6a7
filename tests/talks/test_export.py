"""Tests of the export of tables to files."""

import csv
import json
from pathlib import Path

import pytest

from fixtures.talks_runner import read_rows, run_talks


def exported(db: Path, path: Path, *words: str) -> Path:
    result = run_talks(db, "export", *words, "-o", str(path))
    assert result.exit_code == 0, result.output
    assert not list(path.parent.glob(".*"))
    return path


def test_every_format_has_the_same_rows(village_db: Path, tmp_path: Path) -> None:
    expected = read_rows(village_db, "sql", "SELECT * FROM quantities")
    assert expected
    files = {form: exported(village_db, tmp_path / f"q.{form}", "quantities") for form in FORMS}
    assert json.loads(files["json"].read_text("utf-8")) == expected
    assert [json.loads(line) for line in files["jsonl"].read_text("utf-8").splitlines()] == expected
    with files["csv"].open(encoding="utf-8", newline="") as file:
        assert [row["id"] for row in csv.DictReader(file)] == [row["id"] for row in expected]
    assert [line.split("\t")[0] for line in files["tsv"].read_text("utf-8").splitlines()[1:]] == [
        row["id"] for row in expected
    ]
    assert files["md"].read_text("utf-8").count("\n") == len(expected) + 2


FORMS = ("csv", "json", "jsonl", "tsv", "md")


def test_all_tables_are_files_of_a_folder_without_the_texts(village_db: Path, tmp_path: Path) -> None:
    folder = tmp_path / "new" / "tables"
    result = run_talks(village_db, "export", "--all", "--csv", "-o", str(folder))
    assert result.exit_code == 0
    tables = {row["name"] for row in read_rows(village_db, "schema") if row["kind"] == "table"}
    assert {path.stem for path in folder.glob("*.csv")} == tables
    assert "texts" not in tables


def test_without_a_file_a_table_is_printed(village_db: Path) -> None:
    assert run_talks(village_db, "export", "topics").stdout.startswith("id,")
    assert run_talks(village_db, "export", "topics", "--format", "tsv").stdout.startswith("id\t")
    assert run_talks(village_db, "export", "topics", "--json").stdout.startswith('[{"id": ')


def test_a_failed_export_leaves_the_old_file(village_db: Path, tmp_path: Path) -> None:
    path = tmp_path / "old.csv"
    path.write_text("old", encoding="utf-8")
    assert run_talks(village_db, "export", "nothing", "-o", str(path)).exit_code == 1
    assert path.read_text(encoding="utf-8") == "old"
    assert list(tmp_path.iterdir()) == [path]


@pytest.mark.parametrize(
    ("words", "message"),
    [
        ("", "name one TABLE to export, or give --all"),
        ("topics --all", "name one TABLE to export, or give --all"),
        ("topics --json --csv", "--json and --csv exclude each other"),
        ("--all", "name a folder for all tables with -o"),
        (
            "topics -o topics.xlsx",
            "topics.xlsx is in none of the formats .csv, .json, .jsonl, .tsv, .md; ",
        ),
        ("topics -o /dev/null/topics.csv", "/dev/null/topics.csv cannot be written (Not a directory)"),
    ],
)
def test_misuse_is_told_in_one_line(village_db: Path, words: str, message: str) -> None:
    result = run_talks(village_db, "export", *words.split())
    assert result.exit_code == 2
    assert result.stderr.startswith(f"talks: {message}")
    assert result.stderr.count("\n") == 1


def test_an_export_is_replaced_and_nothing_else(village_db: Path, tmp_path: Path) -> None:
    """Catch a file of the user's that is lost, and an export that cannot be made again."""
    for form in FORMS:
        path = exported(village_db, tmp_path / f"t.{form}", "topics")
        before = path.read_bytes()
        path.write_bytes(before + b"more")
        assert exported(village_db, path, "topics").read_bytes() == before
        path.write_text("Dear", encoding="utf-8")
        refused = run_talks(village_db, "export", "topics", "-o", str(path))
        assert (refused.exit_code, refused.stderr.count("\n")) == (2, 1)
        assert refused.stderr.startswith(f"talks: {path} holds something else, which stays; ")
        assert path.read_text(encoding="utf-8") == "Dear"
        assert exported(village_db, path, "topics", "--force").read_bytes() == before
    other = exported(village_db, tmp_path / "t.csv", "topics", "--force")
    assert run_talks(village_db, "export", "events", "-o", str(other)).exit_code == 2


def test_a_table_without_rows_is_exported_again(village_db: Path, tmp_path: Path) -> None:
    for form in FORMS:
        assert read_rows(village_db, "sql", "SELECT count(*) AS n FROM changes") == [{"n": 0}]
        for _ in range(2):
            exported(village_db, tmp_path / f"none.{form}", "changes")


def test_in_a_folder_only_what_was_exported_is_replaced(village_db: Path, tmp_path: Path) -> None:
    folder = tmp_path / "tables"

    def export_all(*words: str) -> int:
        return run_talks(village_db, "export", "--all", "-o", str(folder), *words).exit_code

    assert export_all() == 0
    (folder / "notes.txt").write_text("mine", encoding="utf-8")
    (folder / "topics.csv").write_text("old", encoding="utf-8")
    assert export_all("--format", "jsonl") == 0
    assert (folder / "notes.txt").read_text(encoding="utf-8") == "mine"
    assert not list(folder.glob("*.csv"))
    (folder / ".istanbul-talks").unlink()
    assert export_all("--format", "jsonl") == 2
    assert export_all("--format", "jsonl", "--force") == 0
    assert (folder / "notes.txt").read_text(encoding="utf-8") == "mine"


@pytest.mark.parametrize("place", [".", "/", "", "x" * 300, "loop", "file/topics.csv"])
@pytest.mark.parametrize("what", ["topics", "--all"])
def test_what_cannot_be_written_is_told_in_one_line(
    village_db: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, what: str, place: str
) -> None:
    monkeypatch.chdir(tmp_path)
    Path("loop").symlink_to("loop")
    Path("file").touch()
    result = run_talks(village_db, "export", what, "--csv", "-o", place)
    assert (result.exit_code, result.stderr.count("\n")) == (2, 1)
    assert {path.name for path in tmp_path.iterdir()} == {"loop", "file"}
