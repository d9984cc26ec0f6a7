"""Tests of how running text prints the words of an article."""

import pytest

from istanbul_talks.text.running_text import format_running_text


@pytest.mark.parametrize(
    ("text", "printed"),
    [
        ('“[denied](#) by Upperton as a "provocation"”', "“denied by Upperton as a ‘provocation’”"),
        ("“There were no such “agreements,””", "“There were no such ‘agreements,’”"),
        ("““agreements,”” … “those “drafts””", "“‘agreements,’” … “those ‘drafts’”"),
        ("Quill “said” (at a distance): “carts”", "Quill “said” (at a distance): “carts”"),
        (
            "the `carts` of [Lower](https://example.org/a) [well_2-40]",
            "the carts of Lower [well_2-40]",
        ),
        ('a "cart" outside', 'a "cart" outside'),
        ("a mark that” nothing opens", "a mark that” nothing opens"),
    ],
)
def test_running_text_has_no_markup_and_nested_quotation_marks(text: str, printed: str) -> None:
    """Catch Markdown, doubled quotation marks, and a text changed that has neither."""
    assert format_running_text(text) == printed
