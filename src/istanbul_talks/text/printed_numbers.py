"""Numbers as a text prints them, in digits and in words: where they stand, and what each can mean.

Which words are numbers is data of a language: the section `numbers` of seeds/languages/*.yaml. A number can
mean several values where its words are used for several: “a third” is a fraction or an ordinal.
"""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from fractions import Fraction
from typing import Any, NamedTuple
from unicodedata import normalize

from istanbul_talks.text.folding import fold

THOUSAND = 1000
LONGEST = 100
"""Characters of the longest number in digits that is read as one."""

HYPHEN = "-"
Values = frozenset[Fraction]


Forms = Mapping[str, Any]
"""The kinds of forms of a language: lists of forms, or such lists by what they mean."""


class Token(NamedTuple):
    """A number in digits, a run of letters or a sign, in its compared form; where it stands in the text."""

    form: str
    start: int
    end: int


class PrintedNumber(NamedTuple):
    """A number: its tokens, what it can mean, and whether it only says how many at least (“dozens”)."""

    tokens: range
    values: Values
    vague: bool = False
    multiplier: int = 1
    """The last factor that is printed: 5 to 7 million."""

    scales: Values = frozenset({Fraction(1)})
    """By what the values are multiplied for the unit behind them: 5 to 7 percent."""

    ordinal: bool = False
    """Whether it can only be a place in a row."""


class NumberRules:
    """What a language has for numbers; `forms` is the section `numbers` of its file."""

    def __init__(self, forms: Forms) -> None:
        self.cardinals, self.fractions, self.plural_fractions, self.ordinals = (
            _read_values(forms[kind]) for kind in ("cardinals", "fractions", "plural_fractions", "ordinals")
        )
        self.multipliers = _read_values(forms["multipliers"])
        self.plural_multipliers = _read_values(forms["plural_multipliers"])
        self.abbreviations = invert(forms["abbreviated_multipliers"])
        self.weak = _read_values(forms["weak"])
        self.articles, self.joints, self.links = (
            set(forms[kind]) for kind in ("articles", "joints", "links")
        )
        self.indefinite, self.ordinal_endings = set(forms["indefinite"]), set(forms["ordinal_endings"])
        self._scaled_units = {
            split_words(form): scales for form, scales in invert(forms["scaled_units"]).items()
        }
        counting = (self.cardinals, self.ordinals, self.fractions, self.plural_fractions)
        multiplying = (self.multipliers, self.plural_multipliers, self.indefinite)
        self._beginnings = {HYPHEN}.union(self.articles, *counting, *multiplying)
        self._groupings = "".join([" ", *forms["grouping"]])
        self._decimals = "".join(forms["decimal"])
        self._token = re.compile(_write_token_pattern(self._groupings, self._decimals))
        self._untyped = str.maketrans(dict.fromkeys(self._groupings) | dict.fromkeys(self._decimals, "."))

    def split(self, text: str) -> list[Token]:
        """Return the tokens of a text."""
        folded = fold(text)
        tokens = [
            Token(match[0].casefold(), folded.starts[match.start()], folded.ends[match.end() - 1])
            for match in self._token.finditer(folded.text)
        ]
        return list(self._drop_hyphens(tokens))

    def _drop_hyphens(self, tokens: Sequence[Token]) -> Iterator[Token]:
        """Leave out the hyphens beside small words: two-and-a-half."""
        small = self.joints | self.articles
        for before, token, after in zip([None, *tokens], tokens, [*tokens[1:], None], strict=False):
            beside = {neighbour.form for neighbour in (before, after) if neighbour}
            if token.form != HYPHEN or not beside & small:
                yield token

    def read_scales(self, forms: Sequence[str], place: int) -> Values:
        """Return by what a number is multiplied, too, for the unit behind it: 5 percent is 0.05."""
        begin = place + 1 if forms[place : place + 1] and forms[place] in self.articles else place
        phrases = (tuple(forms[begin : begin + length]) for length in (1, 2))
        scales = (scale for phrase in phrases for scale in self._scaled_units.get(phrase, ()))
        return frozenset([Fraction(1), *map(Fraction, scales)])

    def find_numbers(self, tokens: Sequence[Token]) -> Iterator[PrintedNumber]:
        """Yield the numbers in order; none shares a token with another."""
        reader, reached = _NumberReader(self, tokens), 0
        for place, token in enumerate(tokens):
            may_begin = token.form in self._beginnings or token.form[0].isnumeric()
            if place >= reached and may_begin and (number := reader.read(place)):
                reached = number.tokens.stop
                yield number

    def parse_digits(self, form: str) -> Fraction | None:
        """Return the value of a number in digits, or of one character such as ½; None if it is neither."""
        if form[0].isdecimal():
            if len(form) > LONGEST:
                return None
            return Fraction(form.translate(self._untyped))
        parts = normalize("NFKC", form).split("⁄")
        return Fraction(*map(int, parts)) if len(parts) == 2 and form.isnumeric() else None  # noqa: PLR2004


class _NumberReader:
    """Reads the number that begins at a token, if one does."""

    def __init__(self, rules: NumberRules, tokens: Sequence[Token]) -> None:
        self._rules = rules
        self._tokens = tokens
        self._forms = [token.form for token in tokens]

    def read(self, place: int) -> PrintedNumber | None:
        """Return the number that begins at a token."""
        readers: tuple[Callable[[int], PrintedNumber | None], ...] = (
            self._read_ordinal,
            self._read_fraction,
            self._read_vague,
            self._read_cardinal,
        )
        number = next((found for reader in readers if (found := reader(place))), None)
        if not number:
            return None
        scales = self._rules.read_scales(self._forms, number.tokens.stop)
        values = frozenset(value * scale for value in number.values for scale in scales)
        return number._replace(values=values, scales=scales)

    def _read_ordinal(self, place: int) -> PrintedNumber | None:
        """Read 3rd, third, twenty-third; those that can be a fraction too mean both."""
        if self._digits(place) is not None and self._follows(place) in self._rules.ordinal_endings:
            return self._make(place, place + 2, [self._digits(place)])._replace(ordinal=True)
        tens = self._rules.cardinals.get(self._form(place), Fraction(0))
        begin = self._skip_hyphen(place + 1) if tens >= 20 else place  # noqa: PLR2004  (twenty-first)
        unit = self._rules.ordinals.get(self._form(begin))
        if unit is None or (begin > place and unit >= 10):  # noqa: PLR2004
            return None
        fraction = self._rules.fractions.get(self._form(begin)) if begin == place else None
        whole = tens + unit if begin > place else unit
        return self._make(place, begin + 1, [whole, fraction])._replace(ordinal=fraction is None)

    def _read_fraction(self, place: int) -> PrintedNumber | None:
        """Read two-thirds, a third, half a million, 2/3, ½ of a million."""
        end, values = self._read_bare_fraction(place)
        if not values:
            return None
        after = self._skip_links(end)
        begin = after + 1 if self._form(after) in self._rules.articles else after
        stop, factor, last = self._read_factors(begin)
        if factor == 1:
            return self._make(place, end, values)
        return self._make(place, stop, [value * factor for value in values], last)

    def _read_bare_fraction(self, place: int) -> tuple[int, list[Fraction]]:
        """Return where a fraction ends, and what it can mean; nothing if none begins here."""
        digits = self._digits(place)
        below = self._digits(place + 2) if self._form(place + 1) == "/" else None
        if digits is not None and below and digits < below:
            return place + 3, [digits / below]
        if digits is not None and not self._form(place)[0].isdecimal():
            return place + 1, [digits]
        rules, form = self._rules, self._form(place)
        above = Fraction(1) if form in rules.articles else rules.cardinals.get(form, digits)
        begin = place if above is None else self._skip_hyphen(place + 1)
        word = self._form(begin)
        whole = rules.fractions.get(word)
        if whole and (above in (None, 1) or begin > place + 1):
            ordinal = rules.ordinals.get(word) if form in rules.articles or above is None else None
            return begin + 1, [whole * (above or 1), *([ordinal] if ordinal else [])]
        if above is not None and word in rules.plural_fractions:
            return begin + 1, [above * rules.plural_fractions[word]]
        return place, []

    def _read_vague(self, place: int) -> PrintedNumber | None:
        """Read dozens, tens of thousands, several hundred: as the least it can mean."""
        begin = place + 1 if self._form(place) in self._rules.indefinite else place
        first = self._rules.plural_multipliers.get(self._form(begin))
        if first is None and begin == place:
            return None
        stop, factor, _ = self._read_factors(begin, plural=True)
        return self._make(place, stop, [Fraction(factor)])._replace(vague=True) if factor > 1 else None

    def _read_cardinal(self, place: int) -> PrintedNumber | None:
        """Read 35, thirty-five, a hundred and five, 1.5 million, two and a half million."""
        end, values, multiplier = self._read_group(place)
        last = multiplier
        while last > 1 and (following := self._read_following(end, last)):
            end, added, last = following
            values = [whole + value for whole in values for value in added]
        return self._make(place, end, values, multiplier) if values else None

    def _read_following(self, end: int, multiplier: int) -> tuple[int, list[Fraction], int] | None:
        """Return what adds to a number with this factor: a million *three hundred*, *and a half*."""
        joined = self._form(end) in self._rules.joints
        begin = end + joined
        stop, values = self._read_bare_fraction(begin)
        if joined and values and self._counts(begin):
            return stop, [values[0] * multiplier], 1
        stop, values, last = self._read_group(begin)
        in_digits = self._digits(begin) is not None
        if (
            not values
            or multiplier < THOUSAND
            or max(values) >= multiplier
            or (in_digits and (joined or last == 1))
        ):
            return None
        return stop, values, last

    def _read_group(self, place: int) -> tuple[int, list[Fraction], int]:
        """Return a number with what multiplies it: where it ends, its values, its last factor."""
        end, value, last = self._read_hundreds(place)
        if value is None:
            return place, [], 1
        if last == 1:
            end, value = self._add_fraction(end, value)
        short = self._rules.abbreviations.get(self._form(end)) if self._digits(end - 1) is not None else None
        if short:
            factors = [int(factor) for factor in short]
            return end + 1, [value * factor for factor in factors], max(factors)
        stop, factor, larger = self._read_factors(end, plural=True)
        return stop, [value * factor], max(last, larger)

    def _read_hundreds(self, place: int) -> tuple[int, Fraction | None, int]:
        """Return where a number below a thousand, or one in digits, ends; its value and last factor."""
        if self._digits(place) is not None:
            return place + 1, self._digits(place), 1
        end, value = self._read_tens(place)
        begin = place + 1 if value is None and self._form(place) in self._rules.articles else end
        stop, factor, last = self._read_factors(begin, below=THOUSAND)
        if factor > 1:
            return *self._add_tens(stop, (value or 1) * Fraction(factor), factor), last
        bare = value is None and self._form(begin) in self._rules.multipliers
        return (begin, Fraction(1), 1) if bare else (end, value, 1)

    def _add_tens(self, end: int, value: Fraction, factor: int) -> tuple[int, Fraction]:
        """Return a number with what is added to it: two hundred *and five*."""
        joined = self._form(end) in self._rules.joints
        after, rest = self._read_tens(end + joined)
        if rest is None or rest >= factor or not (joined or factor % 100 == 0):
            return end, value
        return after, value + rest

    def _read_tens(self, place: int) -> tuple[int, Fraction | None]:
        """Return where a number word ends, with a second that adds to it: *thirty-five*; and the value."""
        value = self._rules.cardinals.get(self._form(place))
        if value is None or value < 20 or value % 10:  # noqa: PLR2004
            return place + (value is not None), value
        after = self._skip_hyphen(place + 1)
        unit = self._rules.cardinals.get(self._form(after), Fraction(0))
        return (after + 1, value + unit) if 0 < unit < 10 else (place + 1, value)  # noqa: PLR2004

    def _add_fraction(self, end: int, value: Fraction) -> tuple[int, Fraction]:
        """Return a number with the fraction after it: two *and a half*, 1*½*, 2 *1/2*."""
        joined = self._form(end) in self._rules.joints
        begin = end + joined
        stop, values = self._read_bare_fraction(begin)
        counted = self._digits(begin) is not None or (joined and self._counts(begin))
        return (stop, value + values[0]) if values and counted and values[0] < 1 else (end, value)

    def _counts(self, place: int) -> bool:
        """Whether a token says how many of a fraction there are."""
        return self._form(place) in self._rules.articles or self._form(place) in self._rules.cardinals

    def _read_factors(
        self, place: int, *, below: int | None = None, plural: bool = False
    ) -> tuple[int, int, int]:
        """Return where factors (hundred, of thousands) end, their product, and the last of them."""
        product, last, end = 1, 1, place
        while True:
            begin = self._skip_hyphen(end) if end == place else self._skip_links(end)
            form = self._form(begin)
            factor = self._rules.multipliers.get(form)
            if factor is None and plural:
                factor = self._rules.plural_multipliers.get(form)
            if factor is None or (below and factor >= below):
                return end, product, last
            product, last, end = product * int(factor), int(factor), begin + 1

    def _make(
        self, begin: int, end: int, values: Iterable[Fraction | None], multiplier: int = 1
    ) -> PrintedNumber:
        known = frozenset(value for value in values if value is not None)
        return PrintedNumber(range(begin, end), known, multiplier=multiplier)

    def _form(self, place: int) -> str:
        return self._forms[place] if 0 <= place < len(self._forms) else ""

    def _digits(self, place: int) -> Fraction | None:
        form = self._form(place)
        return self._rules.parse_digits(form) if form else None

    def _follows(self, place: int) -> str:
        """Return the letters that stand at a token without a gap."""
        after = place + 1
        attached = after < len(self._tokens) and self._tokens[after].start == self._tokens[place].end
        return self._form(after) if attached else ""

    def _skip_hyphen(self, place: int) -> int:
        return place + (self._form(place) == HYPHEN)

    def _skip_links(self, place: int) -> int:
        """Skip a hyphen or a word such as *of*."""
        return place + (self._form(place) in self._rules.links or self._form(place) == HYPHEN)


def split_words(words: str) -> tuple[str, ...]:
    """Return the compared forms of words of a language's data, at each space."""
    return tuple(words.casefold().split())


def invert(meanings: Mapping[Any, Iterable[str]]) -> dict[str, list[str]]:
    """Return what each form means, of the forms by meaning."""
    inverted: dict[str, list[str]] = {}
    for meaning, forms in meanings.items():
        for form in forms:
            inverted.setdefault(form, []).append(str(meaning))
    return inverted


def _read_values(meanings: Mapping[Any, Iterable[str]]) -> dict[str, Fraction]:
    """Return the value of each form, of the forms by values written as 3 or 1/3."""
    return {form: Fraction(str(value)) for value, forms in meanings.items() for form in forms}


def _write_token_pattern(groupings: str, decimals: str) -> str:
    """Return the pattern of a token: 85,000, 1 000, 2.5, letters, a sign."""
    groups, point = re.escape(groupings), re.escape(decimals)
    fraction = rf"(?:[{point}]\d+)?" if point else ""
    return rf"\d{{1,3}}([{groups}])\d{{3}}(?:\1\d{{3}})*(?!\d){fraction}|\d+{fraction}|[^\W\d_]+|\S"
