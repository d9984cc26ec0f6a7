"""Tests of the commands that draw one thing: show, who-said, read, search, schema, sql and the overview."""

import json
import re
import subprocess
from pathlib import Path

import pytest

from fixtures.built_dataset import ROOT
from fixtures.run_talks import TALKS, in_terminal, plain, rows, talks

ARTICLE = (ROOT / "tests/fixtures/village/articles/well-talks.txt").read_text(encoding="utf-8")


def test_show_takes_any_spelling_and_has_everything_about_a_person(village_db: Path) -> None:
    shown = json.loads(talks(village_db, "show", "ada quil", "--json").stdout)
    assert (shown["id"], shown["tables"]) == ("ada-quill", ["actors", "people"])
    columns = {column["name"]: column for column in shown["columns"]}
    assert columns["part_of_id"]["label"] == "Upperton"
    found = {(reference["table"], reference["column"]) for reference in shown["references"]}
    assert {
        ("names", "actor_id"),
        ("roles", "person_id"),
        ("participants", "actor_id"),
        ("statements", "holder_id"),
    } <= found
    assert "Ada Quil" in {passage["exact"] for passage in shown["passages"]}


def test_show_marks_the_quote_in_its_sentence(village_db: Path) -> None:
    shown = talks(village_db, "show", "share-the-well").stdout
    assert "“**We will share the well**,” Quill said." in shown
    assert "beneficiary_id\t— (the articles name no other beneficiary)" in shown
    assert "well-talks_" in shown


def test_show_without_the_text_has_the_characters_around(released_db: Path) -> None:
    shown = talks(released_db, "show", "share-the-well").stdout
    assert re.search(r"\S.*\*\*We will share the well\*\*,” Quill said", shown)


@pytest.mark.parametrize(
    "table", ["sources", "roles", "events", "participants", "claims", "statements", "quotes"]
)
def test_show_knows_the_rows_of_every_table(village_db: Path, table: str) -> None:
    for row in rows(village_db, "sql", f"SELECT id FROM {table}"):
        assert talks(village_db, "show", row["id"]).exit_code == 0


def test_show_of_something_unknown_finds_nothing(village_db: Path) -> None:
    result = talks(village_db, "show", "share-the-wel-l")
    assert result.exit_code == 1
    assert "did you mean “share-the-well”" in result.stderr


def test_who_said_goes_inwards_from_the_author(village_db: Path) -> None:
    assert talks(village_db, "who-said", "lane-belongs-to-lowerton").stdout.splitlines() == [
        "The lane belongs to Lowerton.\tlane-belongs-to-lowerton",
        "",
        "well-talks",
        "author of the article on the meeting",
        "  Bram Otter (He) “claimed”: asserts",
        "    **the lane “belongs to Lowerton”** [well-talks_295-325]",
        "  Bram Otter (He) “claimed”",
        "    an aunt of Quill (Quill’s  aunt) “promised”: asserts",
        "      **had promised it** [well-talks_349-364]",
    ]


def test_who_said_hangs_what_shares_a_speaker_from_one_branch(village_db: Path) -> None:
    screen = in_terminal(village_db, "who-said", "lane-belongs-to-lowerton")
    assert screen.count("author of the article") == 1
    assert re.search(r"├── Bram Otter \(He\) “claimed”: asserts *\n│   └── the lane", plain(screen))
    assert "    └── an aunt of Quill" in plain(screen)


def test_search_lights_the_hit_in_a_terminal(village_db: Path) -> None:
    assert "\x1b[1;4mhamlet" in in_terminal(village_db, "search", "hamlet")


def test_read_prints_the_article_character_for_character(village_db: Path) -> None:
    printed = talks(village_db, "read", "well-talks", "--mark", "demands,claims,roles").stdout
    assert "**remove 12 carts**" in printed
    assert printed.replace("**", "").removesuffix("\n") == ARTICLE


def test_read_without_the_text_shows_the_quotes_and_the_gaps(released_db: Path) -> None:
    told, _, printed = talks(released_db, "read", "well-talks").stdout.partition("\n\n")
    assert "The original: “Upperton and Lowerton meet at the mill”. 1998-03-02. SHA-256 of the text: " in told
    assert told.splitlines()[1].endswith(". It prints no address.")
    assert "`talks reanchor FILE --source well-talks` finds the quotes in your own copy." in told
    assert "**We will share the well**" in printed
    gaps = [int(count) for count in re.findall(r" \[… (\d+) characters …\] ", printed)]
    words = re.sub(r" \[… \d+ characters …\] ", "", printed.replace("**", "")).removesuffix("\n")
    assert sum(gaps) + len(words) == len(ARTICLE)
    assert gaps


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
    found = rows(village_db, "search", *words)
    assert first in {row["id"] for row in found}
    assert all(row["found"] for row in found)


@pytest.mark.parametrize("words", ['"', "*", "NEAR(", "a AND", "col:", "(", "lane-belongs", "^", "'", ""])
def test_search_survives_what_is_no_query(village_db: Path, words: str) -> None:
    result = talks(village_db, "search", words)
    assert result.exit_code in {0, 1}
    assert "Traceback" not in result.output


def test_search_suggests_for_a_typo(village_db: Path) -> None:
    result = talks(village_db, "search", "lowertn")
    assert result.exit_code == 1
    assert "did you mean “lowerton”?" in result.stderr


def test_search_in_one_table(village_db: Path) -> None:
    assert {row["table"] for row in rows(village_db, "search", "well", "--table", "demands")} == {"demands"}


def test_search_ranks_a_cap_of_matches_within_the_table(
    village_db: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("istanbul_talks.database.full_text.MAX_RANKED", 1)
    for table in ("demands", "claims", "events"):
        assert [row["table"] for row in rows(village_db, "search", "the", "--table", table)] == [table]


def test_schema_tells_tables_columns_and_values(village_db: Path) -> None:
    assert {"demands", "evidence", "texts"} <= {row["name"] for row in rows(village_db, "schema")}
    columns = {row["column"]: row for row in rows(village_db, "schema", "demands")}
    assert columns["demander_id"]["refers to"] == "actors"
    assert "offer: " in columns["kind"]["values"]
    assert {row["column"] for row in rows(village_db, "schema", "evidence")} >= {
        "table_name",
        "row_id",
        "exact",
    }
    assert talks(village_db, "schema", "nosuch").exit_code == 1


def test_sql_reads_a_query_from_a_pipe(village_db: Path) -> None:
    command = [*TALKS, "--db", str(village_db), "sql"]
    asked = "SELECT count(*) AS n FROM people"
    assert subprocess.run(command, input=asked, capture_output=True, text=True, check=True).stdout == "n\n2\n"


def test_sql_answers(village_db: Path) -> None:
    assert rows(village_db, "sql", "SELECT count(*) AS n FROM people") == [{"n": 2}]


def test_sql_numbers_columns_of_one_name_and_writes_bytes_in_hexadecimal(village_db: Path) -> None:
    assert rows(village_db, "sql", "SELECT 1 AS id, x'ff00' AS id, 'a' AS id") == [
        {"id": 1, "id_2": "ff00", "id_3": "a"}
    ]
    assert talks(village_db, "sql", "SELECT x'ff00' AS b").stdout == "b\nff00\n"


@pytest.mark.parametrize(
    ("query", "message"),
    [
        ("DELETE FROM people", "readonly database"),
        ("ATTACH '/tmp/other.db' AS other", "too many attached databases"),
        ("SELECT colour FROM people", "no such column"),
        ("SELEC 1", 'near "SELEC"'),
        ("SELECT 1; SELECT 2", "one statement at a time"),
        ("BEGIN", "returns nothing"),
        ("", "returns nothing"),
    ],
)
def test_sql_that_cannot_be_answered_is_told_in_one_line(village_db: Path, query: str, message: str) -> None:
    result = talks(village_db, "sql", query)
    assert result.exit_code == 2
    assert message in result.stderr
    assert result.stderr.count("\n") == 1


def test_sql_gives_up_in_time(village_db: Path) -> None:
    endless = "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT max(i) FROM n"
    result = talks(village_db, "sql", endless, "--timeout", "0.2")
    assert result.exit_code == 2
    assert "no answer within 0.2 seconds" in result.stderr


def test_the_overview_counts_and_its_examples_run(village_db: Path) -> None:
    counts = {row["command"]: row["rows"] for row in rows(village_db, "overview")}
    assert counts["people"] == 2
    assert counts["demands"] == 2
    printed = talks(village_db).stdout
    examples = re.findall(r"^talks (.+)\t.*\?$", printed, flags=re.MULTILINE)
    assert len(examples) == 5
    for example in examples:
        assert talks(village_db, *example.split()).exit_code == 0, example
