"""The five questions of the dataset, answered from the front page: by clicking, by keyboard, without scripts.

Every way ends at words of an article. A step is what must be seen on a page, and the link that is followed.
"""

import pytest
from playwright.sync_api import Page

from fixtures.browser_helpers import assert_quote_in_view, fits_window, list_highlighted_words

pytestmark = pytest.mark.browser

QUOTED = "blockquote small a"
OPENED, CONTESTED = ".answers [open]", ".answers summary:has(:text('denies'))"
DATED = "dt:text-is('When') + dd"

WAYS = {
    "who demanded what of whom, in whose words": [
        ("#ask", ".ask li:nth-child(1) a"),
        ("h2.group", ".answers summary"),
        (OPENED, f"{OPENED} a"),
    ],
    "who claims, who denies, through how many mouths": [
        ("#ask", ".ask li:nth-child(2) a"),
        (CONTESTED, CONTESTED),
        (OPENED, f"{OPENED} a[href*='/record/']"),
        (".voices > li", ".voices .said a"),
    ],
    "who was in the room, by which spelling": [
        ("#ask", ".ask li:nth-child(3) a"),
        ("h2.group", ".answers summary"),
        (OPENED, f"{OPENED} a[href*='/record/']"),
        ("mark", QUOTED),
    ],
    "what happened when": [
        (".days", ".days a"),
        (DATED, f"{DATED} .place"),
    ],
    "where the articles contradict one another": [
        ("#disagree", "section[aria-labelledby=disagree] li a"),
        (".say li:nth-of-type(2) q", ".say .place"),
    ],
}

LONGEST = 600
"""Steps with the Tab key after which a link is taken to be out of reach."""

each_way = pytest.mark.parametrize("way", WAYS.values(), ids=WAYS)

Way = list[tuple[str, str]]


@each_way
def test_by_clicking(page: Page, site: str, way: Way) -> None:
    page.goto(site)
    for seen, followed in way:
        page.locator(seen).first.wait_for()
        assert fits_window(page)
        page.locator(followed).first.click()
    assert_quote_in_view(page)


@each_way
def test_with_the_keyboard_alone(keyboard: Page, site: str, way: Way) -> None:
    keyboard.goto(site)
    for seen, followed in way:
        keyboard.locator(seen).first.wait_for()
        _tab_to(keyboard, followed)
        keyboard.keyboard.press("Enter")
        keyboard.wait_for_load_state()
    assert_quote_in_view(keyboard)
    keyboard.keyboard.press("j")
    reached = _get_passage_in_focus(keyboard)
    keyboard.keyboard.press("j")
    assert _get_passage_in_focus(keyboard) != reached
    keyboard.keyboard.press("k")
    assert _get_passage_in_focus(keyboard) == reached
    keyboard.keyboard.press("Enter")
    _tab_to(keyboard, ".note li a")
    keyboard.keyboard.press("Enter")
    keyboard.wait_for_url("**/-/record/*")


@each_way
def test_without_scripts(scriptless: Page, site: str, way: Way) -> None:
    scriptless.goto(site)
    for seen, followed in way:
        scriptless.locator(seen).first.wait_for(state="attached")
        scriptless.locator(followed).first.click()
    assert_quote_in_view(scriptless)
    assert scriptless.locator(".text :target").count() == 1
    assert list_highlighted_words(scriptless)


def _tab_to(page: Page, link: str) -> None:
    """Press Tab until the focus is on such a link, and see that it shows."""
    for _ in range(LONGEST):
        page.keyboard.press("Tab")
        if page.locator(link).evaluate_all("links => links.includes(document.activeElement)"):
            assert page.evaluate("getComputedStyle(document.activeElement).outlineStyle") != "none"
            return
    pytest.fail(f"{LONGEST} steps with the Tab key do not reach {link} on {page.url}")


def _get_passage_in_focus(page: Page) -> str:
    """Return which passage has the focus."""
    assert page.evaluate("document.activeElement.matches('.m')")
    return str(page.evaluate("document.activeElement.id"))
