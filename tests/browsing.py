"""What tests see of a page in a browser, with and without scripts."""

from playwright.sync_api import Page

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


def read_in_the_article(page: Page) -> None:
    """See that the page is an article with words brought out where the reader sees them."""
    focused = page.locator("mark.focus").first
    focused.wait_for()
    page.wait_for_function(
        f"() => ({VISIBLE})(document.querySelector('mark.focus')) || document.querySelector('a:target')"
    )
    assert fits(page)


def brought_out(page: Page) -> list[str]:
    """Return the words of an article that are tinted."""
    return list(page.evaluate(TINTED))
