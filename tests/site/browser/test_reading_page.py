"""The reading page: walking the quotes, layers, positions, and addresses of quotes without scripts."""

from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page

from fixtures.browser_helpers import assert_quote_in_view, comes_into_view, list_highlighted_words
from fixtures.built_dataset import Dataset
from generated_docs.site_browser import SIZES, serve_site

pytestmark = pytest.mark.browser


def _open_longest_article(page: Page, site: str, dataset: Dataset) -> None:
    """Open the reading page of the longest article."""
    ((source,),) = dataset.query("SELECT id FROM sources ORDER BY length DESC LIMIT 1")
    page.goto(f"{site}/-/read/{source}")


def test_a_release_shows_quotes_with_gaps_and_says_where_the_original_is(
    page: Page, released_db: Path
) -> None:
    with serve_site(released_db) as address:
        page.goto(f"{address}/-/read/well-talks?quote=well-talks_162-184#well-talks_162-184")
        assert_quote_in_view(page)
        assert page.inner_text("mark.focus") == "We will share the well"
        assert page.locator(".text .gap").first.is_visible()
        note = page.get_by_role("note").inner_text()
        assert "Upperton and Lowerton meet at the mill" in note
        assert "talks reanchor FILE --source well-talks" in note
        assert Axe().run(page).violations_count == 0


def test_quotes_are_walked_with_the_keys(page: Page, site: str, dataset: Dataset) -> None:
    _open_longest_article(page, site, dataset)
    for key, current in (("j", 0), ("j", 1), ("j", 2), ("k", 1)):
        page.keyboard.press(key)
        assert page.locator(".quote.current").get_attribute("id") == f"n{current}"
    assert_quote_in_view(page)
    shown = page.locator(".current .quoted").get_attribute("href")
    page.wait_for_function("shown => location.href.endsWith(shown)", arg=shown)
    page.keyboard.press("Escape")
    assert page.locator("mark.focus, .quote.current").count() == 0
    page.keyboard.press("j")
    page.keyboard.press("Enter")
    page.wait_for_url("**/-/record/*")


def test_a_click_chooses_a_quote_and_a_further_click_the_next_that_overlaps(
    page: Page, site: str, dataset: Dataset
) -> None:
    _open_longest_article(page, site, dataset)
    overlapped = page.locator("mark[data-q*=' ']").first
    numbers = str(overlapped.get_attribute("data-q")).split()
    chosen = []
    for _ in numbers:
        overlapped.click()
        chosen.append(str(page.locator(".quote.current").get_attribute("id")).removeprefix("n"))
    assert sorted(chosen) == sorted(numbers)
    assert page.locator("#card").is_visible() == (page.viewport_size == SIZES["phone"])


def test_a_layer_that_is_switched_off_is_neither_drawn_nor_walked(
    page: Page, site: str, dataset: Dataset
) -> None:
    _open_longest_article(page, site, dataset)
    for layer in page.locator("#tools input").all()[1:]:
        layer.uncheck()
    only = page.locator("#tools input").first.get_attribute("value")
    page.keyboard.press("j")
    assert only in str(page.locator(".quote.current").get_attribute("class")).split()
    hidden = page.locator(".quote li:visible").all()
    assert {str(item.get_attribute("class")) for item in hidden} == {only}


def test_positions_of_a_selection_are_code_points(page: Page, hostile_site: str, hostile: Dataset) -> None:
    """Catch positions that the browser counts in UTF-16 units, where emoji count double."""
    ((start, end, exact),) = hostile.query(
        "SELECT start_char, end_char, exact FROM quotes WHERE exact = 'We will share the well'"
    )
    page.goto(f"{hostile_site}/-/read/well-talks")
    page.evaluate(
        "words => { const marks = [...document.querySelectorAll('.text mark')];"
        " const chosen = marks.find(mark => mark.textContent === words);"
        " getSelection().selectAllChildren(chosen) }",
        exact,
    )
    page.wait_for_function("() => document.getElementById('selected').textContent")
    assert page.inner_text("#selected") == f"Selected: characters {start} to {end}"


def test_the_list_keeps_beside_the_words_that_are_read(desktop: Page, site: str, dataset: Dataset) -> None:
    _open_longest_article(page := desktop, site, dataset)
    page.mouse.move(10, 10)
    page.locator(".text mark[data-q]").last.scroll_into_view_if_needed()
    page.wait_for_function("() => document.querySelector('aside').scrollTop > 1000")
    first = page.evaluate(
        "() => [...document.querySelectorAll('.text mark[data-q]')]"
        ".find(mark => mark.getBoundingClientRect().bottom > 0).dataset.q.split(' ')[0]"
    )
    assert comes_into_view(page, page.locator(f"#n{first}").element_handle())


def test_the_article_is_whole_without_scripts(scriptless: Page, site: str, dataset: Dataset) -> None:
    for source, text in dataset.query("SELECT source_id, text FROM texts"):
        scriptless.goto(f"{site}/-/read/{source}")
        assert scriptless.locator(".text").text_content() == text


def test_the_address_of_a_quote_leads_to_its_words_without_scripts(
    scriptless: Page, site: str, dataset: Dataset
) -> None:
    """Catch a quote whose address alone, as #id, leads elsewhere, or does not bring out its words."""
    ((source,),) = dataset.query("SELECT id FROM sources ORDER BY length LIMIT 1")
    quotes = dataset.query("SELECT id, exact FROM quotes WHERE source_id = ? ORDER BY start_char", source)
    for quote_id, exact in quotes:
        scriptless.goto("about:blank")
        scriptless.goto(f"{site}/-/read/{source}#{quote_id}")
        target = scriptless.locator(".text :target").element_handle()
        assert comes_into_view(scriptless, target), quote_id
        (tinted,) = list_highlighted_words(scriptless)
        assert str(exact).startswith(tinted), quote_id
