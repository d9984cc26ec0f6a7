"""Tests of the context of a quote: whole words and links, only where the words stand more than once."""

import pytest

from pipeline.rows.quote_contexts import QuoteContexts
from pipeline.source_text import SourceText, Span


@pytest.mark.parametrize(
    ("text", "context"),
    [
        ("The mill «stands».", ("The mill ", ".")),
        ("In Lowerton, where the lane begins, it «stands».", ("where the lane begins, it ", ".")),
        ("It «stands» by the lane that leads down to Lowerton.", ("It ", " by the lane that leads down to")),
        ("First.\n\nIt «stands»\n\n## Why", ("First.\n\nIt ", "\n\n## Why")),
        ("«stands» by [the lane that leads down to Lowerton](#) now", (None, " by")),
        ("The [mill «stands»](#).", ("The [mill ", "](#).")),
        ("[the mill one sees](#), «stands» now", ("[the mill one sees](#), ", " now")),
        (
            "[The mill that one can see from here «stands»](#).",
            ("[The mill that one can see from here ", "](#)."),
        ),
        (
            "The mill [«stands»](https://example.org/a-long-address).",
            ("The mill [", "](https://example.org/a-long-address)."),
        ),
        ("*“It «stands», I say,” the miller has* said so", ("*“It ", ", I say,” the miller has* said")),
        (
            "Hereabouts-there-has-always-been-a-mill-that-«stands».",
            ("Hereabouts-there-has-always-been-a-mill-that-", "."),
        ),
    ],
)
def test_a_context_divides_no_word_and_no_link(text: str, context: tuple[str | None, str | None]) -> None:
    before, words, after = text.replace("»", "«").split("«")
    again = "\n\nHe under\u00adstands.\n" + "\n" * 70
    around = SourceText(again + before + words + after + "\n" * 70)
    span = Span(len(again + before), len(again + before + words))
    assert QuoteContexts(around).find(span) == context


def test_words_that_stand_once_need_no_context() -> None:
    contexts = QuoteContexts(SourceText("The mill “stands”, and a mill--the first--stood."))
    assert contexts.find(Span(10, 16)) == contexts.find(Span(9, 17)) == (None, None)
    assert contexts.find(Span(4, 8)) == ("The ", " “stands”, and a mill--the")
