"""What is wrong with a coded quantity beside its words, by the rules of the article's language."""

from collections.abc import Iterator
from fractions import Fraction
from typing import NamedTuple

from istanbul_talks.text.printed_quantities import UNSAID, PrintedQuantity, QuantityRules

QUANTITIES = """
SELECT
  language, quantities.id, quotes.exact, comparator, value, upper_value,
  substr(text, sentences.start_char + 1, sentences.end_char - sentences.start_char),
  quotes.start_char - sentences.start_char
FROM quantities
JOIN quotes ON quotes.id = quote_id
JOIN sentences ON sentences.id = sentence_id
JOIN texts ON texts.source_id = quotes.source_id
JOIN sources ON sources.id = quotes.source_id
ORDER BY quantities.id
"""


class CodedQuantity(NamedTuple):
    """A row of quantities with its words, the sentence they begin in, and where in it they begin."""

    language: str
    id: str
    words: str
    comparator: str
    value: float
    upper_value: float | None
    sentence: str
    start: int

    def __str__(self) -> str:
        upper = "" if self.upper_value is None else f" to {self.upper_value:g}"
        return f"{self.comparator} {self.value:.15g}{upper}"

    def fits(self, printed: PrintedQuantity) -> bool:
        """Whether words can mean it."""
        upper = None if self.upper_value is None else Fraction(str(self.upper_value))
        return printed.allows(self.comparator, Fraction(str(self.value)), upper)


def find_quantity_faults(coded: CodedQuantity, rules: QuantityRules) -> Iterator[str]:
    """Yield what is wrong with a quantity."""
    printed = _read_in_sentence(coded, rules)
    if not any(map(coded.fits, printed)):
        # where words print no number, a noun in the singular is one
        if printed or coded.value != 1 or coded.upper_value is not None or coded.comparator not in UNSAID:
            yield f"the words say {'; '.join(map(str, printed)) or 'no number'}"
    elif cut := _find_cut_number(coded, rules):
        yield f"the words cut {cut!r} in two"


def _read_in_sentence(coded: CodedQuantity, rules: QuantityRules) -> list[PrintedQuantity]:
    """Return what the words can mean, with a comparator right before them if they say none."""
    printed = rules.read(coded.words)
    if printed and printed[0].comparators == UNSAID:
        must, may = rules.find_comparators_before(coded.sentence[: coded.start])
        if rules.begins_with_number(coded.words):
            printed[0] = printed[0]._replace(comparators=must or UNSAID | may)
    return printed


def _find_cut_number(coded: CodedQuantity, rules: QuantityRules) -> str | None:
    """Return the number that the words hold only in part, if it is another than the coded one."""
    end = coded.start + len(coded.words)
    tokens = rules.numbers.split(coded.sentence)
    for number in rules.numbers.find_numbers(tokens):
        first, last = tokens[number.tokens.start].start, tokens[number.tokens.stop - 1].end
        touches = first < end and coded.start < last
        if (
            touches
            and not (coded.start <= first and last <= end)
            and Fraction(str(coded.value)) not in number.values
        ):
            return coded.sentence[first:last]
    return None
