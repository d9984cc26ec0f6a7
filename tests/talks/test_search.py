"""Tests of `talks search`."""

import json
import re
import sqlite3
import time
from contextlib import closing
from pathlib import Path

import pytest

from fixtures.talks_runner import read_rows, run_in_terminal, run_talks
from istanbul_talks.database import full_text, search_query


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
    kept = run_talks(village_db, "search", search_query.cut_words(words), "--count")
    assert len(re.findall(r"\w+", search_query.cut_words(words))) in {31, 32}  # no OR is left at the end
    assert result.stderr.startswith("talks: only the first 32 words are looked for\n")
    assert result.stdout == kept.stdout
    assert "only the first" not in kept.stderr
    listed = run_talks(village_db, "demands", "--about", words)
    assert "only the first 32 words" in listed.stderr


def test_a_search_of_a_hundred_thousand_characters_is_cut_with_a_word(village_db: Path) -> None:
    for words in ('"' + "a" * 100_000, '"' + ". " * 50_000, "well " + "*" * 100_000):
        before = time.process_time()
        result = run_talks(village_db, "search", words)
        assert result.stderr.startswith("talks: only the first 1,000 characters are looked for\n")
        assert time.process_time() < before + 5


def test_words_are_kept_as_typed_up_to_what_is_looked_for() -> None:
    most = " ".join(["a"] * search_query.MAX_WORDS)
    assert search_query.cut_words(f'"{most}"') == f'"{most}"'
    assert search_query.cut_words(f"{most} more") == most


def test_a_sentence_is_shown_whole_with_who_speaks_and_what_rests_on_it(village_db: Path) -> None:
    (row,) = read_rows(village_db, "search", '"quill said"', "--table", "sentences")
    assert row["found"].endswith("“We will share the well,” **Quill said**.")
    assert row["label"].endswith(": Ada Quill proposes")
    records = {record["id"]: record["label"] for record in row["records"]}
    assert records["share-the-well"].startswith("Ada Quill proposes: ")
    assert row["quote"].startswith("well-talks_")


def test_without_texts_the_quotations_are_searched_with_a_word(village_db: Path, released_db: Path) -> None:
    """Catch a release that seems to say that no article has a phrase."""
    note = "only quotations are searched"
    with closing(sqlite3.connect(released_db)) as db:
        quotes = [exact for (exact,) in db.execute("SELECT DISTINCT exact FROM quotes")]
        missed = [words for words in quotes if not full_text.search(db, words, shown=1).hits]
    assert missed == []
    assert note in run_talks(released_db, "search", quotes[0]).stderr
    assert note in run_talks(released_db, "search", "nowhere").stderr
    assert note not in run_talks(village_db, "search", quotes[0]).stderr


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("cart", {"**carts**"}),
        ("villages", {"**village**", "**villages**"}),
        ("spoke", {"**speaks**"}),
        ("demanding", {"**demanded**"}),
        ('"demanding"', set()),
    ],
)
def test_a_word_is_found_in_all_its_forms_but_in_quotation_marks(
    village_db: Path, typed: str, found: set[str]
) -> None:
    with closing(sqlite3.connect(village_db)) as db:
        result = full_text.search(db, typed)
    marked = {word.lower() for hit in result.hits for word in re.findall(r"\*\*\w+\*\*", hit.found)}
    assert marked & found if found else not result.hits


def test_what_has_most_of_several_words_is_found_with_a_word(village_db: Path) -> None:
    result = run_talks(village_db, "search", "zebra", "well", "--json")
    assert result.exit_code == 0
    assert "talks: nothing has all of “zebra well”: here is what has most of these words\n" in result.stderr
    assert all("**well**" in row["found"].lower() for row in json.loads(result.stdout))
    assert run_talks(village_db, "search", "zebra", "giraffe", "well").exit_code == 1
    assert run_talks(village_db, "search", "zebra OR giraffe").exit_code == 1


def test_two_words_that_are_one_are_found_as_one_with_a_word(village_db: Path) -> None:
    result = run_talks(village_db, "search", "upper", "ton", "--json")
    assert "talks: nothing has “upper ton”: here is what has “upperton”\n" in result.stderr
    assert result.stdout == run_talks(village_db, "search", "upperton", "--json").stdout


def test_search_in_one_article(village_db: Path) -> None:
    """Catch a record or sentence of another article among what an article has."""
    both = {(row["table"], row["id"]) for row in read_rows(village_db, "search", "carts")}
    found = {
        (row["table"], row["id"]) for row in read_rows(village_db, "search", "carts", "--source", "mill-m")
    }
    assert ("demands", "remove-carts") in found < both
    assert {row_id.partition("_")[0] for table, row_id in found if table == "sentences"} == {"mill-meeting"}


def test_search_within_a_time_says_how_many_have_no_date(village_db: Path) -> None:
    """Catch a hit of another time, and undated ones that are left out in silence."""
    result = run_talks(village_db, "search", "carts", "--from", "1998-02", "--to", "1998-02", "--json")
    found = {row["id"] for row in json.loads(result.stdout)}
    everything = {row["id"] for row in read_rows(village_db, "search", "carts", "--limit", "500")}
    undated = re.fullmatch(r"talks: hits left out because nothing dates them: (\d+)\n", result.stderr)
    assert undated
    assert "remove-carts" in found
    assert len(found) + int(undated[1]) == len(everything)
    assert run_talks(village_db, "search", "carts", "--from", "1998-03").exit_code == 1


def test_a_search_goes_by_when_it_was_said_and_says_what_nothing_dates(village_db: Path) -> None:
    everything = read_rows(village_db, "search", "well", "--limit", "500")
    result = run_talks(village_db, "search", "well", "--from", "1998-02-27", "--to", "1998-02", "--json")
    rows = json.loads(result.stdout)
    assert {row["when"] for row in rows} == {"27 February 1998"}
    assert {row["table"] for row in rows} > {"events", "sentences"}
    undated = [row for row in everything if not row["when"]]
    assert f"talks: hits left out because nothing dates them: {len(undated)}\n" in result.stderr
    assert run_talks(village_db, "search", "well", "--from", "1999").exit_code == 1
