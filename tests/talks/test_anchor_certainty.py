"""When words of a copy are surely a quote, at the limits of each rule: with one token fewer they are not."""

import pytest

from istanbul_talks.reanchor.anchor_certainty import is_sure
from istanbul_talks.reanchor.token_agreement import Context, TokenAgreement
from istanbul_talks.reanchor.token_alignment import Block, align_tokens
from istanbul_talks.text import GAP


def find_block(agreement: TokenAgreement, article: str, quote: str) -> Block:
    """Return the tokens of a quote, which stands once, with those of the copy."""
    start = article.index(quote)
    block = agreement.find_counterpart(agreement.article.find_inside(start, start + len(quote)))
    assert block
    return block


def judge(article: str, copy: str, quote: str = "Q", sentence: str = "") -> bool:
    """Tell whether the quote is sure, and repeated where its sentence is given."""
    agreement = TokenAgreement(article, copy)
    start = article.index(sentence or quote)
    tokens = agreement.article.find_inside(start, start + len(sentence or quote))
    block = find_block(agreement, article, quote)
    return is_sure(agreement, block, tokens, is_repeated=bool(sentence))


def write_words(letter: str, number: int) -> str:
    return " ".join(f"{letter}{place}" for place in range(number))


def write_passage(before: int, quote: str, after: int) -> str:
    """Return a quote between so many words, each of them once."""
    return f"{write_words('b', before)} {quote} {write_words('a', after)}"


@pytest.mark.parametrize(
    ("before", "length", "after", "sure"),
    [(2, 1, 2, True), (2, 1, 1, False), (1, 3, 1, True), (1, 2, 1, False), (0, 1, 4, True), (3, 1, 0, False)],
)
def test_five_tokens_agree_with_those_around(before: int, length: int, after: int, *, sure: bool) -> None:
    quote = write_words("q", length)
    passage = write_passage(before, quote, after)
    assert judge(f"old {passage} older", f"new {passage} newer", quote) is sure


@pytest.mark.parametrize(("agreeing", "sure"), [(2, False), (7, False), (8, True), (9, True)])
@pytest.mark.parametrize("second", ["Q", "x Q", "Q x", "x Q x"])
def test_the_same_words_beside_a_place_are_told_apart_by_eight_tokens(
    agreeing: int, second: str, *, sure: bool
) -> None:
    ahead, behind = write_passage(9, "Q", agreeing), write_passage(agreeing, "Q", 9)
    assert judge(f"old {ahead} older", f"new {ahead} {second}") is sure
    assert judge(f"old {ahead} {second}", f"new {ahead} newer") is sure
    assert judge(f"old {behind} older", f"{second} {behind} newer") is sure


@pytest.mark.parametrize(
    ("agreeing", "length", "sure"), [(2, 4, True), (2, 5, False), (3, 5, True), (0, 5, False)]
)
def test_a_gap_beside_a_place_hides_what_is_as_long(agreeing: int, length: int, *, sure: bool) -> None:
    ahead, behind = write_passage(9, "quote", agreeing), write_passage(agreeing, "quote", 9)
    assert judge(f"old {ahead} {GAP * length} older", f"new {ahead} newer", "quote") is sure
    assert judge(f"old {GAP * length} {behind} older", f"new {behind} newer", "quote") is sure


@pytest.mark.parametrize(
    ("before", "after", "gap", "sure"),
    [(6, 6, GAP, True), (5, 6, GAP, False), (6, 5, GAP, False), (5, 5, "", True), (0, 0, GAP, False)],
)
def test_a_repeated_sentence_agrees_beyond_its_ends(before: int, after: int, gap: str, *, sure: bool) -> None:
    """Catch a place that may be the repetition's, since a gap may hide the sentence itself."""
    sentence = "s0 s1 s2 s3 s4 Q s5 s6 s7 s8 s9"
    passage = f"{write_words('b', max(before - 5, 0))} {sentence} {write_words('a', max(after - 5, 0))}"
    article = f"old {passage} older {gap} oldest"
    assert judge(article, f"new {passage} newer", sentence=sentence) is sure


@pytest.mark.parametrize(("shared", "sure"), [(0, True), (7, True), (8, False), (9, False)])
def test_a_second_place_with_eight_of_the_tokens_around_is_a_rival(shared: int, *, sure: bool) -> None:
    passage = write_passage(9, "Q", 9)
    twin = " ".join(write_words("b", 9).split()[9 - shared :])
    assert judge(f"old {passage} older", f"new {passage} newer {twin} Q newest") is sure


@pytest.mark.parametrize(("around", "shared", "sure"), [(4, 3, True), (4, 4, False), (3, 3, False)])
def test_a_second_place_with_half_of_the_tokens_around_is_a_rival(
    around: int, shared: int, *, sure: bool
) -> None:
    """The words between keep the second place from those that are only put in beside the first."""
    passage, between = write_passage(around, "Q", around), write_words("m", 9)
    twin = " ".join(write_words("b", around).split()[around - shared :])
    assert judge(f"old {passage} o {between} older", f"new {passage} n {between} {twin} Q newest") is sure


@pytest.mark.parametrize(
    ("article", "copy", "agreeing"),
    [
        ("one two Q three four", "one two Q three four", (60, 60)),
        ("old two Q three four", "new two Q three four", (1, 60)),
        ("one two Q three old", "one two Q three new", (60, 1)),
        ("one two Q three", "nought one two Q three", (2, 60)),
        (f"one {GAP * 20} two Q three", f"one {'x' * 27} two Q three", (60, 60)),
        (f"one {GAP * 20} two Q three", f"one {'x' * 28} two Q three", (1, 60)),
        (f"one {GAP * 20} two Q three", f"one {'x' * 13} two Q three", (60, 60)),
        (f"one {GAP * 20} two Q three", f"one {'x' * 12} two Q three", (1, 60)),
        (f"one two Q {GAP * 20} three", f"one two Q {'x' * 20} three", (60, 60)),
    ],
)
def test_tokens_agree_up_to_the_first_that_differ_and_over_gaps(
    article: str, copy: str, agreeing: tuple[int, int]
) -> None:
    """A gap agrees with what is as long, give or take a fifth of it and three characters."""
    agreement = TokenAgreement(article, copy)
    assert agreement.measure_context(find_block(agreement, article, "Q")) == agreeing


def test_a_context_is_further_where_it_is_on_either_side() -> None:
    assert Context(2, 3).total == 5
    assert Context(3, 1).exceeds(Context(2, 2))
    assert Context(1, 3).exceeds(Context(2, 2))
    assert not Context(2, 2).exceeds(Context(2, 2))


def test_no_token_agrees_with_two() -> None:
    """Catch words that are taken for a second place of the copy though they belong to a longer run before."""
    old, new = list("wxyzpqpQRS"), list("wxyzpQRS")
    assert align_tokens(old, new) == [Block(0, 0, 5), Block(7, 5, 3)]


@pytest.mark.parametrize(("gap", "found"), [(0, True), (20, True), (80, False)])
def test_a_moved_passage_is_none_where_a_gap_may_hold_its_like(gap: int, *, found: bool) -> None:
    first, last, moved = write_words("f", 12), write_words("l", 24), write_words("m", 12)
    article = f"{first} {GAP * gap} {last} {moved}"
    agreement = TokenAgreement(article, f"{first} {moved} {last}")
    start = article.index(moved)
    tokens = agreement.article.find_inside(start, start + len(moved))
    assert bool(agreement.find_counterpart(tokens)) is found
