"""A language that has no forms of a kind: nothing is of that kind, and nothing breaks."""

from istanbul_talks.text.language_forms import gather_forms
from istanbul_talks.text.printed_dates import CalendarRules
from istanbul_talks.text.printed_numbers import NumberRules
from istanbul_talks.text.printed_quantities import QuantityRules
from istanbul_talks.text.quotations import QuotationRules, find_quotations

NOTHING = gather_forms([])


def test_a_language_without_forms_has_numbers_in_figures_only() -> None:
    words = "On 15 May two of 1.5 “carts” said."
    tokens = NumberRules(NOTHING).split(words)
    assert [token.form for token in tokens][1:8] == ["15", "may", "two", "of", "1", ".", "5"]
    assert list(CalendarRules(NOTHING).find_dates(words)) == []
    assert find_quotations(words, QuotationRules((), (), (), ())) == []
    assert [str(quantity) for quantity in QuantityRules(NOTHING).read("15 of two")] == ["15"]


def test_endings_and_words_with_an_apostrophe_are_no_patterns() -> None:
    CalendarRules(gather_forms([("ordinal_endings", None, "(")]))
    assert find_quotations("'(x)'", QuotationRules(("''",), ("'",), (), ("(",))) == []
