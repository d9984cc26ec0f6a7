"""Tests of the context of a quote: whole words, whole links, and as much of them as fits."""

import pytest

from pipeline.rows.quote_contexts import QuoteContexts
from pipeline.source_text import SourceText, Span


@pytest.mark.parametrize(
    ("text", "context"),
    [
        ("The mill «stands».", ("The mill ", ".")),
        ("«stands»", (None, None)),
        ("In Lowerton, where the lane begins, it «stands».", ("where the lane begins, it ", ".")),
        ("It «stands» by the lane that leads down to Lowerton.", ("It ", " by the lane that leads down to")),
        ("First.\n\nIt «stands»\n\n## Why", ("First.\n\nIt ", "\n\n## Why")),
        ("a [mill that one can see from the lane](#), «stands»", (None, None)),
        ("«stands» by [the lane that leads down to Lowerton](#) now", (None, " by")),
        ("The [mill «stands»](#).", ("The [mill ", "](#).")),
        ("[The mill that one can see from the lane «stands»](#) now", (None, None)),
        ("*“It «stands», I say,” the miller has* said so", ("*“It ", ", I say,” the miller has* said")),
        ("Hereabouts-there-has-always-been-a-mill-that-«stands».", (None, None)),
    ],
)
def test_a_context_divides_no_word_and_no_link(text: str, context: tuple[str | None, str | None]) -> None:
    before, words, after = text.replace("»", "«").split("«")
    span = Span(len(before), len(before + words))
    assert QuoteContexts(SourceText(before + words + after)).find(span) == context
