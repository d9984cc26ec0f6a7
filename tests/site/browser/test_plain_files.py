"""The site as plain files, opened from the folder: what is found there without a server."""

import re
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


@pytest.fixture(params=product(SIZES, SCHEMES), ids="-".join)
def page(browser: Browser, request: pytest.FixtureRequest) -> Iterator[Page]:
    """A new page in each size and colour scheme, which loads files only, all of which are there."""
    size, scheme = request.param
    context = browser.new_context(viewport=SIZES[size], color_scheme=scheme)
    failed: list[str] = []
    context.on("requestfailed", lambda asked: failed.append(asked.url))
    yield from watch_page(context, host=None)
    assert failed == []


def _open_file(page: Page, folder: Path, file: str = "index.html") -> None:
    page.goto((folder / file).as_uri())
    assert fits_window(page)


def _get_longest_article(dataset: Dataset) -> str:
    ((source,),) = dataset.query("SELECT id FROM sources ORDER BY length DESC LIMIT 1")
    return str(source)


def _search(page: Page, words: str) -> None:
    page.get_by_label("Search all records").first.fill(words)
    page.get_by_role("button", name="Search").first.click()
    page.wait_for_url("**/search.html?q=*")
    page.locator("#said", has_text=words).wait_for()


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


def test_the_search_finds_and_leads_to_a_record(page: Page, folder: Path) -> None:
    _open_file(page, folder)
    _search(page, "NEUTRAL ukraine")
    page.locator("dd mark").first.wait_for()
    assert fits_window(page)
    marked = {words.lower() for words in page.locator("dd mark").all_inner_texts()}
    assert marked >= {"neutrality", "ukraine"}
    assert not page.locator("#all").is_visible()
    page.locator("#found a").first.click()
    page.wait_for_url("**/record/*.html")
    page.locator("h1").wait_for()


def test_the_search_knows_phrases_accents_and_what_is_no_word(
    page: Page, folder: Path, dataset: Dataset
) -> None:
    ((label, record),) = dataset.query(
        "SELECT label, row_id FROM records WHERE table_name = 'people' LIMIT 1"
    )
    _open_file(page, folder, "search.html")
    _search(page, f'"{label}"')
    assert page.locator(f"#found a[href='record/{record}.html']").count() == 1
    found = page.locator("#found dt").count()
    _search(page, str(label).replace("i", "ï").upper())
    assert page.locator("#found dt").count() >= found > 0
    _search(page, "qqqq")
    assert page.locator("#found dt").count() == 0
    assert page.locator("#all").is_visible()
    _search(page, "(*[")
    assert page.locator("#all").is_visible()


@pytest.mark.parametrize(
    "typed", ["cease-fire", "prisoner weapon", "continues refusing to offer", "of settlement on may"]
)
def test_the_search_finds_hyphens_most_words_and_phrases(page: Page, folder: Path, typed: str) -> None:
    _open_file(page, folder, "search.html")
    _search(page, typed)
    assert page.locator("#found dt").count() > 0
    said, first = page.locator("#said").inner_text(), page.locator("#found dd").first.inner_text()
    assert ("nothing has all" in said) == (typed == "prisoner weapon")
    words = " ".join(re.findall(r"\w+", first.lower()))
    assert len(typed.split()) == 1 or typed == "prisoner weapon" or f" {typed} " in f" {words} "


def test_markup_in_the_data_is_neither_drawn_nor_run(
    page: Page, hostile_folder: Path, hostile: Dataset
) -> None:
    ((text,),) = hostile.query("SELECT text FROM texts WHERE source_id = 'well-talks'")
    _open_file(page, hostile_folder)
    _search(page, "share onerror <img src=x>")
    assert page.locator("#found dt").count() > 0
    for file in (
        "",
        "index.html",
        "record/upperton.html",
        "record/share-the-well.html",
        "read/well-talks.html",
    ):
        if file:
            _open_file(page, hostile_folder, file)
        assert "onerror" in page.inner_text("body"), file
        assert page.title() != "owned", file
        assert page.locator("img").count() == 0, file
    assert "".join(page.locator(".text").all_text_contents()) == text


def test_axe_finds_nothing_to_complain_of(page: Page, folder: Path, dataset: Dataset) -> None:
    axe = Axe()
    found = [
        "search.html",
        "search.html?q=neutrality",
        "search.html?q=qqqq",
        "questions.html",
        "compare.html",
    ]
    rows = ["questions/who-demanded-what-of-whom-in-whose-words.html"]
    for file in [*found, *rows, "index.html", f"read/{_get_longest_article(dataset)}.html"]:
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
    page.get_by_label("Search all records").fill("peace")
    page.get_by_role("button", name="Search").click()
    assert page.get_by_text("Searching needs JavaScript, which is off.").is_visible()
    ((records,),) = dataset.query(
        "SELECT count(*) FROM records WHERE table_name NOT IN ('statements', 'participants')"
    )
    assert page.locator("#all li a").count() == records
    page.locator("#all li a").last.click()
    page.locator("h1").wait_for()
    context.close()
