"""Splits a text into sentences, headings and list items that cover it without a gap.

For edited prose and light Markdown in any script: a line is joined with the next only where that goes on in
lower case, and within a line a sentence ends at a full stop, question or exclamation mark (with the closing
marks and footnote numbers behind it) before white space and a new beginning: what is not lower case, after
opening marks or a dash. Which full stops end no sentence is said by the rules of the language. White space
belongs to the sentence before it.
"""

import re
from collections.abc import Iterable
from functools import cache
from itertools import pairwise
from typing import NamedTuple
from unicodedata import category

from istanbul_talks.text.folding import DASHES, QUOTATION_MARKS, list_invisible
from istanbul_talks.text.printed_numbers import Forms

LINE = re.compile(r"^[^\S\n]*(\S)([.)]\s)?.*$", re.MULTILINE)
"""A line with its first sign, and what makes that the letter of an item of a list."""

LIST_NUMBER = re.compile(r"(?:^|[:;]\s)\W*(?:\d{1,2}(?:\.\d{1,2})*|\w|[IVX]+)\.$")
"""What is before and at a full stop, where that makes the number or letter of an item of a list."""


REACH = 100  # characters before a full stop that decide whether it ends a sentence
INITIAL = r"[^\W\d_a-z]\."


Span = tuple[int, int]


class SentenceRules(NamedTuple):
    """Full stops that end no sentence: never, before a number, or unless an opener follows."""

    abbreviations: tuple[str, ...]
    abbreviations_before_numbers: tuple[str, ...]
    abbreviations_that_may_end: tuple[str, ...]
    sentence_openers: tuple[str, ...]


def select_sentence_rules(forms: Forms) -> SentenceRules:
    """Return the rules among all forms of a language."""
    return SentenceRules(*(tuple(forms[kind]) for kind in SentenceRules._fields))


class _Stops(NamedTuple):
    """Full stops at the end of a text that end no sentence: always, before a number, before no opener."""

    always: re.Pattern[str]
    before_numbers: re.Pattern[str]
    before_others: re.Pattern[str]
    openers: frozenset[str]


def split_sentences(characters: str, rules: SentenceRules) -> list[Span]:
    """Return the spans of the sentences in order; together they cover all characters."""
    stops, ends = _compile_stops(rules), _compile_ends(list_invisible(characters))
    lines = _find_lines(characters)
    starts = [start for line in lines for start in _find_starts(characters, line, stops, ends)]
    return [span for span in pairwise([0, *sorted(starts)[1:], len(characters)]) if span[0] < span[1]]


def _find_lines(characters: str) -> list[Span]:
    return [line.span() for line in LINE.finditer(characters) if line[2] or not line[1].islower()]


def _find_starts(characters: str, line: Span, stops: _Stops, ends: re.Pattern[str]) -> list[int]:
    """Return where the sentences of one line begin."""
    starts = [line[0]]
    for end in ends.finditer(characters, *line):
        before = characters[max(starts[-1], end.start() - REACH) : end.start() + 1]
        if _is_beginning(end[1][0]) and not _goes_on(before, end[1], stops):
            starts.append(end.end())
    return starts


def _is_beginning(sign: str) -> bool:
    """Return whether a sentence may begin with a sign: a letter not in lower case, a number, a symbol."""
    return category(sign)[0] in "LNS" and not sign.islower()


def _goes_on(before: str, word: str, stops: _Stops) -> bool:
    """Return whether a sentence goes on with a word behind the full stop of an abbreviation or a number."""
    return bool(
        stops.always.search(before)
        or (word[0].isdigit() and stops.before_numbers.search(before))
        or (word not in stops.openers and stops.before_others.search(before))
        or LIST_NUMBER.search(before)
    )


@cache
def _compile_ends(invisible: str) -> re.Pattern[str]:
    """Return a pattern of an end with the white space after it, and the word behind it."""
    marks = rf"{QUOTATION_MARKS}'*_{invisible}"
    opening = rf"(?:[{marks}(\[¿¡]\s?|[-{DASHES}]\s*)*"
    return re.compile(rf"(?:[.?!]|(?<=\w)…)[{marks})\]]*(?:\[\d+\])*\s+(?={opening}(\S\w*\.?))")


@cache
def _compile_stops(rules: SentenceRules) -> _Stops:
    return _Stops(
        always=_match_endings(rules.abbreviations),
        before_numbers=_match_endings(rules.abbreviations_before_numbers),
        before_others=_match_endings(rules.abbreviations_that_may_end, INITIAL),
        openers=frozenset(rules.sentence_openers),
    )


def _match_endings(abbreviations: Iterable[str], *patterns: str) -> re.Pattern[str]:
    """Return a pattern of a text that ends in one of these; of none, where there are none."""
    return re.compile(rf"(?<!\w)(?:{'|'.join([*map(re.escape, abbreviations), *patterns]) or '(?!)'})$")
