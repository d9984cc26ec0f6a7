"""Watching a page in a browser, and what tests see of it, with and without scripts."""

from collections.abc import Iterator
from urllib.parse import urlsplit

from playwright.sync_api import BrowserContext, ElementHandle, Page

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


def watched(context: BrowserContext, host: str | None = "127.0.0.1") -> Iterator[Page]:
    """Yield a new page; nothing may be said to its console, and nothing be asked of other machines.

    `host` is the one that may be asked; None where only files may be opened.
    """
    page = context.new_page()
    complaints: list[str] = []
    page.on("console", lambda message: complaints.append(message.text))
    page.on("pageerror", lambda error: complaints.append(str(error)))
    page.on(
        "request",
        lambda asked: complaints.append(asked.url) if urlsplit(asked.url).hostname != host else None,
    )
    yield page
    context.close()
    assert complaints == []


def fits(page: Page) -> bool:
    """Tell whether the page is no wider than the window, once its styles are there."""
    page.wait_for_load_state()
    return bool(page.evaluate("document.documentElement.scrollWidth <= innerWidth"))


def arrived(page: Page, article: str = "**/-/read/*") -> None:
    """See that the page is an article with words brought out, where the reader sees their beginning."""
    page.wait_for_url(article)
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
