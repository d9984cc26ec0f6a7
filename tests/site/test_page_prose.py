"""Tests of what every page prints: no markup, no notation of dates, no doubled marks, numbers that agree."""

import re

from fixtures.built_dataset import Dataset
from fixtures.page_faults import find_faults
from fixtures.site_client import make_client


def test_every_question_is_in_words(dataset: Dataset) -> None:
    get_page = make_client(dataset.database)
    links = sorted(set(re.findall(r'href="(/-/questions/[^"]*)"', get_page("/-/questions").text)))
    assert len(links) == 30
    assert {link: found for link in links if (found := find_faults(get_page(link).text))} == {}


def test_the_faults_are_found() -> None:
    for text in ("[said](#)", "`talks`", "199X/201X", "2022-03/", "2025-05~", "““agreements,””", "1 sides"):
        assert find_faults(f"<p>{text}</p>"), text
    assert find_faults("<code>`</code> 15 May 2025, 11 sides and/or 2022") == []
