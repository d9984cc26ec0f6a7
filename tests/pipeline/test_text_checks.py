"""Checks of quantities and dates against their words, by the rules of English and in a build."""

import hashlib
import re
import shutil

import pytest
import yaml

from fixtures.built_dataset import PACKAGE, ROOT, Dataset, read_yaml
from istanbul_talks.text.printed_dates import CalendarRules
from istanbul_talks.text.printed_quantities import QuantityRules
from pipeline import BuildError
from pipeline.contract import read_contract
from pipeline.date_bounds import parse_bounds
from pipeline.date_faults import CodedDate, find_date_faults
from pipeline.quantity_faults import CodedQuantity, find_quantity_faults

ENGLISH = ROOT / "seeds/languages/en.yaml"
SECTIONS = read_yaml(ENGLISH)
FORMS = {
    kind: forms for name in ("numbers", "comparators", "calendar") for kind, forms in SECTIONS[name].items()
}
WANTED = read_contract(PACKAGE).tables["source_metadata"].fields["field"].every_source
CALENDAR, QUANTITIES = CalendarRules(FORMS), QuantityRules(FORMS)

REPORT = (
    "The talks opened on Friday with 1.5 million people displaced, twenty envoys, a dozen aides, "
    "1 000 prisoners, 2.5 hours, $300 billion, under 25 observers, no more than 400 tanks and 10–12 guns.\n"
)
ROWS = [
    {"text": "1.5 million people", "comparator": "=", "value": 1500000, "unit": "person"},
    {"text": "twenty envoys", "comparator": "=", "value": 20, "unit": "envoy"},
    {"text": "a dozen aides", "comparator": "=", "value": 12, "unit": "aide"},
    {"text": "1 000 prisoners", "comparator": "=", "value": 1000, "unit": "prisoner"},
    {"text": "2.5 hours", "comparator": "=", "value": 2.5, "unit": "hour"},
    {"text": "$300 billion", "comparator": "=", "value": 300000000000, "unit": "dollar"},
    {"text": "under 25 observers", "comparator": "<", "value": 25, "unit": "observer"},
    {"text": "no more than 400 tanks", "comparator": "<=", "value": 400, "unit": "tank"},
    {"text": "10–12 guns", "comparator": "=", "value": 10, "upper_value": 12, "unit": "gun"},
]


@pytest.fixture
def report(village: Dataset) -> Dataset:
    """The village with a third article, full of quantities, and with the English of the dataset."""
    shutil.copyfile(ENGLISH, village.seeds / "languages/en.yaml")
    village.write("articles/report.txt", REPORT)
    return village


def _code(report: Dataset, quantities: list[dict[str, object]], edtf: str = "1998-02-27") -> None:
    """Write the coding of the report."""
    coding = {
        "source": {
            "label": "Report",
            "author": "mill-meeting-author",
            "seed_file": "report.txt",
            "sha256": hashlib.sha256(REPORT.encode()).hexdigest(),
            "language": "en",
            "extent": "complete",
            "extent_note": "All of it.",
        },
        "metadata": [
            {"field": field, "basis": "not_stated", "rationale": "None is printed."} for field in WANTED
        ],
        "events": [
            {
                "event": "mill-talks",
                "quote": "The talks opened on Friday",
                "date": {
                    "text": "Friday",
                    "edtf": edtf,
                    "basis": "relative",
                    "anchor": "the day of the report",
                },
                "quantities": quantities,
            }
        ],
    }
    report.write("articles/report.yaml", yaml.safe_dump(coding, allow_unicode=True))


def test_right_quantities_build(report: Dataset) -> None:
    _code(report, ROWS)
    report.build()
    assert len(report.query("SELECT * FROM quantities WHERE quote_id LIKE 'report_%'")) == len(ROWS)


def test_each_value_off_by_one_is_refused_with_its_place(report: Dataset) -> None:
    _code(report, [{**row, "value": float(str(row["value"])) + 1} for row in ROWS])
    with pytest.raises(BuildError) as raised:
        report.build()
    head, *told = str(raised.value).splitlines()
    assert head.startswith(f"check quantities_fit_their_words finds {len(ROWS)} rows ")
    for row in ROWS:
        (line,) = [line for line in told if f"words={row['text']!r}" in line]
        assert re.match(r" *\S*report.yaml:\d+: ", line)


def test_a_day_on_another_weekday_is_refused_with_its_place(report: Dataset) -> None:
    _code(report, ROWS, "1998-02-28")
    report.edit("registers/events.yaml", "  place: the mill", "  place: the mill\n  edtf: 1998-02-27")
    with pytest.raises(
        BuildError, match=r"report.yaml:\d+: row_id='mill-talks_\S+', words='Friday'.*a Saturday"
    ):
        report.build()


def _find_faults(words: str, edtf: str, basis: str = "inferred", *, anchor: str = "") -> list[str]:
    bounds = parse_bounds(edtf)
    earliest, latest = str(bounds.earliest), str(bounds.latest) if bounds.latest else None
    return list(
        find_date_faults(CodedDate("en", "x", words, edtf, earliest, latest, basis, anchor), CALENDAR)
    )


ANCHOR = "publication date May 12, 2025, a Monday"

RIGHT_DATES = """
on Friday | 2025-05-16
Fri. May 16 | 2025-05-16
Feb. 27 | 2025-02-27
Sept. 5th | 2025-09-05
in mid-May | 2025-05
in mid-May | 2025-05-10/2025-05-20
in early April 2022 | 2022-04
the night of May 10 to 11 | 2025-05-10/2025-05-11
overnight on Monday | 2025-05-11/2025-05-12
May 10-12 | 2025-05-10/2025-05-12
22, 2022 | 2022-03-22
on the 27th | 2025-02-27
on the 3rd day of talks | 2025-05-18
In autumn 2022 | 2022-23
in the fall of 2022 | 2022-11
the fall of Kyiv | 2022-03-01
winter 2023 | 2023-24
the 1990s, 2000s, and 2010s | 199X/201X
a Sunday in May | 2025-05
30 days after | 2025-05-12
yesterday | 2025-05-11
the next day | 2025-05-13
last Thursday | 2025-05-08
next Thursday | 2025-05-15
until 12 May | /2025-05-12
beginning on May 12 | 2025-05-12/
"""

WRONG_DATES = """
on Friday | 2025-05-17 | is a Saturday
Fri. May 16 | 2025-05-17 | the day is 16
Feb. 27 | 2025-03-27 | the month is 2
Sept. 5th | 2025-09-06 | the day is 5
in mid-May | 2025-04 | the month is 5
in May 2022 | 2023-05 | the year is 2022
the night of May 10 to 11 | 2025-05-10 | a night is dated by its two days
overnight | 2025-05-10 | a night is dated by its two days
on the 27th | 2025-02-26 | the day is 27
In autumn 2022 | 2022-21 | the season is 23
yesterday | 2025-05-10 | the day is 2025-05-11, counted from the anchor
last Thursday | 2025-05-15 | the day is before 2025-05-12
next Thursday | 2025-05-08 | the day is after 2025-05-12
the 1990s | 201X | the year is 1990
"""


@pytest.mark.parametrize("line", RIGHT_DATES.strip().split("\n"))
def test_right_dates_are_allowed(line: str) -> None:
    words, edtf = line.split(" | ")
    assert _find_faults(words, edtf, anchor=ANCHOR) == []


@pytest.mark.parametrize("line", WRONG_DATES.strip().split("\n"))
def test_wrong_dates_are_told(line: str) -> None:
    words, edtf, told = line.split(" | ")
    faults = _find_faults(words, edtf, anchor=ANCHOR)
    assert any(told in fault for fault in faults), faults


def test_a_date_without_a_year_is_not_stated() -> None:
    """Catch “last Thursday” or “Feb. 27” coded as words that give the full date."""
    for words, edtf in (("last Thursday", "2025-05-08"), ("Feb. 27", "2025-02-27")):
        (fault,) = _find_faults(words, edtf, "stated")
        assert "it is relative or inferred" in fault
    assert _find_faults("February 27, 2025", "2025-02-27", "stated") == []


def test_an_anchor_of_several_days_is_not_counted_from() -> None:
    assert (
        _find_faults("the next day", "2025-05-17", anchor="the talks of 16 May; the year from May 12, 2025")
        == []
    )


def _find_quantity_faults(sentence: str, words: str, comparator: str, value: float) -> list[str]:
    coded = CodedQuantity("en", "x", words, comparator, value, None, sentence, sentence.index(words))
    return list(find_quantity_faults(coded, QUANTITIES))


@pytest.mark.parametrize(
    ("sentence", "words", "comparator", "value", "fault"),
    [
        ("It limits the army to 85,000 soldiers.", "85,000", "<=", 85000, None),
        ("It has no more than 400 tanks.", "400 tanks", "<=", 400, None),
        ("It has no more than 400 tanks.", "400 tanks", "=", 400, "the words say <= 400"),
        ("It has under 400 tanks.", "400 tanks", "<", 400, None),
        ("They quarrel over 3 islands.", "3 islands", "=", 3, None),
        ("It took 1.5 million.", "1.5", "=", 1.5, "the words cut '1.5 million' in two"),
        ("A third round began.", "third round", "=", 3, None),
        ("It was a thirty-five-day truce.", "five-day", "=", 5, "the words cut 'thirty-five' in two"),
        ("Delegates talked.", "Delegates", "=", 7, "the words say no number"),
        ("A delegate talked.", "delegate", "=", 1, None),
    ],
)
def test_the_words_before_a_quantity_count(
    sentence: str, words: str, comparator: str, value: float, fault: str | None
) -> None:
    assert _find_quantity_faults(sentence, words, comparator, value) == ([fault] if fault else [])
