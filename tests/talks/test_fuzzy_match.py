"""What a copy has in place of a quote: at the limits of likeness, margin and place."""

import pytest

from istanbul_talks.reanchor.fuzzy_match import suggest_match
from istanbul_talks.reanchor.token_agreement import TokenAgreement

BEFORE, AFTER = "once upon a day", "said the old miller"
EXACT = {"not", "five", "six"}
WELL = "we share the well"
LETTERS = "a b c d e f g h i j"


@pytest.mark.parametrize(
    ("quote", "printed", "told"),
    [
        (WELL, "we share a well", ("we share a well", 0.75, None)),
        (WELL, "we keep a well", None),
        (WELL, "we share the well not", (WELL, 1, None)),
        (WELL, "WE SHARE THE WELL", ("WE SHARE THE WELL", 1, None)),
        (WELL, "today we share a well at dawn", ("we share a well", 0.75, None)),
        (WELL, "we share a well or we share a well", None),
        (WELL, "we share the big well", ("we share the big well", 0.89, None)),
        (WELL, "", None),
        (WELL, "they share the well", ("they share the well", 0.75, None)),
        (WELL, "today they share the well", ("they share the well", 0.75, None)),
        ("we share five wells", "we share six wells", ("we share six wells", 0.75, "five → six")),
        ("we share 12 wells", "we share 13 wells", ("we share 13 wells", 0.75, "12 → 13")),
        ("we do share wells", "we do not share wells", ("we do not share wells", 0.89, "nothing → not")),
        (LETTERS, "a b c d e f g x y z", ("a b c d e f g x y z", 0.7, None)),
        (LETTERS, "a b c d e f x y z w", None),
        (WELL, f"{'x ' * 28}we share a well", ("we share a well", 0.75, None)),
        (WELL, f"{'x ' * 29}we share a well", None),
    ],
)
def test_the_likest_words_between_those_that_agree_are_suggested(
    quote: str, printed: str, told: tuple[str, float, str | None] | None
) -> None:
    """Catch words that are too little alike, one of two that are alike, a number that changed unseen."""
    agreement = TokenAgreement(f"{BEFORE} {quote} {AFTER}", f"{BEFORE} {printed} {AFTER}")
    tokens = agreement.article.find_inside(len(BEFORE) + 1, len(BEFORE) + 1 + len(quote))
    found = suggest_match(agreement, tokens, EXACT)
    words = " ".join(agreement.copy.keys[i] for i in found.tokens) if found else ""
    assert (found and (words, round(found.likeness, 2), found.change)) == told
