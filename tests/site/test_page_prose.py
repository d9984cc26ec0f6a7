"""Tests of what every page prints: no markup, no notation of dates, no doubled marks, numbers that agree."""

import re
from datetime import UTC, datetime
from pathlib import Path

import pytest

from fixtures.built_dataset import Dataset
from fixtures.page_faults import find_faults
from fixtures.site_client import make_client
from static_pages import write_static_site


def test_every_question_is_in_words(dataset: Dataset) -> None:
    get_page = make_client(dataset.database)
    links = sorted(set(re.findall(r'href="(/-/questions/[^"]*)"', get_page("/-/questions").text)))
    assert len(links) == 30
    assert {link: found for link in links if (found := find_faults(get_page(link).text))} == {}


@pytest.mark.slow
def test_every_page_of_the_static_site_is_in_words(dataset: Dataset, tmp_path: Path) -> None:
    """Catch what the question pages do not have: the pages of records with citations, and of the folder."""
    write_static_site(dataset.database, tmp_path / "site", datetime(2026, 5, 15, tzinfo=UTC))
    pages = [page for page in (tmp_path / "site").rglob("*.html") if page.parent.name != "read"]  # verbatim
    assert len(pages) > 1000
    assert {page.name: found for page in pages if (found := find_faults(page.read_text("utf-8")))} == {}


@pytest.mark.parametrize(
    "record", ["reflect-situation-on-the-ground", "agreements-of-2022", "zelensky-upped-the-stakes"]
)
def test_a_page_with_its_citation_is_in_words(dataset: Dataset, record: str) -> None:
    assert find_faults(make_client(dataset.database)(f"/-/record/{record}").text) == []


def test_the_faults_are_found() -> None:
    for text in ("[said](#)", "`talks`", "199X/201X", "2022-03/", "2025-05~", "““agreements,””", "1 sides"):
        assert find_faults(f"<p>{text}</p>"), text
    assert find_faults("<code>`</code> 15 May 2025, 11 sides and/or 2022") == []
