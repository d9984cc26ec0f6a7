"""What is said of a quote that the article does not have."""

import time
from pathlib import Path
from random import Random

import pytest

from pipeline.problems import Problems
from pipeline.quote_locator import QuoteLocator
from pipeline.source_text import SourceText
from pipeline.yaml_documents import Document, Entry

ARTICLE = "The miller said: “We will share the well.” Otter demanded 12 carts. The lane is 3 miles long."


@pytest.fixture
def coding(tmp_path: Path) -> Path:
    """A coding file, in which a problem has its line."""
    file = tmp_path / "coding.yaml"
    file.write_text("quote: words\n", encoding="utf-8")
    return file


def find_problem(coding: Path, text: str, words: str) -> str:
    """Return the problem that looking for a quote in a text gives."""
    problems = Problems()
    selector = Entry(Document(coding, problems), (), words)
    assert QuoteLocator(SourceText(text)).locate(selector) is None
    (problem,) = problems.take_all()
    return problem.what


@pytest.mark.parametrize(
    ("words", "nearest"),
    [
        ("Oter demanded 12 carts", "Otter demanded 12 carts."),
        ("'We shall share the well.'", "“We will share the well.”"),
        ("The lane is 30 miles long", "The lane is 3 miles long."),
    ],
)
def test_the_nearest_words_are_shown(coding: Path, words: str, nearest: str) -> None:
    assert find_problem(coding, ARTICLE, words).endswith(f"the nearest words: {nearest!r}")


def test_the_nearest_words_to_a_long_quote_are_found_quickly(coding: Path) -> None:
    """Catch a comparison by characters, which takes a minute here."""
    chance = Random(1)
    printed = [f"{chance.choice('abc')}{chance.randrange(500)}" for _ in range(1200)]
    words = printed[100:1100]
    start = time.perf_counter()
    message = find_problem(coding, " ".join(printed), " ".join([*words[:500], "changed", *words[501:]]))
    assert time.perf_counter() - start < 10
    assert f"the nearest words: '{' '.join(words[:5])}" in message
