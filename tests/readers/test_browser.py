"""Tests of the site in a real browser, as `talks serve` opens it: run by `pytest -m browser`.

Without Chromium they are skipped; where the environment says CI they fail instead.
"""

import os
import shutil
import socket
import subprocess
import time
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page, sync_playwright

from datasets import Dataset
from sessions import TALKS

pytestmark = pytest.mark.browser

FLAGS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]
SIZES = {"desktop": (1280, 900), "phone": (390, 844)}


@pytest.fixture(scope="module")
def chromium() -> Iterator[Browser]:
    path = shutil.which("chromium")
    if path is None:
        assert not os.environ.get("CI"), "no chromium; install it"
        pytest.skip("no chromium on this machine")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path, args=FLAGS)
        yield browser
        browser.close()


@contextmanager
def served(database: Path) -> Iterator[str]:
    """Serve a database with `talks serve`, at the address that is yielded."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    command = [*TALKS, "--db", str(database), "serve", "--port", str(port)]
    with subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL) as server:
        address = f"http://127.0.0.1:{port}"
        wait_for(address)
        yield address
        server.terminate()


@pytest.fixture(scope="module")
def site(dataset: Dataset) -> Iterator[str]:
    """The address of the site of the real data."""
    with served(dataset.database) as address:
        yield address


@pytest.fixture(scope="module")
def hostile_site(hostile: Dataset) -> Iterator[str]:
    """The address of a site with markup, script and emoji in its data."""
    with served(hostile.database) as address:
        yield address


def wait_for(address: str) -> None:
    for _ in range(100):
        try:
            urllib.request.urlopen(address).close()
        except OSError:
            time.sleep(0.1)
        else:
            return
    pytest.fail(f"nothing answers at {address}")


@pytest.fixture(params=[(size, scheme) for size in SIZES for scheme in ("light", "dark")], ids="-".join)
def page(chromium: Browser, request: pytest.FixtureRequest) -> Iterator[Page]:
    """A new page in one size and colour scheme; nothing may be said to its console."""
    size, scheme = request.param
    width, height = SIZES[size]
    context = chromium.new_context(viewport={"width": width, "height": height}, color_scheme=scheme)
    page = context.new_page()
    complaints: list[str] = []
    page.on("console", lambda message: complaints.append(message.text))
    page.on("pageerror", lambda error: complaints.append(str(error)))
    yield page
    keep_picture(page, f"{request.node.name}.png")
    context.close()
    assert complaints == []


def keep_picture(page: Page, name: str) -> None:
    """Keep a picture of the page for whoever wants to look, in the folder that PICTURES names."""
    if folder := os.environ.get("PICTURES"):
        page.screenshot(path=Path(folder) / name)


def fits(page: Page) -> bool:
    """Tell whether the page is no wider than the window, once its styles are there."""
    page.wait_for_load_state()
    return bool(page.evaluate("document.documentElement.scrollWidth <= window.innerWidth"))


def ask(page: Page, site: str, number: int) -> None:
    """Go to the front page and click the question of this number."""
    page.goto(site)
    assert fits(page)
    page.locator(".ask a").nth(number).click()


def read_in_the_article(page: Page) -> None:
    """See that the page is an article with words brought out where the reader sees them."""
    focused = page.locator("mark.focus").first
    focused.wait_for()
    page.wait_for_function(
        "() => { const place = document.querySelector('mark.focus').getBoundingClientRect();"
        " return place.top >= 0 && place.bottom <= innerHeight }"
    )
    assert fits(page)


def test_who_demanded_what_in_whose_words(page: Page, site: str) -> None:
    ask(page, site, 0)
    page.locator("td.col-words a").first.click()
    read_in_the_article(page)


def test_who_claims_and_who_denies_through_how_many_mouths(page: Page, site: str) -> None:
    ask(page, site, 1)
    page.locator("td.col-id a").first.click()
    page.locator(".voices > li").first.wait_for()
    assert fits(page)
    page.locator(".voices .said a").first.click()
    read_in_the_article(page)


def test_who_was_in_the_room_by_which_spelling(page: Page, site: str) -> None:
    ask(page, site, 2)
    page.get_by_role("columnheader", name="printed as").wait_for()
    page.locator("td.col-id a").first.click()
    page.locator("blockquote small a").first.click()
    read_in_the_article(page)


def test_what_happened_when(page: Page, site: str) -> None:
    page.goto(site)
    page.locator("a.dot").first.click()
    page.locator("blockquote").first.wait_for()
    assert fits(page)
    page.locator("blockquote small a").first.click()
    read_in_the_article(page)


def test_where_the_articles_contradict_one_another(page: Page, site: str) -> None:
    page.goto(site)
    page.locator("section[aria-labelledby=disagree] li a").first.click()
    page.locator(".sides section").nth(1).wait_for()
    assert fits(page)
    page.locator(".sides blockquote small a").first.click()
    read_in_the_article(page)


def test_a_search_leads_to_a_record(page: Page, site: str) -> None:
    page.goto(site)
    page.get_by_label("Search all records").fill("delegation")
    page.get_by_role("button", name="Search").click()
    page.locator("dd mark").first.wait_for()
    assert fits(page)
    page.locator(".found dt a").first.click()
    page.wait_for_url("**/-/record/*")
    page.locator("blockquote mark").first.wait_for()
    assert fits(page)


def test_a_table_is_described_and_can_be_narrowed(page: Page, site: str) -> None:
    page.goto(f"{site}/test/demands")
    assert "One row is one thing one party wants of another" in page.inner_text("body")
    page.locator(".facet-results a").first.click()
    page.wait_for_url("**/demands?*=*")
    page.locator("table.rows-and-columns tbody tr").first.wait_for()


def some_of_each_kind(dataset: Dataset) -> list[str]:
    """Return the paths of a page of ours of each kind, and of the fullest records."""
    fullest = dataset.query(
        "SELECT row_id FROM (SELECT table_name, row_id, count(*) AS spans FROM evidence GROUP BY 1, 2)"
        " GROUP BY table_name HAVING spans = max(spans)"
    )
    ((source,), (topic,)) = (
        *dataset.query("SELECT id FROM sources ORDER BY length DESC LIMIT 1"),
        *dataset.query("SELECT topic_id FROM claim_topics GROUP BY 1 ORDER BY count(*) DESC LIMIT 1"),
    )
    fixed = [
        "/",
        "/-/search?q=talks",
        "/-/search?q=qqqq",
        "/-/questions",
        "/-/compare",
        "/-/about",
        "/-/about/quality",
    ]
    told = [
        f"/-/read/{source}",
        f"/-/compare/{topic}",
        f"/-/compare/{topic}?by=speaker",
        f"/-/record/{topic}",
    ]
    return [*fixed, *told, *(f"/-/record/{record}" for (record,) in fullest)]


def test_axe_finds_nothing_to_complain_of(page: Page, site: str, dataset: Dataset) -> None:
    axe = Axe()
    for path in some_of_each_kind(dataset):
        page.goto(site + path)
        assert fits(page), path
        found = axe.run(page)
        assert found.violations_count == 0, f"{path}: {found.generate_report()}"


def opened(page: Page, site: str, dataset: Dataset) -> None:
    """Open the reading page of the longest article."""
    ((source,),) = dataset.query("SELECT id FROM sources ORDER BY length DESC LIMIT 1")
    page.goto(f"{site}/-/read/{source}")


def test_a_release_shows_quotes_with_gaps_and_says_where_the_original_is(
    page: Page, chromium: Browser, released_db: Path
) -> None:
    with served(released_db) as address:
        page.goto(f"{address}/-/read/well-talks?quote=well-talks_162-184")
        read_in_the_article(page)
        assert page.inner_text("mark.focus") == "We will share the well"
        assert page.locator(".text .gap").first.is_visible()
        told = page.get_by_role("note").inner_text()
        assert "Upperton and Lowerton meet at the mill" in told
        assert "talks reanchor FILE --source well-talks" in told
        assert Axe().run(page).violations_count == 0


def test_quotes_are_walked_with_the_keys(page: Page, site: str, dataset: Dataset) -> None:
    opened(page, site, dataset)
    for key, current in (("j", 0), ("j", 1), ("j", 2), ("k", 1)):
        page.keyboard.press(key)
        assert page.locator(".quote.current").get_attribute("id") == f"n{current}"
    read_in_the_article(page)
    assert page.url.endswith(str(page.locator(".current .quoted").get_attribute("href")))
    page.keyboard.press("Escape")
    assert page.locator("mark.focus, .quote.current").count() == 0
    page.keyboard.press("j")
    page.keyboard.press("Enter")
    page.wait_for_url("**/-/record/*")


def test_a_click_chooses_a_quote_and_a_further_click_the_next_that_overlaps(
    page: Page, site: str, dataset: Dataset
) -> None:
    opened(page, site, dataset)
    overlapped = page.locator("mark[data-q*=' ']").first
    numbers = str(overlapped.get_attribute("data-q")).split()
    chosen = []
    for _ in numbers:
        overlapped.click()
        chosen.append(str(page.locator(".quote.current").get_attribute("id")).removeprefix("n"))
    assert sorted(chosen) == sorted(numbers)
    assert page.locator("#card").is_visible() == (
        page.viewport_size == dict(zip(("width", "height"), SIZES["phone"], strict=True))
    )


def test_a_layer_that_is_switched_off_is_neither_drawn_nor_walked(
    page: Page, site: str, dataset: Dataset
) -> None:
    opened(page, site, dataset)
    for layer in page.locator("#tools input").all()[1:]:
        layer.uncheck()
    only = page.locator("#tools input").first.get_attribute("value")
    page.keyboard.press("j")
    assert only in str(page.locator(".quote.current").get_attribute("class")).split()
    hidden = page.locator(".quote li:visible").all()
    assert {str(each.get_attribute("class")) for each in hidden} == {only}


def test_positions_of_a_selection_are_code_points(page: Page, hostile_site: str, hostile: Dataset) -> None:
    """Catch positions that the browser counts in UTF-16 units, where emoji count double."""
    ((start, end, exact),) = hostile.query(
        "SELECT start_char, end_char, exact FROM quotes WHERE exact = 'We will share the well'"
    )
    page.goto(f"{hostile_site}/-/read/well-talks")
    page.evaluate(
        "words => { const marks = [...document.querySelectorAll('.text mark')];"
        " const mark = marks.find(each => each.textContent === words);"
        " getSelection().selectAllChildren(mark) }",
        exact,
    )
    page.wait_for_function("() => document.getElementById('selected').textContent")
    assert page.inner_text("#selected") == f"Selected: characters {start} to {end}"


def test_markup_in_the_data_is_neither_drawn_nor_run(page: Page, hostile_site: str, hostile: Dataset) -> None:
    ((text,),) = hostile.query("SELECT text FROM texts WHERE source_id = 'well-talks'")
    paths = ["/", "/-/search?q=share", "/-/record/share-the-well", "/-/record/number-of-carts"]
    more = ["/-/record/upperton", "/-/compare/share-the-well", "/test/demands", "/test/actors/upperton"]
    for path in [*paths, *more, "/-/read/well-talks"]:
        page.goto(hostile_site + path)
        assert "onerror" in page.inner_text("body") or path == "/-/search?q=share", path
        assert page.title() != "owned", path
        assert page.locator("img[src=x]").count() == 0, path
    assert page.locator(".text").text_content() == text


def test_everything_is_reached_with_the_keyboard(page: Page, site: str) -> None:
    page.goto(site)
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.className") == "skip"
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.id") == "main"
    page.keyboard.press("Tab")
    page.keyboard.type("delegation")
    page.keyboard.press("Enter")
    page.wait_for_url("**/-/search?q=delegation")
    page.locator(".found dt a").first.focus()
    assert page.evaluate("getComputedStyle(document.activeElement).outlineStyle") != "none"
    page.keyboard.press("Enter")
    page.wait_for_url("**/-/record/*")


def test_the_site_is_read_without_javascript(chromium: Browser, dataset: Dataset, site: str) -> None:
    context = chromium.new_context(java_script_enabled=False)
    page = context.new_page()
    ask(page, site, 0)
    page.locator("td.col-words a").first.click()
    page.locator("mark.focus").first.wait_for()
    assert page.locator("a:target").count() == 1
    for source, text in dataset.query("SELECT source_id, text FROM texts"):
        page.goto(f"{site}/-/read/{source}")
        assert page.locator(".text").text_content() == text
    for path in some_of_each_kind(dataset):
        page.goto(site + path)
        assert len(page.inner_text("main")) > 50, path
    context.close()
