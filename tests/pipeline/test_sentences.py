"""Cutting texts into sentences, and finding the stretches between quotation marks."""

import pytest

from pipeline.language_rules import SentenceRules
from pipeline.quotation_marks import find_quotations
from pipeline.sentences import split_sentences

RULES = SentenceRules(abbreviations=["Mr.", "e.g."])


@pytest.mark.parametrize(
    "pieces",
    [
        ["One. ", "Two? ", "Three!"],
        ["\n\n# Heading\n\n", "Text.\n"],
        ["The U.S. President met J. Otter and Mr. Quill. ", "They spoke."],
        ["He left.[1] ", "She stayed.[2][3] ", "“All” did."],
        ["“Stay.” ", "“Go,” she said."],
        ["- one\n", "- two. ", "Three\n", "  • four"],
        ["It cost 3.5 coins. ", "It was e.g. dear."],
        ["They would agree to\n\nlasting peace."],
        ["See (Herald, May 10). ", "[Link](#) text."],
        ["  Indented. ", "Next"],
    ],
)
def test_a_text_is_cut_where_sentences_end(pieces: list[str]) -> None:
    text = "".join(pieces)
    assert [text[start:end] for start, end in split_sentences(text, RULES)] == pieces


@pytest.mark.parametrize("text", ["", "x", "\n \n", "no end", "A. B. C.\n\n\nD"])
def test_sentences_tile_any_text(text: str) -> None:
    assert "".join(text[start:end] for start, end in split_sentences(text, RULES)) == text


@pytest.mark.parametrize(
    ("text", "quotations"),
    [
        ("He “said so” twice: “so”.", ["“said so”", "“so”"]),
        ("Quill’s ‘red line’ is Otter’s", ["‘red line’"]),
        ('"one" and "two"', ['"one"', '"two"']),
        ("“never\nclosed”", []),
        ("no marks at the carts’ end", []),
    ],
)
def test_quotations_are_pairs_of_marks(text: str, quotations: list[str]) -> None:
    assert [text[start:end] for start, end in find_quotations(text)] == quotations
