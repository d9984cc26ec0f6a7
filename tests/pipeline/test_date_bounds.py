"""The EDTF subset: the days each form can mean, and what is refused."""

import pytest

from pipeline.date_bounds import parse_bounds


@pytest.mark.parametrize(
    ("edtf", "earliest", "latest"),
    [
        ("2025", "2025-01-01", "2025-12-31"),
        ("2024-02", "2024-02-01", "2024-02-29"),
        ("2025-12", "2025-12-01", "2025-12-31"),
        ("2025-05-16", "2025-05-16", "2025-05-16"),
        ("2022-21", "2022-03-01", "2022-05-31"),
        ("2022-22", "2022-06-01", "2022-08-31"),
        ("2022-23", "2022-09-01", "2022-11-30"),
        ("2022-24", "2022-12-01", "2023-02-28"),
        ("199X", "1990-01-01", "1999-12-31"),
        ("2022~", "2022-01-01", "2022-12-31"),
        ("2022-03?", "2022-03-01", "2022-03-31"),
        ("2022-03/2022-04", "2022-03-01", "2022-04-30"),
        ("/2022-05", "2022-05-01", "2022-05-31"),
        ("2025-05-16/", "2025-05-16", "2025-05-16"),
        ("2022-02/..", "2022-02-01", None),
    ],
)
def test_bounds_of_every_form(edtf: str, earliest: str | None, latest: str | None) -> None:
    first, last = (day and day.isoformat() for day in parse_bounds(edtf))
    assert (first, last) == (earliest, latest)


NO_DATES = """
May 2025|2025-13|2025-00|2025-02-30|25-05-16|2025-5-1|2025-20|2025-25|2025-05-1X|0000
2025/2024|../..|../2022-05|/|/..|{2024-03,2024-06}|2025-05-16T12:00|2025/2026/2027|
"""


@pytest.mark.parametrize("edtf", NO_DATES.replace("\n", "|").strip("|").split("|"))
def test_other_words_are_no_date(edtf: str) -> None:
    with pytest.raises(ValueError, match=r".+"):
        parse_bounds(edtf)


def test_an_unknown_beginning_is_left_empty() -> None:
    with pytest.raises(ValueError, match="where it is not known, write /2022-05"):
        parse_bounds("../2022-05")
