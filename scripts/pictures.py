"""Take pictures of the site in headless Chromium: those of README.md, or one of every kind of page.

The pictures of README.md stand in docs/pictures/site-*.png. With --pages, every kind of page is opened at the
widths of a desktop and a phone, light and dark, and kept in a folder, for whoever looks at a change. Needs
the extra `dev` and Debian's chromium.

Exit status: 0 the pictures are there, 1 there is no chromium, or no database that can be served, 2 misuse.
"""

import argparse
import sys
from itertools import product
from pathlib import Path

from playwright.sync_api import Browser, FloatRect, ViewportSize, sync_playwright

from generated_docs.page_samples import addresses
from generated_docs.site_browser import SCHEMES, SIZES, chromium, served
from pipeline.command_options import ROOT, Options

PICTURES = ROOT / "docs" / "pictures"

FRONT, DISAGREEMENT = ViewportSize(width=1100, height=1040), ViewportSize(width=1100, height=680)
"""The windows of the pictures of README.md."""

LONGEST = 3000
"""Height in pixels at which a picture of a long page is cut."""


def main() -> int:
    """Take the pictures that the command line asks for."""
    options = _parse()
    if not options.database.is_file():
        print(f"{options.database}: no database; run `python scripts/build.py`", file=sys.stderr)
        return 1
    try:
        return _take(options)
    except TimeoutError as error:
        print(f"{error}; `talks --db {options.database} serve` says why", file=sys.stderr)
        return 1


def _take(options: argparse.Namespace) -> int:
    with sync_playwright() as playwright, served(options.database) as site:
        browser = chromium(playwright)
        if browser is None:
            print("no chromium; install it (`apt-get install chromium`)", file=sys.stderr)
            return 1
        if options.pages:
            every_page(browser, site, options.database, options.pages)
        else:
            readme(browser, site, options.database, PICTURES)
        browser.close()
    return 0


def readme(browser: Browser, site: str, database: Path, folder: Path) -> None:
    """Take the pictures of README.md: the front page, and a disagreement with the words of its sides.

    None is of an article: the articles are quoted, not reproduced.
    """
    page = browser.new_page(viewport=FRONT, reduced_motion="reduce")
    page.goto(site)
    page.screenshot(path=folder / "site-front.png")
    page.set_viewport_size(DISAGREEMENT)
    page.goto(site + addresses(database)["record-discrepancies"])
    page.screenshot(path=folder / "site-disagreement.png")


def every_page(browser: Browser, site: str, database: Path, folder: Path) -> None:
    """Keep a picture of every kind of page in every size and scheme."""
    folder.mkdir(parents=True, exist_ok=True)
    for (size, window), scheme in product(SIZES.items(), SCHEMES):
        page = browser.new_page(viewport=window, color_scheme=scheme)
        for name, path in addresses(database).items():
            page.goto(site + path)
            height = min(page.evaluate("document.documentElement.scrollHeight"), LONGEST)
            clip = FloatRect(x=0, y=0, width=window["width"], height=height)
            page.screenshot(path=folder / f"{name}-{size}-{scheme}.png", full_page=True, clip=clip)
        page.close()
    print(f"{len(list(folder.glob('*.png')))} pictures in {folder}")


def _parse() -> argparse.Namespace:
    parser = Options(__doc__)
    parser.add_argument(
        "--pages", type=Path, metavar="FOLDER", help="keep a picture of every kind of page here"
    )
    parser.add_database("the database that is served")
    return parser.parse_args()


if __name__ == "__main__":
    sys.exit(main())
