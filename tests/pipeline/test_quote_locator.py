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


def find_problem(coding: Path, text: str, words: object) -> str:
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


def test_words_that_stand_nowhere_have_no_occurrence(coding: Path) -> None:
    message = find_problem(coding, ARTICLE, {"exact": "Otter wanted 12 carts", "occurrence": 1})
    assert message.startswith("the article does not say 'Otter wanted 12 carts'")


@pytest.mark.parametrize("length", [1_000, 100_000])
def test_the_nearest_words_to_a_long_quote_are_found_quickly(coding: Path, length: int) -> None:
    """Catch a comparison whose time grows faster than the article and the quote."""
    chance = Random(1)
    printed = [f"{chance.choice('abc')}{chance.randrange(500)}" for _ in range(1200)]
    words = printed[100:1100]
    quote = " ".join([*words[:500], "changed", *words[501:], *["x"] * (length - len(words))])
    start = time.process_time()
    message = find_problem(coding, " ".join(printed), quote)
    assert time.process_time() - start < 2
    assert f"the nearest words: '{' '.join(words[:5])}" in message or length > len(printed)


@pytest.mark.parametrize(("text", "nearest"), [("", ""), (" ", ""), ("\u200b", ""), ("wel", "wel")])
def test_the_nearest_words_of_a_text_that_has_fewer_are_all(coding: Path, text: str, nearest: str) -> None:
    assert find_problem(coding, text, "share the well").endswith(f"the nearest words: {nearest!r}")
