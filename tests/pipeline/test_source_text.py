"""Finding words in a text: folding, positions, whole words and whole characters."""

import pytest

from pipeline.source_text import SourceText, Span


@pytest.mark.parametrize(
    ("text", "words", "found"),
    [
        ("Ada’s “well”", "Ada's 'well'", "Ada’s “well”"),
        ("a well – by day", "well - by day", "well – by day"),
        ("two  \n\n lines here", "two lines", "two  \n\n lines"),
        ("caf\u00e9 \u00abici\u00bb", '"ici"', "\u00abici\u00bb"),
        ("\U0001f33e then a well", "a well", "a well"),
    ],
)
def test_shapes_of_signs_and_white_space_may_differ(text: str, words: str, found: str) -> None:
    article = SourceText(text)
    assert [article[span] for span in article.find(words)] == [found]


def test_positions_count_code_points() -> None:
    assert SourceText("\U0001f33e\u00e9 well").find("well") == [Span(3, 7)]


def test_words_to_the_letter_go_before_other_shapes() -> None:
    assert SourceText("“well” and 'well'").find("'well'") == [Span(11, 17)]


@pytest.mark.parametrize(
    ("text", "words"),
    [("12 carts", "13 carts"), ("not by day", "by night"), ("Well", "well"), ("unwell", "well")],
)
def test_letters_and_numbers_must_match_and_words_be_whole(text: str, words: str) -> None:
    assert SourceText(text).find(words) == []


@pytest.mark.parametrize(
    ("text", "form", "found"),
    [
        ("UMEROV and Umerov spoke of umerov", "Umerov", ["UMEROV", "Umerov"]),
        (
            "Rustem UMEROV, RUSTEM\nUMEROV, rustem Umerov",
            "Rustem Umerov",
            ["Rustem UMEROV", "RUSTEM\nUMEROV"],
        ),
        (
            "Ume\u00adrov, UM\u200bEROV, \u2060Umerov\ufe0f",
            "Umerov",
            ["Ume\u00adrov", "UM\u200bEROV", "Umerov\ufe0f"],
        ),
        ("ŞİMŞEK, ŞIMŞEK; YILDIZ, ÉRIC, ПУТІН", "Şimşek", ["ŞİMŞEK", "ŞIMŞEK"]),
        ("ŞİMŞEK; YILDIZ", "Yıldız", ["YILDIZ"]),
        ("ÉRIC, E\u0301RIC, Eric", "Éric", ["ÉRIC", "E\u0301RIC"]),
        ("Зеленський, ЗЕЛЕНСЬКИЙ", "Зеленський", ["Зеленський", "ЗЕЛЕНСЬКИЙ"]),
        ("Give us the US, may May or MAY", "US", ["US"]),
        ("UMEROVA, un-UMEROV", "Umerov", ["UMEROV"]),
    ],
)
def test_a_name_is_found_in_capitals_and_with_invisible_marks(text: str, form: str, found: list[str]) -> None:
    article = SourceText(text)
    assert [article[span] for span in article.find_name(form)] == found


@pytest.mark.parametrize(
    ("text", "words", "cut"),
    [
        ("85,000 carts", "85", "word"),
        ("85,000 carts", "000 carts", "word"),
        ("well-made", "well", None),
        ("Ada’s", "Ada", None),
        ("cafe\u0301 open", "cafe", "character"),
        ("\U0001f469\u200d\U0001f33e here", "\U0001f469", "character"),
        ("\U0001f469\u200d\U0001f33e here", "\U0001f33e", "character"),
        ("cafe\u0301 open", "cafe\u0301", None),
    ],
)
def test_a_span_may_not_cut_a_word_a_number_or_a_character(text: str, words: str, cut: str | None) -> None:
    article = SourceText(text)
    (span,) = article.find_anywhere(words)
    assert article.find_cut(span) == cut


def test_within_limits_the_search_to_a_span() -> None:
    article = SourceText("a well, a well")
    assert article.find("well", Span(5, 14)) == [Span(10, 14)]
