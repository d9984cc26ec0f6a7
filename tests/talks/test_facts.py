"""Figures, names and dates of drafts about the made-up villages, held against their articles."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from istanbul_talks.check.facts.fact_check import FactCheck
from istanbul_talks.check.facts.known_passages import KnownPassages
from istanbul_talks.check.facts.passed_spans import MARK


@pytest.fixture(scope="module")
def facts(village_db: Path) -> Iterator[FactCheck]:
    with closing(sqlite3.connect(village_db)) as db:
        yield FactCheck(db)


@pytest.mark.parametrize(
    ("draft", "expected"),
    [
        (
            "Otter demanded that Upperton remove 12 carts from the lane.",
            [("12 carts", "as an article gives it")],
        ),
        ("Otter demanded that Upperton remove 13 carts from the lane.", [("13 carts", "given differently")]),
        ("A merchant sold 40 carts.", []),
        ("Otter demanded that Upperton remove 13\n\ncarts from the lane.", []),
        (
            "Ada Quil spoke to Bram Oter.",
            [("Quil", "a misprint in an article"), ("Oter", "not in these articles")],
        ),
        ("Otters and Quill’s aunt met Bertha Ottar of Ottery.", []),
        ("The villages talked on 28 February 1998.", [("28 February 1998", "given differently")]),
        ("The villages talked on 27 February.", [("27 February", "as an article gives it")]),
        ("In spring 1950 it rained.", []),
        ("In 1998 in first talks it rained.", []),
        ("4 May 1998\n\nOn Friday it rained.", []),
        ("UPPERTON, 4 May 1998 (Reuters) — On Friday it rained.", []),
        ("The villages talked on 28 February 1998 — so.", [("28 February 1998", "given differently")]),
    ],
)
def test_what_articles_give_otherwise_is_told(
    facts: FactCheck, draft: str, expected: list[tuple[str, str]]
) -> None:
    """Catch a changed figure, name or date that is passed over, and an objection to what is right."""
    found = [(draft[one.start : one.end].removesuffix(" from"), one.verdict) for one in facts.find(draft, [])]
    assert found == expected


def test_what_stands_in_a_matched_quotation_is_not_looked_at(facts: FactCheck) -> None:
    draft = "“Otter demanded that Upperton remove 13 carts from the lane”, on 28 February 1998."
    quotation = (0, draft.index("”") + 1)
    assert [draft[one.start : one.end] for one in facts.find(draft, [quotation])] == ["28 February 1998"]


def test_reading_many_dates_of_one_sentence_is_linear(
    facts: FactCheck, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Catch that the whole sentence is read for each of its dates."""
    read: list[int] = []
    split = KnownPassages.split_words

    def count(known: KnownPassages, text: str) -> frozenset[str]:
        read[-1] += len(text)
        return split(known, text)

    monkeypatch.setattr(KnownPassages, "split_words", count)
    for number in (50, 100):
        read.append(0)
        assert list(facts.find("the talks of 27 February 1998 and " * number, []))
    assert read[1] < 3 * read[0]


@pytest.mark.parametrize(("text", "mark"), [("<<a>", "<a>"), ("](b](c)", "](c)"), ("](b_(c))", "](b_(c)")])
def test_a_mark_is_looked_for_from_its_last_sign(text: str, mark: str) -> None:
    """Catch a search that is quadratic in signs that open and never close."""
    assert [found[0] for found in MARK.finditer(text)] == [mark]
