"""Every kind of page: fits the window, says nothing to the console, and axe-core finds no violation."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from itertools import product
from pathlib import Path
from typing import Literal

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page

from fixtures.browser_helpers import fits_window
from fixtures.built_dataset import ROOT, Dataset
from generated_docs.page_samples import sample_addresses, sample_datasette_addresses
from generated_docs.site_browser import SCHEMES, SIZES
from generated_docs.site_pictures import take_readme_pictures

pytestmark = pytest.mark.browser


WIDTHS = (1280, 900, 390)
"""The widths in pixels in which axe looks at each page; at its colours, in both schemes."""

COLOURS = ["color-contrast", "link-in-text-block"]
"""The rules of axe about colours, which take longest: they ask of every word what lies above and below it."""

OPEN_DETAILS = "document.querySelectorAll('details').forEach(details => details.open = true)"

SHORTEN = """
() => {
  const kindOf = element => element.localName + "." + element.className;
  for (const parent of document.querySelectorAll("main, main *")) {
    const seen = {};
    for (const child of [...parent.children]) {
      const kinds = [...new Set([...child.querySelectorAll("*")].map(kindOf))].sort();
      const kind = [kindOf(child), ...kinds].join(" ");
      seen[kind] = (seen[kind] ?? 0) + 1;
      if (seen[kind] > 2) child.remove();
    }
  }
}
"""
"""Leaves, of neighbours that are made of the same elements and classes, and so have the same colours, two."""


@pytest.mark.parametrize(
    "sample", [sample_addresses, sample_datasette_addresses], ids=["our_pages", "pages_of_datasette"]
)
def test_axe_finds_nothing_to_complain_of(
    browser: Browser, site: str, dataset: Dataset, sample: Callable[[Path], dict[str, str]]
) -> None:
    page, complaints = browser.new_page(), []
    for name, path in sample(dataset.database).items():
        answer = page.goto(site + path)
        assert answer is not None
        assert answer.ok != name.startswith("error"), path
        others = {"rules": {rule: {"enabled": False} for rule in COLOURS}}
        found = [*_list_complaints(page, product(WIDTHS, SCHEMES[:1]), others)]
        page.evaluate(SHORTEN)
        found += _list_complaints(page, product(WIDTHS, SCHEMES), {"runOnly": COLOURS})
        complaints += [f"{name}: {path}, {complaint}" for complaint in found]
    page.close()
    assert not complaints, "\n".join(complaints)


def _list_complaints(
    page: Page, looks: Iterable[tuple[int, Literal["light", "dark"]]], rules: Mapping[str, object]
) -> Iterator[str]:
    """Yield what is wrong with a page, all of it opened, in some widths and schemes, by some rules of axe."""
    page.evaluate(OPEN_DETAILS)
    for width, scheme in looks:
        page.set_viewport_size({"width": width, "height": 900})
        page.emulate_media(color_scheme=scheme)
        if not fits_window(page):
            yield f"{width} pixels wide, {scheme}: wider than the window"
        report = Axe().run(page, options={**rules, "resultTypes": ["violations"]})
        if report.violations_count:
            yield f"{width} pixels wide, {scheme}: {report.generate_report()}"


def test_every_page_says_something_without_scripts(scriptless: Page, site: str, dataset: Dataset) -> None:
    for path in sample_addresses(dataset.database).values():
        scriptless.goto(site + path)
        assert len(scriptless.inner_text("main")) > 50, path
        assert fits_window(scriptless), path


def test_the_timeline_can_be_read_without_pointing_at_it(
    scriptless: Page, site: str, dataset: Dataset
) -> None:
    """Catch an event that is not named, or that stands in columns where a phone has no room for them."""
    page = scriptless
    page.goto(f"{site}/-/timeline")
    page.locator("summary").click()
    dated = "SELECT name FROM events"
    links = page.locator(".happened a")
    assert all(link.is_visible() for link in links.all())
    assert sorted(name.partition(": ")[2] or name for name in links.all_inner_texts()) == sorted(
        str(name) for (name,) in dataset.query(dated)
    )
    heads = page.locator(".heads").first.is_visible()
    assert heads == (page.viewport_size != SIZES["phone"])
    page.get_by_label("With", exact=True).select_option(index=1)
    page.get_by_role("button", name="Show").click()
    page.wait_for_url("**/-/timeline?by=*")
    page.locator(".happened a").first.click()
    page.wait_for_url("**/-/record/*")


def test_a_search_leads_to_a_record(page: Page, site: str) -> None:
    page.goto(site)
    page.get_by_label("Search all records").fill("delegation")
    page.get_by_role("button", name="Search").click()
    page.locator("dd mark").first.wait_for()
    page.locator(".found dt a").first.click()
    page.wait_for_url("**/-/record/*")
    page.locator("summary", has_text="In the articles").click()
    page.locator("blockquote mark").first.wait_for()


def test_a_table_is_described_and_can_be_narrowed(page: Page, site: str) -> None:
    page.goto(f"{site}/test/demands")
    assert "One row is one thing one party wants of another" in page.inner_text("body")
    page.locator(".facet-results a").first.click()
    page.wait_for_url("**/demands?*=*")
    page.locator("table.rows-and-columns tbody tr").first.wait_for()


def test_the_keyboard_skips_to_the_content_and_searches(keyboard: Page, site: str) -> None:
    keyboard.goto(site)
    keyboard.keyboard.press("Tab")
    assert keyboard.evaluate("document.activeElement.className") == "skip"
    keyboard.keyboard.press("Enter")
    assert keyboard.evaluate("document.activeElement.id") == "main"
    keyboard.keyboard.press("Tab")
    keyboard.keyboard.type("delegation")
    keyboard.keyboard.press("Enter")
    keyboard.wait_for_url("**/-/search?q=delegation")


def test_the_pictures_of_the_readme_can_be_taken(
    browser: Browser, site: str, dataset: Dataset, tmp_path: Path
) -> None:
    take_readme_pictures(browser, site, dataset.database, tmp_path)
    taken = {picture.name for picture in tmp_path.iterdir()}
    assert taken == {picture.name for picture in (ROOT / "docs" / "pictures").glob("site-*")}
