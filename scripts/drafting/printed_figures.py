"""Dates and quantities as an article prints them, read by the rules of its language."""

import re
from collections.abc import Collection, Iterable
from fractions import Fraction
from typing import NamedTuple

from drafting.coded_articles import Article
from istanbul_talks.text.printed_dates import YEAR, CalendarRules
from istanbul_talks.text.printed_quantities import PrintedQuantity, QuantityRules
from pipeline.source_text import Span, find_words

BARE_YEAR = re.compile(rf"(?<![/-]){YEAR}(?![/-])\w*")
MARK = re.compile(r"\[\d+\]|\]\([^)\s]*\)|<[^>\s]*>|^\d+[.)]", re.MULTILINE)
"""What holds numbers that count nothing: a footnote mark, an address, the number of an item."""


class PrintedDate(NamedTuple):
    """A date, and its EDTF where it is printed whole: else what is printed of it."""

    span: Span
    edtf: str
    whole: bool


class PrintedAmount(NamedTuple):
    """A quantity: its place, comparator and value, and the word behind it."""

    span: Span
    comparator: str
    value: float | int
    upper: float | int | None
    unit: str


def find_dates(article: Article) -> list[PrintedDate]:
    """Return the dates of an article in order, with the years that stand alone."""
    rules, text = CalendarRules(article.forms), article.text.characters
    dates = [Span(*span) for span in rules.find_dates(text)]
    years = [Span(*found.span()) for found in BARE_YEAR.finditer(text)]
    marks = [Span(*mark.span()) for mark in MARK.finditer(text)]
    found = [*dates, *_leave_out(years, dates)]
    return [_read_date(span, article.text[span], rules) for span in sorted(_leave_out(found, marks))]


def _read_date(span: Span, words: str, rules: CalendarRules) -> PrintedDate:
    """Return a date with its EDTF: a year, and in it a season, a month or a day of a month."""
    years, months, days, seasons = (
        sorted(find(words))
        for find in (rules.find_years, rules.find_months, rules.find_days, rules.find_seasons)
    )
    parts = [part for part in (years, seasons or months, days if months else []) if part]
    edtf = "-".join(f"{part[0]:02}" for part in parts)
    decade = BARE_YEAR.fullmatch(words) and not words.isdecimal()
    single = all(len(part) == 1 for part in parts) and not decade
    return PrintedDate(span, edtf if single else "", bool(years) and single)


def find_amounts(article: Article, taken: Iterable[Span], uncounted: Collection[str]) -> list[PrintedAmount]:
    """Return the quantities of an article in order, but one, ordinals, and those in places that are taken.

    What stands in a word that is `uncounted`, since coded articles print it and never count with it, is none.
    """
    rules, text = QuantityRules(article.forms), article.text.characters
    tokens = rules.numbers.split(text)
    marks, found = [*taken, *(Span(*mark.span()) for mark in MARK.finditer(text))], []
    for quantity in rules.read(text):
        span = Span(tokens[quantity.tokens.start].start, tokens[quantity.tokens.stop - 1].end)
        forms = {tokens[place].form for place in quantity.tokens}
        is_ordinal = not forms.isdisjoint(rules.numbers.ordinals) and max(quantity.values) > 1
        if (
            quantity.values != {1}
            and not is_ordinal
            and forms.isdisjoint(uncounted)
            and _leave_out([span], marks)
        ):
            found.append(_read_amount(span, quantity, article, rules))
    return found


def _read_amount(
    span: Span, quantity: PrintedQuantity, article: Article, rules: QuantityRules
) -> PrintedAmount:
    said = sorted(quantity.comparators, key=lambda comparator: (len(comparator), comparator))
    comparator = "=" if "=" in said else said[0]
    unit = next(find_words(article.text.characters, span.end, len(article.text)), span)
    upper = _to_number(min(quantity.upper)) if quantity.upper else None
    around = span if comparator == "=" else _add_comparator(span, comparator, article, rules)
    return PrintedAmount(around, comparator, _to_number(min(quantity.values)), upper, article.text[unit])


def _add_comparator(span: Span, comparator: str, article: Article, rules: QuantityRules) -> Span:
    """Return a number with the fewest words before it, else behind it, that say how it compares."""
    sentence = article.sentences[article.find_sentence(span)]
    before = [word.start for word in article.words if sentence.start <= word.start < span.start]
    after = [word.end for word in article.words if span.end < word.end <= sentence.end]
    wider = [Span(start, span.end) for start in reversed(before)] + [Span(span.start, end) for end in after]
    said = (around for around in wider if _says(rules.read(article.text[around]), comparator))
    return next(said, span)


def _says(quantities: list[PrintedQuantity], comparator: str) -> bool:
    return (
        len(quantities) == 1
        and comparator in quantities[0].comparators
        and "=" not in quantities[0].comparators
    )


def _to_number(value: Fraction) -> float | int:
    return int(value) if value.denominator == 1 else float(value)


def _leave_out(spans: Iterable[Span], others: Iterable[Span]) -> list[Span]:
    known = list(others)
    return [span for span in spans if not any(span.touches(other) for other in known)]
