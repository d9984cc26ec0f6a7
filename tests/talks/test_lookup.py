"""Tests of looking up ids by what people type."""

from pathlib import Path

import pytest

from fixtures.talks_runner import run_talks
from istanbul_talks.database.lookup import match_spelling
from istanbul_talks.errors import TalksError


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
