"""Markup and script in an article, a name and a demand stay what they are: words."""

import pytest
from playwright.sync_api import Page

from fixtures.built_dataset import Dataset

pytestmark = pytest.mark.browser


def test_markup_in_the_data_is_neither_drawn_nor_run(page: Page, hostile_site: str, hostile: Dataset) -> None:
    ((text,),) = hostile.query("SELECT text FROM texts WHERE source_id = 'well-talks'")
    paths = ["/", "/-/search?q=share", "/-/record/share-the-well", "/-/record/number-of-carts"]
    more = ["/-/record/upperton", "/-/compare/share-the-well", "/test/demands", "/test/actors/upperton"]
    for path in [*paths, *more, "/-/read/well-talks"]:
        page.goto(hostile_site + path)
        assert "onerror" in page.inner_text("body") or path == "/-/search?q=share", path
        assert page.title() != "owned", path
        assert page.locator("img[src=x]").count() == 0, path
    assert "".join(page.locator(".text").all_text_contents()) == text
