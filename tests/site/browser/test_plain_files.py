"""The site as plain files, opened from the folder: what is found there without a server."""

import subprocess
import sys
from collections.abc import Iterator
from itertools import product
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page

from fixtures.browser_helpers import assert_quote_in_view, fits_window, watch_page
from fixtures.built_dataset import ROOT, Dataset
from generated_docs.site_browser import SCHEMES, SIZES

pytestmark = pytest.mark.browser

ARTICLE = "**/read/*.html#*"
"""The address of words in the file of an article."""


def _write_site(dataset: Dataset, folder: Path) -> Path:
    """Write the site of a dataset into the folder, by the command."""
    command = [sys.executable, str(ROOT / "scripts" / "static_site.py")]
    places = ["--database", str(dataset.database), "--out", str(folder)]
    subprocess.run([*command, *places], check=True, stdout=subprocess.DEVNULL)
    return folder


@pytest.fixture(scope="module")
def folder(dataset: Dataset, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of the real site."""
    return _write_site(dataset, tmp_path_factory.mktemp("static") / "site")


@pytest.fixture(scope="module")
def hostile_folder(hostile: Dataset, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of a site with markup, script and emoji in its data."""
    return _write_site(hostile, tmp_path_factory.mktemp("hostile-static") / "site")


LEFT_BEFORE = "net::ERR_ABORTED"
"""Why a request ends whose page is left before it is answered, as that of an icon may on a busy machine."""


@pytest.fixture(params=product(SIZES, SCHEMES), ids="-".join)
def page(browser: Browser, request: pytest.FixtureRequest) -> Iterator[Page]:
    """A new page in each size and colour scheme, which loads files only, all of which are there."""
    size, scheme = request.param
    context = browser.new_context(viewport=SIZES[size], color_scheme=scheme)
    failed: list[tuple[str | None, str]] = []
    context.on("requestfailed", lambda asked: failed.append((asked.failure, asked.url)))
    yield from watch_page(context, host=None)
    assert [each for each in failed if each[0] != LEFT_BEFORE] == []


def _open_file(page: Page, folder: Path, file: str = "index.html") -> None:
    page.goto((folder / file).as_uri())
    assert fits_window(page)


def _get_longest_article(dataset: Dataset) -> str:
    ((source,),) = dataset.query("SELECT id FROM sources ORDER BY length DESC LIMIT 1")
    return str(source)


def test_from_the_front_page_to_an_article_a_quote_and_its_record(page: Page, folder: Path) -> None:
    _open_file(page, folder)
    page.locator(".cards a").first.click()
    page.locator(".m").nth(3).click()
    page.wait_for_url("**/read/*.html#n4")
    page.locator("#n4 li a").first.click()
    page.wait_for_url("**/record/*.html")
    page.locator("blockquote small a").first.click()
    assert_quote_in_view(page, ARTICLE)


def test_from_a_timeline_to_a_record_and_from_a_comparison_to_the_words(page: Page, folder: Path) -> None:
    _open_file(page, folder)
    page.get_by_role("link", name="All of them, and whose").click()
    page.locator(".who a").nth(1).click()
    page.wait_for_url("**/timeline/*.html")
    page.locator(".days a").first.click()
    page.wait_for_url("**/record/*.html")
    page.get_by_role("link", name="Compare", exact=True).click()
    page.locator("main a[href*=compare]").first.click()
    page.wait_for_url("**/compare/*.html")
    assert fits_window(page)
    page.locator(".answer .words").first.click()
    assert_quote_in_view(page, ARTICLE)


def test_a_question_shows_its_rows_which_lead_to_records_and_places(page: Page, folder: Path) -> None:
    _open_file(page, folder)
    page.locator(".ask a").first.click()
    assert fits_window(page)
    page.locator(".answers summary").first.click()
    page.locator(".answers [open] a[href*=record]").first.click()
    page.wait_for_url("**/record/*.html")
    page.go_back()
    page.locator(".answers summary").nth(1).click()
    page.locator(".answers [open] a[href*=read]").first.click()
    assert_quote_in_view(page, ARTICLE)


def test_markup_in_the_data_is_neither_drawn_nor_run(
    page: Page, hostile_folder: Path, hostile: Dataset
) -> None:
    ((text,),) = hostile.query("SELECT text FROM texts WHERE source_id = 'well-talks'")
    for file in (
        "index.html",
        "record/upperton.html",
        "record/share-the-well.html",
        "read/well-talks.html",
    ):
        _open_file(page, hostile_folder, file)
        assert "onerror" in page.inner_text("body"), file
        assert page.title() != "owned", file
        assert page.locator("img").count() == 0, file
    assert "".join(page.locator(".text").all_text_contents()) == text


def test_axe_finds_nothing_to_complain_of(page: Page, folder: Path, dataset: Dataset) -> None:
    axe = Axe()
    rows = "questions/who-demanded-what-of-whom-in-whose-words.html"
    for file in [
        "questions.html",
        "compare.html",
        rows,
        "index.html",
        f"read/{_get_longest_article(dataset)}.html",
    ]:
        page.goto(f"{folder.as_uri()}/{file}")
        assert fits_window(page), file
        # Without `preload` it asks for no styles, which no page may.
        report = axe.run(page, options={"preload": False, "resultTypes": ["violations"]})
        assert report.violations_count == 0, f"{file}: {report.generate_report()}"


def test_the_site_is_read_without_javascript(browser: Browser, folder: Path, dataset: Dataset) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto((folder / "index.html").as_uri())
    page.locator(".ask a").first.click()
    page.locator(".answers summary").first.click()
    page.locator(".answers [open] a[href*=read]").first.click()
    assert page.locator("span:target").count() == 1
    for source, text in dataset.query("SELECT source_id, text FROM texts"):
        page.goto((folder / "read" / f"{source}.html").as_uri())
        assert "".join(page.locator(".text").all_text_contents()) == text
    context.close()
