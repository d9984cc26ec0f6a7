"""Tests of `talks search`."""

from pathlib import Path

import pytest

from fixtures.talks_runner import read_rows, run_in_terminal, run_talks


def test_search_lights_the_hit_in_a_terminal(village_db: Path) -> None:
    assert "\x1b[1;4mhamlet" in run_in_terminal(village_db, "search", "hamlet")


@pytest.mark.parametrize(
    ("words", "first"),
    [
        (["quil"], "ada-quill"),
        (["share", "the", "well"], "share-the-well"),
        (['"twelve"'], "number-of-carts"),
        (["hamlet OR zebra"], "otterbrook"),
        (["harml*", "OR", "haml*"], "otterbrook"),
    ],
)
def test_search_finds_words_phrases_prefixes_and_alternatives(
    village_db: Path, words: list[str], first: str
) -> None:
    found = read_rows(village_db, "search", *words)
    assert first in {row["id"] for row in found}
    assert all(row["found"] for row in found)


@pytest.mark.parametrize("words", ['"', "*", "NEAR(", "a AND", "col:", "(", "lane-belongs", "^", "'", ""])
def test_search_survives_what_is_no_query(village_db: Path, words: str) -> None:
    result = run_talks(village_db, "search", words)
    assert result.exit_code in {0, 1}
    assert "Traceback" not in result.output


def test_search_suggests_for_a_typo(village_db: Path) -> None:
    result = run_talks(village_db, "search", "lowertn")
    assert result.exit_code == 1
    assert "did you mean “lowerton”?" in result.stderr


def test_search_in_one_table(village_db: Path) -> None:
    assert {row["table"] for row in read_rows(village_db, "search", "well", "--table", "demands")} == {
        "demands"
    }


def test_search_ranks_a_cap_of_matches_within_the_table(
    village_db: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("istanbul_talks.database.full_text.MAX_RANKED", 1)
    for table in ("demands", "claims", "events"):
        assert [row["table"] for row in read_rows(village_db, "search", "the", "--table", table)] == [table]
