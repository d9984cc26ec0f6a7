"""Periods of time in these articles."""

import pytest

from fixtures.built_dataset import Dataset
from fixtures.talks_runner import read_rows, run_talks

README_EXAMPLE = ("--from", "2022-03", "--to", "2022-06")


def test_spring_2022_has_nothing_that_began_in_2025(dataset: Dataset) -> None:
    rows = read_rows(dataset.database, "events", *README_EXAMPLE)
    assert len(rows) > 1
    assert [row["id"] for row in rows if row["when"].strip("/").startswith("2025")] == []


def test_a_time_between_two_dates_of_an_event_finds_neither(dataset: Dataset) -> None:
    between = run_talks(dataset.database, "events", "--from", "2024-04", "--to", "2024-05", "--json").stdout
    assert "newspapers-obtain-drafts" not in between
    for month in ("2024-03", "2024-06"):
        rows = read_rows(dataset.database, "events", "--from", month, "--to", month)
        assert "newspapers-obtain-drafts" in {row["id"] for row in rows}


def test_what_the_author_says_has_the_day_of_publication_where_it_is_stated(dataset: Dataset) -> None:
    """Catch a day that the article does not state, and one given to other speakers than the author."""
    day = "2025-05-26"
    signed = read_rows(dataset.database, "claims", "--from", day, "--source", "ceasefire-initiative")
    assert len(signed) > 10
    assert {said["speaker"] for row in signed for said in row["words"]} == {"Vladimir Socor"}
    unsigned = read_rows(dataset.database, "claims", "--by", "sham-dialogue-author")
    assert {row["when"] for row in unsigned if len(row["words"]) == 1 and ";" not in row["claim"]} == {None}


@pytest.mark.parametrize("command", ["demands", "claims"])
def test_a_range_says_how_many_have_no_date(dataset: Dataset, command: str) -> None:
    """Catch what is left out in silence, and what is counted although it has a date."""
    undated = [row for row in read_rows(dataset.database, command) if row["when"] is None]
    said = run_talks(dataset.database, command, "--from", "1900").stderr
    assert said == f"talks: {command} left out because nothing dates them: {len(undated)}\n"
    total = len(read_rows(dataset.database, command, "--from", "1900"))
    assert total + len(undated) == len(read_rows(dataset.database, command))
