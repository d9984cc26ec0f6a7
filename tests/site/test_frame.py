"""Tests of the frame that every page stands in, Datasette's too: titles, errors, methods and headers."""

import asyncio
import html
import json
import re
import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest
from datasette.app import Datasette
from datasette.views.base import DatasetteError

from fixtures.site_client import GetPage, make_client
from istanbul_talks.site import error_pages, responses, search_page

Send = Callable[[str, str], Any]

SEARCH_BOX = 'aria-label="Search all records"'


@pytest.fixture(scope="module")
def get_page(village_db: Path) -> GetPage:
    return make_client(village_db)


@pytest.fixture(scope="module")
def send(village_db: Path) -> Send:
    """Return a function that returns the answer to a request of any method."""
    site = Datasette([], immutables=[str(village_db)])
    return lambda method, path: asyncio.run(site.client.request(method, path, follow_redirects=True))


def _get_title(page: Any) -> str:
    (title,) = re.findall(r"<title>(.*?)</title>", page.text, flags=re.DOTALL)
    return html.unescape(title.strip())


def assert_framed(page: Any) -> None:
    """Assert that a page has the links, the search, the styles and the footer of all pages."""
    for part in (
        SEARCH_BOX,
        'class="skip"',
        'href="#main"',
        'id="main"',
        "frame.css",
        "icon.svg",
        "Version ",
    ):
        assert part in page.text, part
    assert page.text.count("/-/questions") == 1


@pytest.mark.parametrize(
    ("path", "title"),
    [
        ("/test", "Tables"),
        ("/test/demands", "Demands"),
        ("/test/demands?kind=threat", 'Demands where kind = "threat"'),
        ("/test/demands_in_words", "Demands in words"),
        ("/test/demands/share-the-well", "Demands: share-the-well"),
        ("/test?sql=select+1", "A query of your own"),
    ],
)
def test_the_pages_of_datasette_stand_in_the_frame_with_a_title_in_words(
    send: Send, path: str, title: str
) -> None:
    page = send("GET", path)
    assert page.status_code == 200
    assert_framed(page)
    assert _get_title(page) == f"{title} · The Istanbul talks dataset"
    assert 'content="noindex"' in page.text


@pytest.mark.parametrize(
    ("path", "reason"),
    [
        ("/-/nowhere", "No page has this address."),
        ("/nowhere", "No page has this address."),
        ("/test/nowhere", "Table not found"),
        ("/-/record/nowhere", "There is no record “nowhere”."),
        ("/-/about/nowhere", "There is no page about “nowhere”."),
    ],
)
def test_what_is_not_found_is_said_in_the_frame(get_page: GetPage, path: str, reason: str) -> None:
    page = get_page(path)
    assert page.status_code == 404
    assert_framed(page)
    assert reason in html.unescape(page.text)
    assert page.headers["content-security-policy"] == responses.PAGE_POLICY


def test_what_is_wrong_with_a_query_is_said_and_the_query_kept(send: Send) -> None:
    for path in ("/test?sql=select+nonsense+as+kept", "/test?sql=delete+from+people+as+kept"):
        page = send("GET", path)
        assert_framed(page)
        assert re.search(r"no such column: nonsense|Statement must be a SELECT", page.text), path
        (typed,) = re.findall(r"<textarea[^>]*>(.*?)</textarea>", page.text, flags=re.DOTALL)
        assert typed.endswith("as kept"), path


def test_a_query_that_takes_too_long_is_kept(village_db: Path) -> None:
    site = Datasette([], immutables=[str(village_db)], settings={"sql_time_limit_ms": 200})
    endless = "WITH+n(i)+AS+(SELECT+1+UNION+ALL+SELECT+i%2B1+FROM+n)+SELECT+max(i)+FROM+n"
    page = asyncio.run(site.client.get(f"/test?sql={endless}", follow_redirects=True))
    assert page.status_code == 400
    assert_framed(page)
    assert "SELECT max(i) FROM n" in page.text


@pytest.mark.parametrize(("status", "title"), [*error_pages.TITLES.items(), (500, error_pages.FAILED)])
def test_an_error_has_the_title_of_its_status(
    get_page: GetPage, monkeypatch: pytest.MonkeyPatch, status: int, title: str
) -> None:
    def fail(*_: Any) -> None:
        raise DatasetteError("so it is", status=status)

    monkeypatch.setattr(search_page, "_search", fail)
    page = get_page("/-/search?q=well")
    assert page.status_code == status
    assert _get_title(page) == f"{title} · The Istanbul talks dataset"
    assert error_pages.TITLES.keys() == {400, 403, 404, 405, 410, 413}


def test_what_is_forbidden_is_said_in_the_frame(village_db: Path) -> None:
    closed = make_client(village_db, metadata={"databases": {"test": {"allow": False}}})
    for path in ("/", "/test", "/test/demands"):
        page = closed(path)
        assert page.status_code == 403, path
        assert_framed(page)


def test_what_fails_is_said_in_the_frame(get_page: GetPage, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*_: Any) -> None:
        raise ZeroDivisionError("nothing to divide by")

    monkeypatch.setattr(search_page, "_search", fail)
    page = get_page("/-/search?q=well")
    assert page.status_code == 500
    assert_framed(page)
    assert "nothing to divide by." in page.text


@pytest.mark.parametrize("asked", ["_sort=nobody", "_sort_desc=nobody", "_sort=id&_sort_desc=id"])
def test_a_table_that_cannot_be_sorted_so_is_no_failure(send: Send, asked: str) -> None:
    page, data = (send("GET", f"/test/demands{ending}?{asked}") for ending in ("", ".json"))
    assert (page.status_code, data.status_code) == (400, 400)
    assert_framed(page)
    assert "Cannot " in data.json()["error"]


def test_errors_of_data_stay_data(send: Send) -> None:
    page = send("GET", "/test.json?sql=select+nonsense")
    assert page.status_code == 400
    assert "nonsense" in page.json()["error"]


@pytest.mark.parametrize("path", ["/", "/-/search", "/-/record/nowhere", "/test", "/test/demands"])
def test_pages_can_only_be_read(send: Send, path: str) -> None:
    for method in ("POST", "PUT", "PATCH", "DELETE", "PROPFIND"):
        page = send(method, path)
        assert page.status_code == 405, method
        assert page.headers["allow"] == "GET, HEAD"
        assert_framed(page)
    assert send("HEAD", path).status_code != 405


def test_a_database_that_can_change_is_left_to_datasette(village_db: Path, tmp_path: Path) -> None:
    path = tmp_path / "test.db"
    path.write_bytes(village_db.read_bytes())
    site = Datasette([str(path)])
    assert asyncio.run(site.client.post("/-/search")).status_code == 405
    assert asyncio.run(site.client.options("/test/demands")).headers.get("allow") is None


def test_no_answer_may_be_taken_for_another_type(get_page: GetPage) -> None:
    style = "/-/static-plugins/istanbul_talks/frame.css"
    paths = ["/", "/nowhere", "/test", "/test/demands.csv", "/test.json", "/test.db", style]
    assert {get_page(path).headers["x-content-type-options"] for path in paths} == {"nosniff"}


def test_a_site_of_other_databases_keeps_its_frame(tmp_path: Path) -> None:
    path = tmp_path / "cats.db"
    path.touch()
    get_page = make_client(path)
    for address in ("/cats", "/nowhere"):
        page = get_page(address)
        assert SEARCH_BOX not in page.text, address
        assert "x-content-type-options" not in page.headers, address


def test_a_page_says_where_it_is_on_the_web(own_village_db: Path) -> None:
    home = "https://example.org/talks/"
    with closing(sqlite3.connect(own_village_db)) as db, db:
        db.execute("UPDATE contract_package SET value = ? WHERE key = 'homepage'", [home])
    get_own = make_client(own_village_db)
    for path in ("record/share-the-well", "read/well-talks"):
        assert f'<link rel="canonical" href="{home}{path}.html">' in get_own(f"/-/{path}").text
    record = get_own("/-/record/share-the-well").text
    assert f'<a rel="bookmark" href="{home}record/share-the-well.html">' in record
    assert record.count("Permanent link") == 1
    assert f'"url": "{home}"' in get_own("/").text


def test_search_engines_are_told_what_it_is_and_what_not_to_walk(get_page: GetPage, village_db: Path) -> None:
    (found,) = re.findall(r'<script type="application/ld\+json">(.*?)</script>', get_page("/").text)
    about = json.loads(found)
    assert (about["@type"], about["@context"]) == ("Dataset", "https://schema.org/")
    with closing(sqlite3.connect(village_db)) as db:
        package = dict(db.execute("SELECT key, value FROM contract_package"))
    assert [about[key] for key in ("name", "description", "version")] == [
        package[key] for key in ("title", "description", "version")
    ]
    robots = get_page("/robots.txt")
    assert robots.headers["content-type"].startswith("text/plain")
    assert robots.text.splitlines() == ["User-agent: *", "Disallow: /-/search", "Disallow: /test/"]
