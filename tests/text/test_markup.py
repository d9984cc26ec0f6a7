"""Tests of what is markup in the text of an article."""

import pytest

from istanbul_talks.text.markup import find_markup, strip_markup


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("No signs at all: 3 * 4, a_b, [1] and #5.", "No signs at all: 3 * 4, a_b, [1] and #5."),
        ("Quill [said](#) so, Otter [did](https://mill.example/a) not.", "Quill said so, Otter did not."),
        ("# A heading\n## Another\nNo. # three", "A heading\nAnother\nNo. # three"),
        ("**Related:** [The **old** mill](#)", "Related: The old mill"),
        (
            "*The mill contributed.*\n<https://mill.example/a-b>",
            "The mill contributed.\nhttps://mill.example/a-b",
        ),
        (
            "2 * 3 * 4, a*b*c, * a list\n* of two, 1 < 2 > 0",
            "2 * 3 * 4, a*b*c, * a list\n* of two, 1 < 2 > 0",
        ),
        ("the mill.[1] (see below) [no link] (x)", "the mill.[1] (see below) [no link] (x)"),
        ("[open (#) and [cut](# off", "[open (#) and [cut](# off"),
        ("", ""),
    ],
)
def test_words_are_left_over_without_their_markup(text: str, words: str) -> None:
    spans = list(find_markup(text))
    assert spans == sorted(spans)
    assert strip_markup([text]) == [words]
