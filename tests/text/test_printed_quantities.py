"""Quantities of English prose: a right value is never refused, a wrong one always."""

from fractions import Fraction

import pytest

from fixtures.built_dataset import ROOT, read_yaml
from istanbul_talks.text.printed_quantities import QuantityRules

SECTIONS = read_yaml(ROOT / "seeds/languages/en.yaml")
ENGLISH = QuantityRules({**SECTIONS["numbers"], **SECTIONS["comparators"]})

# The words, the comparator, the value, and the upper value of a range.
RIGHT = """
1.5 million people | = | 1500000
twenty envoys | = | 20
a dozen aides | = | 12
1 000 prisoners | = | 1000
1\u00a0000 prisoners | = | 1000
85\u202f000 soldiers | = | 85000
85\u2009000 soldiers | = | 85000
85,000 soldiers | <= | 85000
1,234,567.5 tonnes | = | 1234567.5
2.5 hours | = | 2.5
$300 billion | = | 300000000000
$300bn | = | 300000000000
€3 bn | = | 3000000000
$1.5m | = | 1500000
a 5m wall | = | 5
10k men | = | 10000
under 25 observers | < | 25
fewer than 300 | < | 300
no more than 400 tanks | <= | 400
not exceeding 400 tanks | <= | 400
up to 85,000 soldiers | <= | 85000
as many as 500 | <= | 500
at most three rounds | <= | 3
within 30 days | <= | 30
a maximum of 342 tanks | <= | 342
at least thirty days | >= | 30
no fewer than some 300 | >= | 300
30 days or more | >= | 30
300+ drones | >= | 300
300-plus drones | > | 300
more than the agreed 300 | > | 300
over 100 drones | > | 100
well over a hundred | > | 100
in excess of two million | > | 2000000
some 300 people | ~ | 300
about $300bn | ~ | 300000000000
nearly 300 | ~ | 300
almost 300 | < | 300
just over a million | > | 1000000
roughly two-thirds | ~ | 0.67
two-thirds | = | 0.6667
an estimated 1.5 million | ~ | 1500000
20-odd guests | ~ | 20
twenty-odd guests | ~ | 20
50 or so | ~ | 50
~300 | ~ | 300
thirty-five | = | 35
thirty five | = | 35
thirty-five thousand | = | 35000
one hundred and five | = | 105
two hundred and fifty thousand | = | 250000
two million three hundred thousand | = | 2300000
twelve hundred | = | 1200
a million and a half | = | 1500000
two and a half million | = | 2500000
one and a half hours | = | 1.5
a year and a half | = | 1.5
more than a year and a half | > | 1.5
two years and a half | = | 2.5
half a million | = | 500000
half a dozen | = | 6
half an hour | = | 0.5
a quarter of a million | = | 250000
three quarters of a million | = | 750000
three-quarters | = | 0.75
around one-fifth | ~ | 0.2
a third of the country | = | 0.333
1½ hours | = | 1.5
2 1/2 hours | = | 2.5
2/3 of the seats | = | 0.67
a couple of hundred | = | 200
two dozen | = | 24
three score and ten | = | 70
dozens of drones | > | 12
dozens of drones | >= | 24
hundreds of drones | > | 100
hundreds of drones | >= | 100
tens of thousands | > | 10000
hundreds of thousands of men | >= | 100000
millions | > | 1000000
several hundred | > | 100
a few thousand | >= | 1000
twice | = | 2
both sides | = | 2
a pair of jets | = | 2
the third round | = | 3
the 20th package | = | 20
the twenty-first meeting | = | 21
20 percent | = | 20
20% of the land | = | 0.2
four out of five | = | 0.8
5–7 percent | = | 0.05 | 0.07
5–7 percent | = | 5 | 7
two decades | = | 20
two decades | = | 2
half a century | = | 50
a decade | = | 10
a fortnight | = | 14
a two-and-a-half-year war | = | 2.5
more than three-and-a-half years | > | 3.5
approx. 300 | ~ | 300
c. 300 | ~ | 300
±300 | ~ | 300
around the 300 mark | ~ | 300
must not be less than 12 | >= | 12
cannot exceed 12 | <= | 12
at the very least 12 | >= | 12
a week | = | 1
a single tank | = | 1
no prisoners | = | 0
the president | = | 1
1,000-for-1,000 | = | 1000
30-day | = | 30
10–12 guns | = | 10 | 12
50,000–60,000 | = | 50000 | 60000
about 50,000-60,000 men | ~ | 50000 | 60000
between 5 and 7 | = | 5 | 7
between 5 km and 7 km | = | 5 | 7
between five and seven million | = | 5000000 | 7000000
5 to 7 million | = | 5000000 | 7000000
5-7bn | = | 5000000000 | 7000000000
$5bn to $7bn | = | 5000000000 | 7000000000
from 900 to 1,100 | = | 900 | 1100
two or three hours | = | 2 | 3
up to 10–12 guns | <= | 10 | 12
"""
ROWS = [[cell.strip(" ") for cell in line.split("|")] for line in RIGHT.strip().split("\n")]

WRONG = """
300 people | < | 300
under 25 observers | = | 25
under 25 observers | <= | 25
fewer than 300 | > | 300
no more than 400 tanks | < | 400
no more than 400 tanks | > | 400
some 300 people | = | 300
hundreds of drones | = | 100
dozens | ~ | 12
several hundred | = | 100
10–12 guns | = | 10
10–12 guns | = | 12
10–12 guns | = | 10 | 13
two or three hours | = | 2
between five and seven million | = | 5 | 7000000
1,5 | = | 1.5
1.5 million | = | 1.5
$300 billion | = | 300
thirty-five | = | 30
thirty-five | = | 5
half a million | = | 1000000
two-thirds | = | 2
one-fifth | = | 5
20 percent | = | 2
must not be less than 12 | < | 12
quarrel over three islands | > | 4
the presidents | = | 2
300 | = | 300 | 400
"""


def _is_allowed(words: str, comparator: str, value: str, upper: str = "") -> bool:
    ends = Fraction(value), Fraction(upper) if upper else None
    return any(printed.allows(comparator, *ends) for printed in ENGLISH.read(words))


def _print_numbers(words: str) -> bool:
    return bool(ENGLISH.read(words))


@pytest.mark.parametrize("row", ROWS, ids="|".join)
def test_a_right_value_is_allowed_and_one_off_by_one_is_not(row: list[str]) -> None:
    words, comparator, value, *upper = row
    if _print_numbers(words):
        assert _is_allowed(words, comparator, value, *upper)
    for change in (1, -1):
        assert not _is_allowed(words, comparator, str(Fraction(value) + change), *upper)
        if upper:
            assert not _is_allowed(words, comparator, value, str(Fraction(upper[0]) + change))


@pytest.mark.parametrize("line", WRONG.strip().split("\n"))
def test_another_value_or_comparator_is_not_allowed(line: str) -> None:
    assert not _is_allowed(*(cell.strip(" ") for cell in line.split("|")))


@pytest.mark.parametrize(
    ("words", "numbers"),
    [
        ("Of 85,000 soldiers, a dozen died; 342 tanks", ["85,000", "a dozen", "342"]),
        ("a dozen five-man crews in 2022 300 times", ["a dozen", "five", "2022", "300"]),
        ("The “thirty‑five” of 1\u00a0000", ["thirty‑five", "1\u00a0000"]),
        ("a third round with one diplomat", ["a third", "one"]),
        ("nobody says anything of a tenth", ["a tenth"]),
    ],
)
def test_numbers_are_found_in_a_text(words: str, numbers: list[str]) -> None:
    tokens = ENGLISH.numbers.split(words)
    found = [number.tokens for number in ENGLISH.numbers.find_numbers(tokens)]
    assert [words[tokens[span.start].start : tokens[span.stop - 1].end] for span in found] == numbers
