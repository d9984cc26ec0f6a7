"""The site in a real browser, as `talks serve` opens it.

Without Chromium these tests are skipped; where the environment says CI they fail instead.
"""

import os
from collections.abc import Iterator
from itertools import product

import pytest
from playwright.sync_api import Browser, Page, sync_playwright

from fixtures.browser_helpers import watch_page
from fixtures.built_dataset import Dataset
from generated_docs.site_browser import SCHEMES, SIZES, launch_chromium, serve_site


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    with sync_playwright() as playwright:
        started = launch_chromium(playwright)
        if started is None:
            assert not os.environ.get("CI"), "no chromium; install it"
            pytest.skip("no chromium on this machine")
        yield started
        started.close()


@pytest.fixture(scope="session")
def site(dataset: Dataset) -> Iterator[str]:
    """The address of the site of the real data."""
    with serve_site(dataset.database) as address:
        yield address


@pytest.fixture(scope="session")
def hostile_site(hostile: Dataset) -> Iterator[str]:
    """The address of a site with markup, script and emoji in its data."""
    with serve_site(hostile.database) as address:
        yield address


@pytest.fixture(params=product(SIZES, SCHEMES), ids="-".join)
def page(browser: Browser, request: pytest.FixtureRequest) -> Iterator[Page]:
    """A new page in each size and colour scheme."""
    size, scheme = request.param
    yield from watch_page(browser.new_context(viewport=SIZES[size], color_scheme=scheme))


@pytest.fixture(params=SIZES)
def scriptless(browser: Browser, request: pytest.FixtureRequest) -> Iterator[Page]:
    """A new page in each size, of a browser that runs no script."""
    yield from watch_page(browser.new_context(viewport=SIZES[request.param], java_script_enabled=False))


@pytest.fixture(params=SIZES)
def keyboard(browser: Browser, request: pytest.FixtureRequest) -> Iterator[Page]:
    """A new page in each size, for whoever has no mouse."""
    yield from watch_page(browser.new_context(viewport=SIZES[request.param]))


@pytest.fixture
def desktop(browser: Browser) -> Iterator[Page]:
    """A new page on a desktop, for what a phone does not have."""
    yield from watch_page(browser.new_context(viewport=SIZES["desktop"]))
