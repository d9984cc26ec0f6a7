"""Quotations: the stretches of a text between a pair of quotation marks.

Which marks make a pair, and which are apostrophes, too, is said by the rules of the language. A quotation
runs over line breaks, and over the end of a paragraph where the next opens with its mark again or goes on in
lower case. A mark that finds no partner is none. Quotations within a quotation belong to it.
"""

import re
from collections.abc import Iterator
from typing import NamedTuple

from istanbul_talks.text.printed_numbers import Forms

PARAGRAPH_END = r"\n\s*\n\s*"
DECADE = r"\d\ds"
MAX_INDENT = 100
"""Characters before a mark of which one that is no space shows that it does not begin a line."""


class QuotationRules(NamedTuple):
    """Pairs of marks, each of two characters; which are apostrophes, too, and where they are that."""

    quotation_marks: tuple[str, ...]
    apostrophes: tuple[str, ...]
    letters_before_apostrophes: tuple[str, ...]
    words_after_apostrophes: tuple[str, ...]


def select_quotation_rules(forms: Forms) -> QuotationRules:
    """Return the rules among all forms of a language."""
    return QuotationRules(*(tuple(forms[kind]) for kind in QuotationRules._fields))


def find_quotations(text: str, rules: QuotationRules) -> list[tuple[int, int]]:
    """Return where quotations start and end, marks included, in order; none lies within another."""
    return [(start, end) for start, end in _QuotationScanner(text, rules).scan() if end]


def find_unclosed_marks(text: str, rules: QuotationRules) -> list[int]:
    """Return where marks stand that open or close a quotation and have no partner, in order."""
    return [start for start, end in _QuotationScanner(text, rules).scan() if not end]


class _QuotationScanner:
    """Goes from mark to mark through a text."""

    def __init__(self, text: str, rules: QuotationRules) -> None:
        self._text = text
        self._apostrophes = frozenset(rules.apostrophes)
        self._possessives = rules.letters_before_apostrophes
        elided = "|".join([DECADE, *map(re.escape, rules.words_after_apostrophes)])
        self._elided = re.compile(rf"(?:{elided})\b")
        self._partners: dict[str, str] = {}
        for pair in rules.quotation_marks:
            self._partners[pair[0]] = self._partners.get(pair[0], "") + pair[1]
        stops = "|".join([PARAGRAPH_END, *map(re.escape, "".join(rules.quotation_marks))])
        self._stops = [stop.span() for stop in re.finditer(stops, text)]
        self._unclosed = dict.fromkeys(self._partners, 0)
        """Up to where each opening mark is known to have no partner."""

    def scan(self) -> Iterator[tuple[int, int | None]]:
        """Yield where quotations that are not within another start and end; None where one has no end."""
        number = 0
        while number < len(self._stops):
            start, end = self._stops[number][0], None
            if self._opens(start):
                end = self._find_end(number)
                yield start, end and self._stops[end][1]
            elif self._closes_nothing(start):
                yield start, None
            number = (end or number) + 1

    def _find_end(self, number: int) -> int | None:
        """Return the number of the mark that closes a quotation; None if there is none."""
        start, possible = self._stops[number][0], None
        opening = self._text[start]
        if start < self._unclosed[opening]:
            return None
        for later in range(number + 1, len(self._stops)):
            place = self._stops[later][0]
            if self._text[place] in self._partners[opening] and self._closes(place):
                if not self._may_be_possessive(place):
                    return later
                possible = possible or later
            elif self._interrupts(self._stops[later], opening):
                self._unclosed[opening] = place
                return possible
        self._unclosed[opening] = len(self._text)
        return possible

    def _opens(self, place: int) -> bool:
        """Return whether a mark may open a quotation; one that may close it, too, stands before a word."""
        mark = self._text[place]
        if mark not in self._apostrophes and mark not in self._partners.get(mark, ""):
            return mark in self._partners
        before, after = self._get_neighbours(place)
        elided = mark in self._apostrophes and self._elided.match(self._text, place + 1)
        return mark in self._partners and not (before.isalnum() or after.isspace() or elided)

    def _closes(self, place: int) -> bool:
        """Return whether a mark may close a quotation; one that may open it, too, stands behind a word."""
        mark = self._text[place]
        before, after = self._get_neighbours(place)
        if mark in self._apostrophes:
            return not (before.isspace() or after.isalnum())
        return mark not in self._partners or not (before.isspace() and after.isalnum())

    def _closes_nothing(self, place: int) -> bool:
        """Return whether a mark outside quotations closes one: no apostrophe, nor a measure in inches."""
        mark = self._text[place]
        return mark not in self._apostrophes and mark != "\n" and not self._get_neighbours(place)[0].isdigit()

    def _may_be_possessive(self, place: int) -> bool:
        """Return whether a mark may be the apostrophe of a word before another: the states' borders."""
        before = self._text[place - 1]
        return (
            self._text[place] in self._apostrophes
            and before in self._possessives
            and bool(re.compile(r"\s\w").match(self._text, place + 1))
        )

    def _interrupts(self, stop: tuple[int, int], opening: str) -> bool:
        """Return whether a quotation cannot go on here: another opens, or a paragraph ends."""
        start, end = stop
        mark, after = self._text[start], self._text[end : end + 1]
        if mark == "\n":
            return after != opening and not after.islower()
        before = self._text[max(start - MAX_INDENT, 0) : start].rpartition("\n")[2]
        return mark == opening and self._opens(start) and bool(before.strip())

    def _get_neighbours(self, place: int) -> tuple[str, str]:
        """Return the characters before and after a mark; white space at the ends of the text."""
        return self._text[place - 1 : place] or " ", self._text[place + 1 : place + 2] or " "
