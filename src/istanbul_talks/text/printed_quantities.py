"""Quantities as a text prints them: a number or a range, and how the true amount compares with it.

Which words compare is data of a language: the section `comparators` of seeds/languages/*.yaml.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from fractions import Fraction
from itertools import pairwise
from typing import NamedTuple

from istanbul_talks.text.printed_numbers import (
    HYPHEN,
    Forms,
    NumberRules,
    PrintedNumber,
    Token,
    Values,
    invert,
    split_words,
)

REACH = 4
"""How many words may stand between a comparator and its number: more than the agreed 300."""

UNSAID = frozenset({"=", "<=", ">="})
"""What a number may be taken for where no words compare: a limit is often said elsewhere."""

AT_LEAST = frozenset({">", ">="})
"""What words such as dozens say."""

TOLERANCE = Fraction(1, 200)
"""By how much a value may differ from a third and its like, which no decimals give."""

ENDS_OF_REACH = frozenset(".,;:()")

Phrases = Mapping[tuple[str, ...], list[str]]


class PrintedQuantity(NamedTuple):
    """What words can mean: the comparators that fit, the values, and in a range the upper values."""

    tokens: range
    values: Values
    upper: Values | None
    comparators: frozenset[str]
    vague: bool = False

    def allows(self, comparator: str, value: Fraction, upper: Fraction | None) -> bool:
        """Return whether it can be coded so; dozens are at least two of them, too."""
        values = self.values
        if self.vague and comparator == ">=":
            values |= {2 * least for least in values}
        if comparator not in self.comparators or not _contains(values, value):
            return False
        if self.upper is None or upper is None:
            return self.upper is None and upper is None
        return _contains(self.upper, upper)

    def __str__(self) -> str:
        ends = [
            " or ".join(_format(end) for end in sorted(values))
            for values in (self.values, self.upper)
            if values
        ]
        signs = "" if self.comparators == UNSAID else "/".join(sorted(self.comparators)) + " "
        return signs + " to ".join(ends)


class QuantityRules:
    """What a language has for quantities: the sections `numbers` and `comparators` of its file."""

    def __init__(self, forms: Forms) -> None:
        self.numbers = NumberRules(forms)
        self._before, self._directly_before, self._after = (
            {split_words(form): signs for form, signs in invert(forms[kind]).items()}
            for kind in ("comparators_before", "comparators_directly_before", "comparators_after")
        )
        self._ranges = {HYPHEN, *forms["ranges"]}
        self._openings: Mapping[str, Sequence[str]] = forms["ranges_between"]
        self._shares = [split_words(words) for words in forms["shares"]]

    def read(self, words: str) -> list[PrintedQuantity]:
        """Return every quantity that words can mean, in order."""
        return self.read_tokens(self.numbers.split(words))

    def read_tokens(self, tokens: Sequence[Token]) -> list[PrintedQuantity]:
        """Return every quantity that the tokens of words can mean, in order."""
        forms = [token.form for token in tokens]
        numbers = list(self._merge_sums(forms, list(self.numbers.find_numbers(tokens))))
        numbers = numbers or list(self._find_weak(forms))
        quantities = list(self._merge_ranges(forms, numbers))
        gaps = _cut_gaps(forms, [quantity.tokens for quantity in quantities])
        compared = [self._compare(*quantity) for quantity in zip(quantities, gaps, gaps[1:], strict=False)]
        return [*compared, *self._find_shares(forms, numbers)]

    def begins_with_number(self, words: str) -> bool:
        """Return whether the first of some words belongs to a number."""
        first = next(self.numbers.find_numbers(self.numbers.split(words)), None)
        return first is not None and first.tokens.start == 0

    def find_comparators_before(self, words: str) -> tuple[frozenset[str], frozenset[str]]:
        """Return what words right before a number compare it by: what they must mean, and what they may."""
        before = self._skip_to_number([token.form for token in self.numbers.split(words)])[-REACH * 2 :]
        must, may = (
            _match(phrases, before, at_end=True) for phrases in (self._before, self._directly_before)
        )
        return frozenset(must), frozenset(may)

    def _find_weak(self, forms: Sequence[str]) -> Iterator[PrintedNumber]:
        """Yield the words that are numbers where there is no other."""
        for place, form in enumerate(forms):
            if form in self.numbers.weak:
                scales = self.numbers.read_scales(forms, place + 1)
                values = frozenset(self.numbers.weak[form] * scale for scale in scales)
                yield PrintedNumber(range(place, place + 1), values)

    def _merge_ranges(
        self, forms: Sequence[str], numbers: Sequence[PrintedNumber]
    ) -> Iterator[PrintedQuantity]:
        """Yield the numbers in order, the two ends of a range as one."""
        place = 0
        while place < len(numbers):
            pair = numbers[place : place + 2]
            values = self._read_range(forms, *pair) if len(pair) == 2 else None  # noqa: PLR2004
            if values:
                tokens = range(pair[0].tokens.start, pair[1].tokens.stop)
                yield PrintedQuantity(tokens, *values, UNSAID)
            else:
                number = numbers[place]
                yield PrintedQuantity(number.tokens, number.values, None, UNSAID, number.vague)
            place += 2 if values else 1

    def _read_range(
        self, forms: Sequence[str], first: PrintedNumber, last: PrintedNumber
    ) -> tuple[Values, Values] | None:
        """Return both ends of a range that two numbers make; None if they make none."""
        between = [
            form for form in forms[first.tokens.stop : last.tokens.start] if form.isalpha() or form == HYPHEN
        ]
        opening = forms[first.tokens.start - 1] if first.tokens.start else ""
        spread = bool(between) and opening in self._openings.get(between[-1], ())
        joined = len(between) == 1 and between[0] in self._ranges
        if not (joined or (spread and len(between) <= REACH)):
            return None
        lower = _scale(first, last) or {value for value in first.values if value < max(last.values)}
        return (frozenset(lower), last.values) if lower else None

    def _compare(
        self, quantity: PrintedQuantity, before: Sequence[str], after: Sequence[str]
    ) -> PrintedQuantity:
        """Return a quantity with the comparators that the words around it say."""
        said = {
            *_match(self._before, _cut_reach(before[::-1])[::-1]),
            *_match(self._directly_before, self._skip_to_number(before)[-REACH * 2 :], at_end=True),
            *_match(self._after, _cut_reach(after)),
        }
        if quantity.vague:
            said |= AT_LEAST
        nearby = _match(self._directly_before, _cut_reach(before[::-1])[::-1])
        return quantity._replace(comparators=frozenset(said or UNSAID.union(nearby)))

    def _skip_to_number(self, before: Sequence[str]) -> Sequence[str]:
        """Return the words before a number without the articles and signs (a currency's) right before it."""
        end = len(before)
        while end and (before[end - 1] in self.numbers.articles or not before[end - 1].isalpha()):
            end -= 1
        return before[:end]

    def _find_shares(
        self, forms: Sequence[str], numbers: Sequence[PrintedNumber]
    ) -> Iterator[PrintedQuantity]:
        """Yield the share that two numbers give: four out of five."""
        for part, whole in pairwise(numbers):
            if tuple(forms[part.tokens.stop : whole.tokens.start]) in self._shares:
                values = frozenset(a / b for a in part.values for b in whole.values if 0 < a < b)
                yield PrintedQuantity(range(part.tokens.start, whole.tokens.stop), values, None, UNSAID)

    def _merge_sums(self, forms: Sequence[str], numbers: Sequence[PrintedNumber]) -> Iterator[PrintedNumber]:
        """Yield the numbers, as one a number and the fraction behind its unit: a year and a half."""
        whole = None
        for number in numbers:
            unit = number.tokens.start - 2
            joined = unit > 0 and forms[unit + 1] in self.numbers.joints
            if joined and whole is None and forms[unit - 1] in self.numbers.weak:
                whole = PrintedNumber(range(unit - 1, unit), frozenset([self.numbers.weak[forms[unit - 1]]]))
            if joined and whole and whole.tokens.stop == unit and min(number.values) < 1:
                values = frozenset(a + b for a in whole.values for b in number.values if b < 1)
                yield PrintedNumber(range(whole.tokens.start, number.tokens.stop), values)
                whole = None
                continue
            if whole:
                yield whole
            whole = number
        if whole:
            yield whole


def _scale(first: PrintedNumber, last: PrintedNumber) -> set[Fraction]:
    """Return the first end of a range with the factor that is printed behind the last: 5 to 7 million."""
    ambiguous = len(last.values) > 1
    factors = {Fraction(last.multiplier), *last.scales} if ambiguous else {Fraction(last.multiplier)}
    scaled = {value * factor for value in first.values for factor in factors if first.multiplier == 1}
    return {value for value in scaled if value < max(last.values)}


def _cut_gaps(forms: Sequence[str], spans: Sequence[range]) -> list[Sequence[str]]:
    """Return what stands before, between and after some spans."""
    stops, starts = [0, *(span.stop for span in spans)], [*(span.start for span in spans), len(forms)]
    return [forms[stop:start] for stop, start in zip(stops, starts, strict=True)]


def _cut_reach(gap: Sequence[str]) -> Sequence[str]:
    """Return the words next to a number that its comparator may be among, with room for one of several."""
    end = next((place for place, form in enumerate(gap) if form in ENDS_OF_REACH), len(gap))
    return gap[:end][: 2 * REACH]


def _match(phrases: Phrases, words: Sequence[str], *, at_end: bool = False) -> Iterator[str]:
    """Yield the comparators of the phrases in words; of two that begin at one word the longer counts."""
    place, longest = 0, max(map(len, phrases), default=0)
    while place < len(words):
        found = (tuple(words[place : place + length]) for length in range(longest, 0, -1))
        phrase = next((one for one in found if one in phrases), ())
        stop = place + max(len(phrase), 1)
        if phrase and (stop == len(words) or not at_end):
            yield from phrases[phrase]
        place = stop


def _contains(values: Iterable[Fraction], value: Fraction) -> bool:
    return any(known == value or _is_rounded(known, value) for known in values)


def _is_rounded(known: Fraction, value: Fraction) -> bool:
    """Whether a value stands for one that no decimals give."""
    rest = known.denominator
    for prime in (2, 5):
        while rest % prime == 0:
            rest //= prime
    return rest > 1 and abs(known - value) < TOLERANCE


def _format(value: Fraction) -> str:
    return f"{int(value):,}" if value.denominator == 1 else f"{float(value):g}"
