"""Tests of the site as plain files: whole, linked within itself, the same words as the served one."""

import csv
import html
import re
import sqlite3
import subprocess
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path

import pytest

from fixtures.built_dataset import Dataset
from fixtures.script_runner import run_script
from fixtures.site_client import make_client
from fixtures.village_versions import change_everything, make_version
from istanbul_talks.database.outputs import FolderOutput, stage_outputs
from pipeline import BuildError
from static_pages import write_static_site
from static_pages.file_addresses import AddressBook, FileAddress, FileKind, make_link
from static_pages.link_check import find_broken_links, read_links
from static_pages.page_rewriter import POLICY

PARTS = "SELECT id, coalesce(demand_id, claim_id) FROM statements UNION SELECT id, event_id FROM participants"
TOLD_BY_SEVERAL = """
SELECT row_id FROM evidence WHERE table_name IN ('demands', 'claims', 'events')
GROUP BY table_name, row_id HAVING count(DISTINCT source_id) > 1
"""

MADE = datetime(2026, 5, 15, tzinfo=UTC)


@pytest.fixture(scope="module")
def site(village_db: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of the village's site."""
    folder = tmp_path_factory.mktemp("static") / "site"
    write_static_site(village_db, folder, MADE)
    return folder


@pytest.fixture(scope="module")
def hostile_site(hostile: Dataset, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of a site with markup, script and emoji in its data."""
    folder = tmp_path_factory.mktemp("hostile-static") / "site"
    write_static_site(hostile.database, folder, MADE)
    return folder


def _read(folder: Path, file: str) -> str:
    return (folder / file).read_text(encoding="utf-8")


def _query(database: Path, sql: str) -> list[tuple[str, ...]]:
    with closing(sqlite3.connect(database)) as db:
        return db.execute(sql).fetchall()


def test_every_record_every_comparison_and_every_question_has_a_page(site: Path, village_db: Path) -> None:
    """Catch a record that only a server can show."""
    expected = {"index.html", "questions.html", "compare.html", "about.html", "timeline.html"}
    expected |= {f"about/{name}.html" for name in ("codebook", "quality", "changes")}
    expected |= {
        f"read/{source}{marked}.html"
        for (source,) in _query(village_db, "SELECT id FROM sources")
        for marked in ("", "_all")
    }
    records = _query(village_db, "SELECT row_id FROM records UNION SELECT id FROM topics")
    parts = {part for part, _ in _query(village_db, PARTS)}
    assert parts
    expected |= {f"record/{record}.html" for (record,) in records if record not in parts}
    expected |= {f"compare/{topic}.html" for (topic,) in _query(village_db, "SELECT id FROM topics")}
    expected |= {f"compare/{record}.html" for (record,) in _query(village_db, TOLD_BY_SEVERAL)}
    pages = {path.relative_to(site).as_posix() for path in site.rglob("*.html")}
    assert expected <= pages
    assert {page for page in pages - expected if page.startswith(("record/", "compare/"))} == set()
    listed = re.findall(r'href="questions/([\w-]+)\.html"', (site / "questions.html").read_text("utf-8"))
    assert len(listed) >= 30
    assert {path.stem for path in (site / "questions").glob("*.csv")} == set(listed)
    ordered = {path.stem.partition("_")[2] for path in (site / "questions").glob("*_*.html")}
    assert ordered == {"topic", "speaker", "kind"}
    assert {path.stem.partition("_")[0] for path in (site / "questions").glob("*.html")} == set(listed)


def test_every_link_leads_to_a_file_and_to_a_place_in_it(site: Path) -> None:
    """Catch a link to the server, out of the folder, to nothing, or to a site other than the licence's."""
    assert find_broken_links(site) == []
    for path in site.rglob("*.html"):
        links = read_links(path).links
        assert not any(target.startswith("/") for target in links), path
        outside = {target for target in links if "://" in target}
        assert outside == {"https://creativecommons.org/licenses/by/4.0/"}, path
    assert not any("url(" in path.read_text(encoding="utf-8") for path in site.rglob("*.css"))


@pytest.mark.parametrize(
    ("broken", "wrong"),
    [
        ("/-/record/upperton", "leads out of the folder"),
        ("../../other.html", "leads out of the folder"),
        ("javascript:alert(1)", "leads out of the folder"),
        ("nobody.html", "leads to no file"),
        ("lowerton.html#nowhere", "leads to no place in that page"),
    ],
)
def test_a_broken_link_is_found(tmp_path: Path, broken: str, wrong: str) -> None:
    (tmp_path / "record").mkdir()
    (tmp_path / "record" / "lowerton.html").write_text('<a id="here" href="#here"></a>', encoding="utf-8")
    (tmp_path / "record" / "upperton.html").write_text(f'<img src="{broken}">', encoding="utf-8")
    assert find_broken_links(tmp_path) == [f"record/upperton.html: the link {broken!r} {wrong}"]


def test_the_reading_pages_have_the_articles_character_for_character(
    hostile_site: Path, hostile: Dataset
) -> None:
    """Catch a character that is lost or changed on its way through the parser, emoji and markup included."""
    texts = _query(hostile.database, "SELECT source_id, text FROM texts")
    for source, text in texts:
        page = _read(hostile_site, f"read/{source}.html")
        found = re.findall(r'<div class="text">(.*?)</div>', page, flags=re.DOTALL)
        assert html.unescape(re.sub(r"<[^>]*>", "", "".join(found))) == text
    assert len(texts) == 2


def test_quotes_lead_to_their_place_in_the_article(site: Path, village_db: Path) -> None:
    for quote, source in _query(village_db, "SELECT id, source_id FROM quotes"):
        assert f'<span id="{quote}">' in _read(site, f"read/{source}.html")
    place = "../read/well-talks.html#well-talks_162-184"
    assert f'href="{place}"' in _read(site, "record/share-the-well.html")
    assert f'href="{place}"' in _read(site, "questions/who-demanded-what-of-whom-in-whose-words.html")
    assert 'href="well-talks_all.html"' in _read(site, "read/well-talks.html")
    assert "<small>event</small>" in _read(site, "read/well-talks_all.html")
    assert "<small>event</small>" not in _read(site, "read/well-talks.html")


def test_a_question_has_the_rows_that_the_server_gives(site: Path, village_db: Path) -> None:
    """Catch an answer that is cut off, or a cell that lost its words."""
    visit = make_client(village_db)
    for path in sorted((site / "questions").glob("*.csv")):
        rows = visit(f"/test/{path.stem}.json?_shape=arrays").json()["rows"]
        page = path.with_suffix(".html").read_text(encoding="utf-8")
        records = {row[0] for row in rows}
        assert page.count("<tr>") == len(rows) + 1 or page.count("<details>") == len(records), path
        assert '<form class="filters"' not in page, path
        with path.open(encoding="utf-8", newline="") as file:
            assert len(list(csv.reader(file))) == len(rows) + 1, path
    page = html.unescape(_read(site, "questions/who-demanded-what-of-whom-in-whose-words.html"))
    assert '<a href="../record/share-the-well.html">All about it</a>' in page


def test_a_part_of_a_record_is_found_on_the_page_of_the_record(village_db: Path) -> None:
    """Catch a statement or a participant that a link leads nowhere for."""
    with closing(sqlite3.connect(village_db)) as db:
        addresses = AddressBook(db, "test", [])
    for part, whole in _query(village_db, PARTS):
        assert addresses.locate(f"/-/record/{part}") == addresses.locate(f"/-/record/{whole}") is not None


def test_what_only_a_server_offers_is_left_out(site: Path) -> None:
    """Catch a link that became words: of tables, of one's own SQL, of answers by speaker."""
    front, compared = _read(site, "index.html"), _read(site, "compare/roads.html")
    assert ">Tables<" not in front
    assert "Downloads" not in front
    assert "One answer for each" not in compared
    assert "JSON" not in _read(site, "questions/which-claims-are-contested.html")


def test_every_page_says_what_it_is_and_what_it_may_load(site: Path, village_db: Path) -> None:
    ((version,),) = _query(village_db, "SELECT value FROM contract_package WHERE key = 'version'")
    for path in site.rglob("*.html"):
        page = path.read_text(encoding="utf-8")
        assert f"Static edition, made 2026-05-15. Version {version}." in page, path
        head, _, _ = page.partition("<link")
        assert f'http-equiv="Content-Security-Policy" content="{POLICY}"' in head, path
        assert "data-served" not in page, path
        assert page.count("<main") == head.count("<title>") == 1, path


def test_the_policy_is_that_of_the_served_pages(village_db: Path) -> None:
    """Catch one that was changed alone; frame-ancestors cannot stand in a page."""
    served = make_client(village_db)("/")
    directives = served.headers["content-security-policy"].split("; ")
    assert [
        directive for directive in directives if not directive.startswith("frame-ancestors")
    ] == POLICY.split("; ")


def test_markup_in_the_data_stays_words(hostile_site: Path) -> None:
    for path in hostile_site.rglob("*.html"):
        page = path.read_text(encoding="utf-8")
        assert "<script>" not in page, path
        assert not re.search(r"<img", page), path
    assert "&lt;script&gt;" in _read(hostile_site, "record/upperton.html")


@pytest.mark.slow
def test_links_to_records_that_are_gone_lead_on(tmp_path: Path) -> None:
    """Catch a link that someone kept, and that is broken once the record is merged or withdrawn."""
    village = make_version(tmp_path, "1.0.0")
    change_everything(village)
    village.build()
    write_static_site(village.database, tmp_path / "site", MADE)
    merged, withdrawn = (
        _read(tmp_path / "site", f"record/{old}.html") for old in ("aunt", "number-of-carts")
    )
    assert '<p>“aunt” was merged into <a href="ada-quill.html">ada-quill</a> in version 1.0.0: ' in merged
    assert (
        "“number-of-carts” was withdrawn in version 1.0.0: Twelve and about ten can both be true."
        in withdrawn
    )


def test_what_a_folder_cannot_have_has_no_place(village_db: Path) -> None:
    with closing(sqlite3.connect(village_db)) as db:
        addresses = AddressBook(db, "test", ["the-people"])
    for address in ("/-/record/nobody", "/test/demands/share-the-well.json", "/other", "/-/nothing", "/test"):
        assert addresses.locate(address) is None
    page = FileAddress("record/share-the-well.html", FileKind.PAGE, "/-/record/share-the-well")
    assert addresses.locate("/-/record/share-the-well") == page
    assert addresses.locate("/test/demands/share-the-well") == page
    assert addresses.locate("/test/demands?kind=proposal") is None
    assert make_link(page, page._replace(fragment="here")) == "#here"
    assert make_link(page, page) == "share-the-well.html"


def _run_command(*words: str | Path) -> subprocess.CompletedProcess[str]:
    return run_script("static_site.py", *words, SOURCE_DATE_EPOCH="1700000000")


def _make_old_folder(folder: Path) -> None:
    """Make a folder as an older version of the site left it."""
    with stage_outputs(FolderOutput(folder)) as (new,):
        (new / "old.html").write_text("old", encoding="utf-8")


def test_a_folder_of_something_else_is_left_alone(village_db: Path, tmp_path: Path) -> None:
    (tmp_path / "letter.txt").write_text("Dear", encoding="utf-8")
    run = _run_command("--database", village_db, "--out", tmp_path)
    assert run.returncode == 1
    assert run.stderr.startswith(f"static_site.py: {tmp_path} holds other things")
    assert (tmp_path / "letter.txt").exists()


@pytest.mark.slow
def test_the_command_makes_the_folder_anew(village_db: Path, released_db: Path, tmp_path: Path) -> None:
    _make_old_folder(tmp_path / "site")
    run = _run_command("--database", released_db, "--out", tmp_path / "site")
    assert (run.returncode, "keep it to yourself" in run.stdout) == (0, False), run.stderr
    assert not (tmp_path / "site" / "old.html").exists()
    assert "characters …]" in _read(tmp_path / "site", "read/well-talks.html")
    assert "made 2023-11-14" in _read(tmp_path / "site", "index.html")
    assert "It has no search" in run.stdout
    run = _run_command("--database", village_db, "--out", tmp_path / "site")
    assert "keep it to yourself" in run.stdout


@pytest.mark.parametrize("content", [None, b"", b"no database at all, and longer than a header of one" * 10])
def test_what_is_no_talks_database_is_refused_in_one_line(tmp_path: Path, content: bytes | None) -> None:
    database = tmp_path / "some.db"
    if content is not None:
        database.write_bytes(content)
    _make_old_folder(tmp_path / "site")
    run = _run_command("--database", database, "--out", tmp_path / "site")
    assert run.returncode == 1
    assert run.stderr.startswith(f"{database}: no talks database")
    assert run.stderr.endswith("nothing was written\n")
    assert "Traceback" not in run.stderr
    assert _read(tmp_path / "site", "old.html") == "old"


def test_a_page_that_the_site_cannot_make_stops_all(village_db: Path, tmp_path: Path) -> None:
    """Catch a folder that is missing a page because the server failed at it."""
    with closing(sqlite3.connect(village_db)) as source, closing(sqlite3.connect(tmp_path / "t.db")) as copy:
        source.backup(copy)
        copy.execute("DROP VIEW attribution_chains")
        copy.commit()
    with pytest.raises(BuildError, match="the site answers 500"):
        write_static_site(tmp_path / "t.db", tmp_path / "site", MADE)
    assert not (tmp_path / "site").exists()


def test_the_search_of_every_page_leads_to_talks_html_where_there_is_one(
    site: Path, village_db: Path, tmp_path: Path
) -> None:
    """Catch a search box that leads nowhere."""
    (tmp_path / "talks.html").write_text("<p>all of it", encoding="utf-8")
    write_static_site(village_db, tmp_path / "site", MADE, tmp_path / "talks.html")
    assert _read(tmp_path / "site", "talks.html") == "<p>all of it"
    for page in ("index.html", "record/upperton.html"):
        (action,) = re.findall(
            r'<form[^>]* action="([^"]*)"[^>]* role="search"', _read(tmp_path / "site", page)
        )
        assert (tmp_path / "site" / page).parent.joinpath(action).resolve() == (
            tmp_path / "site/talks.html"
        ).resolve()
        assert 'role="search"' not in _read(site, page)
