"""What tests see of a page in a browser, with and without scripts."""

from playwright.sync_api import ElementHandle, Page

VISIBLE = """
place => {
  const { top, bottom } = place.getBoundingClientRect();
  return top >= 0 && bottom <= innerHeight;
}
"""

TINTED = """
() => [...document.querySelectorAll(".text mark")]
  .filter(mark => getComputedStyle(mark).backgroundColor !== "rgba(0, 0, 0, 0)")
  .map(mark => mark.textContent)
"""


def fits(page: Page) -> bool:
    """Tell whether the page is no wider than the window, once its styles are there."""
    page.wait_for_load_state()
    return bool(page.evaluate("document.documentElement.scrollWidth <= innerWidth"))


def arrived(page: Page) -> None:
    """See that the page is an article with words brought out, where the reader sees their beginning."""
    page.wait_for_url("**/-/read/*")
    focused = page.locator("mark.focus").first
    focused.wait_for()
    assert within(page, focused.element_handle())
    assert fits(page)


def within(page: Page, element: ElementHandle | None) -> bool:
    """Tell whether the page comes to rest with an element in the window."""
    for _ in range(50):
        if element and element.evaluate(VISIBLE):
            return True
        page.wait_for_timeout(50)
    return False


def brought_out(page: Page) -> list[str]:
    """Return the words of an article that are tinted."""
    return list(page.evaluate(TINTED))
