"""Dates of English prose: where they are found in a text."""

import pytest

from fixtures.built_dataset import ROOT, read_yaml
from istanbul_talks.text.printed_dates import CalendarRules

SECTIONS = read_yaml(ROOT / "seeds/languages/en.yaml")
ENGLISH = CalendarRules({**SECTIONS["numbers"], **SECTIONS["calendar"]})


@pytest.mark.parametrize(
    ("text", "dates"),
    [
        (
            "They met on Friday, May 16, 2025, and left the next day.",
            ["Friday, May 16, 2025", "the next day"],
        ),
        ("In mid‑May, or on Feb. 27th, they may march.", ["mid‑May", "Feb. 27th"]),
        ("On 16\u00a0May he said so last Thursday.", ["16\u00a0May", "last Thursday"]),
        ("On March 17, 22, 2022 and from May 10 to 11", ["March 17, 22, 2022", "May 10 to 11"]),
        (
            "Since the autumn of 2022 three weeks ago; this year",
            ["autumn of 2022", "three weeks ago", "this year"],
        ),
        (
            "Yesterday they spoke; two days later, early next month, none did.",
            [
                "Yesterday",
                "two days later",
                "next month",
            ],
        ),
        (
            "On the 17th of May, 2025, the twenty-first of May or May third; one of May's first days.",
            ["17th of May, 2025", "twenty-first of May", "May third", "May"],
        ),
        ("The Mon. river, a fall of 3 metres, the sun and the second round.", ["Mon."]),
    ],
)
def test_dates_are_found_in_a_text(text: str, dates: list[str]) -> None:
    assert [text[start:end] for start, end in ENGLISH.find_dates(text)] == dates
