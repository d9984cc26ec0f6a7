"""Tests of what every page prints: no markup, no notation of dates, no doubled marks, numbers that agree."""

import re
import zipfile
from pathlib import Path

import pytest

from fixtures.built_dataset import Dataset
from fixtures.page_faults import find_faults
from fixtures.site_client import make_client


def test_every_question_is_in_words(dataset: Dataset) -> None:
    get_page = make_client(dataset.database)
    links = sorted(set(re.findall(r'href="(/-/questions/[^"]*)"', get_page("/-/questions").text)))
    assert len(links) == 30
    assert {link: found for link in links if (found := find_faults(get_page(link).text))} == {}


@pytest.mark.slow
def test_every_page_of_the_static_site_is_in_words(whole_release: Path) -> None:
    """Catch what the question pages do not have: the pages of records with citations, and of the folder."""
    with zipfile.ZipFile(whole_release / "istanbul-talks-site.zip") as site:
        pages = [name for name in site.namelist() if name.endswith(".html") and "/read/" not in name]
        assert len(pages) > 700
        faults = {name: find_faults(site.read(name).decode("utf-8")) for name in pages}
    assert {name: found for name, found in faults.items() if found} == {}


@pytest.mark.parametrize(
    "record", ["reflect-situation-on-the-ground", "agreements-of-2022", "zelensky-upped-the-stakes"]
)
def test_a_page_with_its_citation_is_in_words(dataset: Dataset, record: str) -> None:
    assert find_faults(make_client(dataset.database)(f"/-/record/{record}").text) == []


def test_the_faults_are_found() -> None:
    for text in ("[said](#)", "`talks`", "199X/201X", "2022-03/", "2025-05~", "““agreements,””", "1 sides"):
        assert find_faults(f"<p>{text}</p>"), text
    assert find_faults("<code>`</code> 15 May 2025, 11 sides and/or 2022") == []
