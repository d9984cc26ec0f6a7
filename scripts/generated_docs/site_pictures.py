"""Pictures of the site in headless Chromium: those of README.md, or one of every kind of page."""

from collections.abc import Iterator
from contextlib import contextmanager
from itertools import product
from pathlib import Path

from playwright.sync_api import Browser, FloatRect, ViewportSize, sync_playwright

from generated_docs.page_samples import sample_addresses, sample_datasette_addresses
from generated_docs.site_browser import SCHEMES, SIZES, launch_chromium, serve_site
from istanbul_talks.database.outputs import FolderOutput, stage_outputs

FRONT, DISAGREEMENT = ViewportSize(width=1100, height=1040), ViewportSize(width=1100, height=680)
"""The windows of the pictures of README.md."""

LONGEST = 3000
"""Height in pixels at which a picture of a long page is cut."""


class PictureError(Exception):
    """There is no Chromium, no database, or none that can be served."""


def take_readme_pictures(browser: Browser, site: str, database: Path, folder: Path) -> None:
    """Take the pictures of README.md: the front page, and a disagreement with the words of its sides.

    None is of an article: the articles are quoted, not reproduced.
    """
    page = browser.new_page(viewport=FRONT, reduced_motion="reduce")
    page.goto(site)
    page.screenshot(path=folder / "site-front.png")
    page.set_viewport_size(DISAGREEMENT)
    page.goto(site + sample_addresses(database)["record-discrepancies"])
    page.screenshot(path=folder / "site-disagreement.png")


def take_every_page(browser: Browser, site: str, database: Path, folder: Path) -> None:
    """Keep a picture of every kind of page in every size and scheme, in a folder of their own."""
    with stage_outputs(FolderOutput(folder)) as (new,):
        _take_pages(browser, site, database, new)


def _take_pages(browser: Browser, site: str, database: Path, folder: Path) -> None:
    addresses = sample_addresses(database) | sample_datasette_addresses(database)
    for (size, window), scheme in product(SIZES.items(), SCHEMES):
        page = browser.new_page(viewport=window, color_scheme=scheme)
        for name, path in addresses.items():
            page.goto(site + path)
            height = min(page.evaluate("document.documentElement.scrollHeight"), LONGEST)
            clip = FloatRect(x=0, y=0, width=window["width"], height=height)
            page.screenshot(path=folder / f"{name}-{size}-{scheme}.png", full_page=True, clip=clip)
        page.close()


@contextmanager
def open_site(database: Path) -> Iterator[tuple[Browser, str]]:
    """Serve the database; give a browser and the address of the site. Raises PictureError."""
    if not database.is_file():
        raise PictureError(f"{database}: no database; run `python scripts/build.py`")
    try:
        with sync_playwright() as playwright, serve_site(database) as site:
            browser = launch_chromium(playwright)
            if browser is None:
                raise PictureError("no chromium; install it (`apt-get install chromium`)")
            yield browser, site
            browser.close()
    except TimeoutError as error:
        raise PictureError(f"{error}; `talks --db {database} serve` says why") from error
