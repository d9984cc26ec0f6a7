"""Tests of ids that are gone: they lead to what they are now, or say why there is nothing any more."""

import json
import shutil
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from fixtures.site_client import make_client
from fixtures.talks_runner import read_rows, run_talks
from fixtures.village_versions import add_redirect, change_everything, make_version

MERGED = "“aunt” was merged into “ada-quill” in version 1.0.0: The mayor speaks of herself."
WITHDRAWN = "“number-of-carts” was withdrawn in version 1.0.0: Twelve and about ten can both be true."


@pytest.fixture(scope="module")
def changed_db(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The village after an actor was merged and a disagreement withdrawn."""
    village = make_version(tmp_path_factory.mktemp("changed"), "1.0.0")
    change_everything(village)
    add_redirect(village, "{id: old-well, to: water, version: 0.9.0, reason: The same.}")
    add_redirect(village, "{id: notice, to: mill-meeting, version: 0.9.0, reason: Its id says what it is.}")
    village.build()
    return village.database


def test_show_follows_an_id_that_was_merged_and_says_so(changed_db: Path) -> None:
    result = run_talks(changed_db, "show", "aunt", "--json")
    assert (result.exit_code, result.stderr) == (0, f"talks: {MERGED}\n")
    assert json.loads(result.stdout) == json.loads(
        run_talks(changed_db, "show", "ada-quill", "--json").stdout
    )


def test_what_is_told_does_not_mix_with_the_output(changed_db: Path) -> None:
    run = run_talks(changed_db, "cite", "aunt", "--format", "csl-json")
    assert json.loads(run.stdout)[0]["id"] == "ada-quill"
    assert run.stderr == f"talks: {MERGED}\n"


@pytest.mark.parametrize("command", [["show"], ["cite"], ["compare"]])
def test_an_id_that_was_withdrawn_finds_nothing_and_says_why(changed_db: Path, command: list[str]) -> None:
    result = run_talks(changed_db, *command, "number-of-carts")
    assert (result.exit_code, result.stdout) == (1, "")
    assert result.stderr == f"talks: {WITHDRAWN}\n"


def test_filters_and_reading_follow_too(changed_db: Path) -> None:
    assert read_rows(changed_db, "demands", "--topic", "old-well") == read_rows(
        changed_db, "demands", "--topic", "water"
    )
    assert (
        run_talks(changed_db, "read", "notice").stdout == run_talks(changed_db, "read", "mill-meeting").stdout
    )


def test_the_site_leads_on_for_good(changed_db: Path) -> None:
    visit = make_client(changed_db)
    for old, new in (
        ("/-/record/aunt", "/-/record/ada-quill"),
        ("/-/compare/old-well?by=speaker", "/-/compare/water?by=speaker"),
        ("/-/read/notice", "/-/read/mill-meeting"),
    ):
        answer = visit(old)
        assert (answer.status_code, answer.headers["location"]) == (301, new)
        assert visit(new).status_code == 200


def test_the_site_says_that_a_record_is_gone(changed_db: Path) -> None:
    answer = make_client(changed_db)("/-/record/number-of-carts")
    assert answer.status_code == 410
    assert WITHDRAWN in answer.text
    assert make_client(changed_db)("/-/record/no-such").status_code == 404


def test_an_older_database_opens(village_db: Path, tmp_path: Path) -> None:
    """Catch a reader that cannot do without the tables of later versions."""
    path = tmp_path / "older.db"
    shutil.copyfile(village_db, path)
    with closing(sqlite3.connect(path, isolation_level=None)) as db:
        for table in ("redirects", "changes"):
            db.execute(f"DROP TABLE {table}")
            for about in ("fields WHERE table_name", "values WHERE table_name", "tables WHERE name"):
                db.execute(f"DELETE FROM contract_{about} = ?", [table])
    for command in (["show", "ada-quill"], ["cite", "share-the-well"], ["demands", "--by", "upperton"], []):
        assert run_talks(path, *command).exit_code == 0, command
    assert run_talks(path, "show", "aunty").exit_code == 1
    visit = make_client(path)
    assert [visit(f"/-/record/{name}").status_code for name in ("ada-quill", "no-such")] == [200, 404]
