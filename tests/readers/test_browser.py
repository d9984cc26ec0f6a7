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
from pathlib import Path

import pytest
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


@pytest.fixture(scope="module")
def site(dataset: Dataset) -> Iterator[str]:
    """The address of `talks serve` on the real data."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    command = [*TALKS, "--db", str(dataset.database), "serve", "--port", str(port)]
    with subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL) as server:
        address = f"http://127.0.0.1:{port}"
        wait_for(address)
        yield address
        server.terminate()


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
    """Tell whether the page is no wider than the window."""
    return bool(page.evaluate("document.documentElement.scrollWidth <= window.innerWidth"))


def test_a_question_leads_to_the_words_in_the_article(page: Page, site: str) -> None:
    page.goto(site)
    assert fits(page)
    page.locator(".talks dt a").first.click()
    page.locator("td.col-words a").first.click()
    focused = page.locator("mark.focus")
    focused.first.wait_for()
    assert focused.first.bounding_box()["y"] < page.viewport_size["height"]  # type: ignore[index]
    assert fits(page)


def test_a_search_leads_to_a_record(page: Page, site: str) -> None:
    page.goto(site)
    page.get_by_label("Search all records").fill("delegation")
    page.get_by_role("button", name="Search").click()
    page.locator("dd mark").first.wait_for()
    assert fits(page)
    page.locator(".talks dt a").first.click()
    page.locator("blockquote mark").first.wait_for()
    assert fits(page)


def test_a_table_is_described_and_can_be_narrowed(page: Page, site: str) -> None:
    page.goto(f"{site}/test/demands")
    assert "One row is one thing one party wants of another" in page.inner_text("body")
    page.locator(".facet-results a").first.click()
    page.wait_for_url("**/demands?*=*")
    page.locator("table.rows-and-columns tbody tr").first.wait_for()


def test_an_article_can_be_read_without_javascript(chromium: Browser, dataset: Dataset, site: str) -> None:
    ((source, text),) = dataset.query("SELECT source_id, text FROM texts ORDER BY source_id LIMIT 1")
    context = chromium.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{site}/-/read/{source}")
    assert page.locator(".text").text_content() == text
    context.close()
