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


def test_passages_are_walked_with_the_keys(page: Page, site: str, dataset: Dataset) -> None:
    _open_longest_article(page, site, dataset)
    for key, current in (("j", 1), ("j", 2), ("j", 3), ("k", 2)):
        page.keyboard.press(key)
        assert page.evaluate("document.activeElement.id") == f"m{current}"
    page.keyboard.press("Enter")
    page.wait_for_url("**#n2")
    for selected in ("#n2 .number", "#n2 li a"):
        page.keyboard.press("Tab")
        assert page.evaluate("link => document.activeElement.matches(link)", selected)
    page.keyboard.press("Enter")
    page.wait_for_url("**/-/record/*")


def test_a_number_leads_to_its_note_and_back(scriptless: Page, site: str, dataset: Dataset) -> None:
    _open_longest_article(page := scriptless, site, dataset)
    page.locator("#m5").click()
    page.wait_for_url("**#n5")
    assert comes_into_view(page, page.locator("#n5 .number").element_handle())
    page.locator("#n5 .number").click()
    page.wait_for_url("**#m5")
    assert comes_into_view(page, page.locator("#m5").element_handle())


def test_notes_stand_beside_their_paragraph_on_a_desktop_and_below_it_on_a_phone(
    page: Page, site: str, dataset: Dataset
) -> None:
    _open_longest_article(page, site, dataset)
    pair = page.locator(".pair:has(.note)").first
    words, notes = (pair.locator(part).bounding_box() for part in (".text", ".notes"))
    assert words
    assert notes
    if page.viewport_size == SIZES["phone"]:
        assert notes["y"] >= words["y"] + words["height"]
    else:
        assert notes["y"] == words["y"]
        assert notes["x"] >= words["x"] + words["width"]


def test_what_is_asked_for_is_marked(scriptless: Page, site: str, dataset: Dataset) -> None:
    _open_longest_article(page := scriptless, site, dataset)
    kinds = set(page.locator(".note small").all_inner_texts())
    assert kinds == {"demand", "claim"}
    for box in page.locator(".layers input").all():
        box.set_checked(box.get_attribute("value") == "roles")
    page.locator(".layers button").click()
    assert set(page.locator(".note small").all_inner_texts()) == {"post"}


def test_markup_of_an_article_is_not_shown(page: Page, site: str, dataset: Dataset) -> None:
    ((source, text),) = dataset.query("SELECT source_id, text FROM texts WHERE text LIKE '%](#)%'")
    page.goto(f"{site}/-/read/{source}")
    shown = page.inner_text(".article")
    assert "](" in str(text)
    assert not any(sign in shown for sign in ("](", "**", "# "))


def test_positions_of_a_selection_are_code_points(page: Page, hostile_site: str, hostile: Dataset) -> None:
    """Catch positions that the browser counts in UTF-16 units, where emoji count double."""
    ((start, end, exact),) = hostile.query(
        "SELECT start_char, end_char, exact FROM quotes WHERE exact = 'We will share the well'"
    )
    page.goto(f"{hostile_site}/-/read/well-talks")
    page.evaluate(
        "words => { const marks = [...document.querySelectorAll('.text span')];"
        " const chosen = marks.find(mark => mark.textContent === words);"
        " getSelection().selectAllChildren(chosen) }",
        exact,
    )
    page.wait_for_function("() => document.getElementById('selected').textContent")
    assert page.inner_text("#selected") == f"Selected: characters {start} to {end}"


def test_the_article_is_whole_without_scripts(scriptless: Page, site: str, dataset: Dataset) -> None:
    for source, text in dataset.query("SELECT source_id, text FROM texts"):
        scriptless.goto(f"{site}/-/read/{source}")
        assert "".join(scriptless.locator(".text").all_text_contents()) == text


def test_the_address_of_a_quote_leads_to_its_words_without_scripts(
    scriptless: Page, site: str, dataset: Dataset
) -> None:
    """Catch a quote whose address alone, as #id, leads elsewhere, or does not bring out its words."""
    ((source,),) = dataset.query("SELECT id FROM sources ORDER BY length LIMIT 1")
    quotes = dataset.query("SELECT id, exact FROM quotes WHERE source_id = ? ORDER BY start_char", source)
    scriptless.emulate_media(reduced_motion="reduce")  # goes to words at once, without loading the page anew
    for quote_id, exact in quotes:
        scriptless.goto(f"{site}/-/read/{source}#{quote_id}")
        target = scriptless.locator(".text :target").element_handle()
        assert comes_into_view(scriptless, target), quote_id
        (tinted,) = list_highlighted_words(scriptless)
        assert str(exact).startswith(tinted), quote_id
