"""The page that holds the whole dataset, as it is written; how it behaves is tested in site/browser/."""

import base64
import hashlib
import json
import re
import sqlite3
import subprocess
import zlib
from collections.abc import Iterator
from contextlib import closing
from datetime import datetime
from pathlib import Path

import pytest

from artifacts.provenance import PAGE_SOURCES
from artifacts.release_context import ReleaseContext
from artifacts.talks_page import assemble_page, bundle_script, describe_page, write_talks_page
from fixtures.built_dataset import PACKAGE, ROOT
from pipeline.contract import read_contract
from pipeline.readonly_database import open_readonly

VIRTUAL_TABLES = "SELECT name FROM sqlite_schema WHERE sql LIKE 'CREATE VIRTUAL TABLE%'"
SCHEMA = "SELECT type, name, tbl_name, sql FROM sqlite_schema ORDER BY 1, 2"


@pytest.fixture(scope="module")
def context(released_db: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[ReleaseContext]:
    """A release of the made-up village that has its database alone."""
    folder, contract = tmp_path_factory.mktemp("page"), read_contract(PACKAGE)
    (folder / f"{contract.package['name']}.db").write_bytes(released_db.read_bytes())
    with closing(open_readonly(released_db)) as database:
        moment = datetime(2026, 5, 15)
        yield ReleaseContext(ROOT, ROOT / "seeds", PACKAGE, ROOT / "data", folder, contract, database, moment)


@pytest.fixture(scope="module")
def page(context: ReleaseContext) -> str:
    return assemble_page(context, "alert('a < b')", b"wasm")


def test_the_page_holds_the_database_that_is_released(page: str, context: ReleaseContext) -> None:
    """Catch a table, view or index that is left out for room and does not come again, or not as it was."""
    packed = dict(re.findall(r'id="(page|database)">([^<]*)<', page))
    held, described = (zlib.decompress(base64.b64decode(packed[part])) for part in ("database", "page"))
    released = context.artifact_path(".db").read_bytes()
    assert len(held) < len(released)
    with closing(sqlite3.connect(":memory:")) as restored, closing(sqlite3.connect(":memory:")) as original:
        restored.deserialize(held)
        original.deserialize(released)
        restored.executescript(";".join(json.loads(described)["restoring"]))
        kept = [(each.execute(SCHEMA).fetchall(), _dump_tables(each)) for each in (restored, original)]
    assert kept[0] == kept[1]
    assert page == assemble_page(context, "alert('a < b')", b"wasm")


def _dump_tables(database: sqlite3.Connection) -> dict[str, list[object]]:
    """Return the rows of each table, and the words of each index in place of how it keeps them."""
    for (name,) in database.execute(VIRTUAL_TABLES).fetchall():
        database.execute(f"CREATE VIRTUAL TABLE temp.{name}_held USING fts5vocab(main, {name}, instance)")
    names = database.execute(
        "SELECT name FROM pragma_table_list WHERE type IN ('table', 'virtual') AND name NOT LIKE 'sqlite_%'"
    ).fetchall()
    return {name: database.execute(f'SELECT * FROM "{name}"').fetchall() for (name,) in names}


def test_the_policy_allows_the_one_script_and_the_one_style(page: str) -> None:
    """Catch a page that a browser refuses to run, or that might load something."""
    (policy,) = re.findall(r'Content-Security-Policy" content="([^"]*)"', page)
    for tag in ("script", "style"):
        (content,) = re.findall(rf"<{tag}>(.*?)</{tag}>", page, re.DOTALL)
        digest = base64.b64encode(hashlib.sha256(content.encode()).digest()).decode()
        assert f"{tag}-src &#39;sha256-{digest}&#39;" in policy
    assert policy.startswith("default-src &#39;none&#39;;")
    assert not re.search(r'(?:src|href)=(?!"#)|url\(|@import', page)


def test_the_page_says_what_it_is_without_a_script(page: str) -> None:
    assert "JavaScript is off or old, or the file cut off. The same data are in" in page
    assert "made 15 May 2026" in page
    assert "Apache License" in page
    assert "Rich Felker" in page


def test_every_rule_that_the_script_asks_for_is_there(context: ReleaseContext) -> None:
    """Catch a constant of `talks` that was renamed, which the script would not find."""
    rules, script = (
        describe_page(context)["rules"],
        "".join(path.read_text("utf-8") for path in PAGE_SOURCES.glob("*.js")),
    )
    asked = {*re.findall(r"\bRULES\.(\w+)", script), *re.findall(r'\bpattern\("(\w+)"', script)}
    assert len(asked) > 30
    assert asked <= rules.keys()


def test_the_packages_are_pinned_by_their_checksums() -> None:
    lock = (PAGE_SOURCES / "package-lock.json").read_text("utf-8")
    assert lock.count('"integrity": "sha512-') == lock.count('"node_modules/')
    assert "://" not in lock


def test_without_npm_a_line_says_that_the_page_is_left_out(
    context: ReleaseContext,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    write_talks_page(context, tmp_path / "talks.html")
    (line,) = capsys.readouterr().err.splitlines()
    assert line.startswith("talks.html is left out: ")
    assert not (tmp_path / "talks.html").exists()


@pytest.mark.slow
def test_the_same_script_is_bundled_again() -> None:
    try:
        assert bundle_script() == bundle_script()
    except FileNotFoundError:
        pytest.skip("no npm on this machine")
    except subprocess.CalledProcessError as error:
        raise AssertionError(error.stderr) from error
