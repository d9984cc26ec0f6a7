"""Tests of `talks search`."""

import re
from pathlib import Path

import pytest

from fixtures.talks_runner import read_rows, run_in_terminal, run_talks
from istanbul_talks.database import full_text


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


@pytest.mark.parametrize("words", ["the " * 500, " OR ".join(["t*"] * 500), "lane-" * 500])
def test_words_beyond_what_is_looked_for_are_cut_with_a_word(village_db: Path, words: str) -> None:
    """Catch a search whose time grows with the square of what is typed."""
    result = run_talks(village_db, "search", words, "--count")
    kept = run_talks(village_db, "search", full_text.cut_words(words), "--count")
    assert len(re.findall(r"\w+", full_text.cut_words(words))) in {31, 32}  # no OR is left at the end
    assert result.stderr.startswith("talks: only the first 32 words are looked for\n")
    assert result.stdout == kept.stdout
    assert "only the first" not in kept.stderr
    listed = run_talks(village_db, "demands", "--about", words)
    assert "only the first 32 words" in listed.stderr


def test_words_are_kept_as_typed_up_to_what_is_looked_for() -> None:
    most = " ".join(["a"] * full_text.MAX_WORDS)
    assert full_text.cut_words(f'"{most}"') == f'"{most}"'
    assert full_text.cut_words(f"{most} more") == most
