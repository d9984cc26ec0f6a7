"""Tests of looking up ids by what people type."""

from pathlib import Path

import pytest

from fixtures.talks_runner import run_talks
from istanbul_talks.database.lookup import match_spelling
from istanbul_talks.errors import NothingFound, TalksError, TalksWarning


def test_a_spelling_is_meant_by_its_beginning_or_a_word_but_not_by_either() -> None:
    known = {"ada quil": {"ada"}, "bram": {"bram"}}
    assert match_spelling("Quil", known) == match_spelling("ad", known) == "ada"
    with pytest.raises(TalksError, match="“Quil” may mean ada, quilt"):
        match_spelling("Quil", known | {"quilt": {"quilt"}})


def test_a_whole_name_is_meant_before_one_that_begins_so_and_with_its_article() -> None:
    known = {"mill": {"mill"}, "mill lane": {"lane"}, "the mill's owner": {"owner"}}
    assert (
        match_spelling("mill", known)
        == match_spelling("the mill", known)
        == match_spelling("The Mill", known)
        == "mill"
    )


def test_a_person_is_meant_by_the_family_name(village_db: Path) -> None:
    assert (
        run_talks(village_db, "show", "otter", "--json").stdout
        == run_talks(village_db, "show", "bram-otter", "--json").stdout
    )


def test_the_one_sure_reading_is_taken_with_a_word() -> None:
    known = {"share-the-well": {"well"}, "mill lane": {"lane"}, "mill pond": {"pond"}}
    for typed, meant in (("share the well", "well"), ("the well share", "well"), ("lane mill's", "lane")):
        with pytest.warns(TalksWarning, match=f"nothing is called “{typed}”: it is taken for {meant}$"):
            assert match_spelling(typed, known) == meant
    with pytest.raises(TalksError, match="may mean lane, pond"):
        match_spelling("mill", known)


def test_nothing_far_from_what_is_typed_is_suggested() -> None:
    known = {"upperton": {"upperton"}, "well": {"well"}}
    with pytest.raises(NothingFound, match="did you mean “upperton”"):
        match_spelling("uperton", known)
    with pytest.raises(NothingFound, match="looks through everything"):
        match_spelling("ups", known)
