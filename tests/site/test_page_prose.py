"""Tests of what every page prints: no markup, no notation of dates, no doubled marks, numbers that agree."""

import html
import re

from fixtures.built_dataset import Dataset
from fixtures.site_client import make_client
from generated_docs.page_samples import sample_addresses

FAULTS = {
    "a link in Markdown": r"\]\(#?",
    "a backtick": r"`",
    "a date in EDTF": r"\b\d{2,3}X{1,2}\b|\b\d{4}(-\d\d)*/(\d{4}|\W)|\b\d{4}(-\d\d)?[~?%]",
    "doubled quotation marks": r"““|””",
    "one of several": r"\b1 (demands|claims|events|disagreements|articles|records|rows|sides|quotes)\b",
}
"""What no page may print, as patterns."""

VERBATIM = ("about-", "read-")
"""How the names of pages begin that show a document about notation, or an article character for character."""


def find_faults(page: str) -> list[tuple[str, str]]:
    """Return each fault of a page, by its name, with the words around it; code and scripts aside."""
    text = re.sub(r"<(code|script|pre|select)\b.*?</\1>", "", page, flags=re.DOTALL)
    words = html.unescape(re.sub(r"<[^>]*>", " ", text))
    return [
        (name, words[max(found.start() - 30, 0) : found.end() + 30])
        for name, pattern in FAULTS.items()
        for found in re.finditer(pattern, words)
    ]


def test_every_kind_of_page_is_in_words(dataset: Dataset) -> None:
    get_page, faults = make_client(dataset.database), []
    for name, path in sample_addresses(dataset.database).items():
        found = [] if name.startswith(VERBATIM) else find_faults(get_page(path).text)
        faults += [(path, *one) for one in found]
    assert faults == []


def test_every_question_is_in_words(dataset: Dataset) -> None:
    get_page = make_client(dataset.database)
    links = sorted(set(re.findall(r'href="(/-/questions/[^"]*)"', get_page("/-/questions").text)))
    assert len(links) == 30
    assert {link: found for link in links if (found := find_faults(get_page(link).text))} == {}


def test_the_faults_are_found() -> None:
    for text in ("[said](#)", "`talks`", "199X/201X", "2022-03/", "2025-05~", "““agreements,””", "1 sides"):
        assert find_faults(f"<p>{text}</p>"), text
    assert find_faults("<code>`</code> 15 May 2025, 11 sides and/or 2022") == []
