"""Searches in these articles."""

import random
import re
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from fixtures.built_dataset import Dataset
from fixtures.talks_runner import read_rows, run_in_terminal, run_talks, strip_styles
from istanbul_talks.database import full_text, search_query

NAMES = """
SELECT form, actor_id FROM names JOIN actors ON actors.id = actor_id
WHERE actors.kind = 'state' OR actor_id IN (SELECT id FROM people)
UNION SELECT name, id FROM actors WHERE kind = 'state' OR id IN (SELECT id FROM people)
UNION SELECT family_name, id FROM people WHERE family_name IS NOT NULL
"""
"""Every name of every person and state, and whose it is."""


def test_whoever_a_name_means_comes_first(dataset: Dataset) -> None:
    """Catch a person or state that other records precede whatever name an article prints is typed."""
    with closing(sqlite3.connect(dataset.database)) as db:
        names = db.execute(NAMES).fetchall()
        firsts = [full_text.search(db, name, shown=1).hits[0].id for name, _ in names]
    assert len(names) > 60
    assert [(name, first) for (name, _), first in zip(names, firsts, strict=True)] == names


@pytest.mark.parametrize("words", ["RUSSIA", "the Kremlin", "u.s.", "Erdoğan"])
def test_a_name_is_known_in_any_case_with_article_and_accents(dataset: Dataset, words: str) -> None:
    first = read_rows(dataset.database, "search", words)[0]
    assert first["table"] in {"actors", "people"}


def test_rows_of_link_tables_come_after_other_records(dataset: Dataset) -> None:
    tables = [row["table"] for row in read_rows(dataset.database, "search", "putin", "--limit", "500")]
    are_parts = [table in {"actor_members", "participants", "roles", "statements"} for table in tables]
    assert tables[0] == "people"
    assert tables.index("sentences") > tables.index("events")
    assert set(are_parts) == {False, True}
    assert are_parts == sorted(are_parts)


def test_titles_of_articles_are_no_text_of_their_records(dataset: Dataset) -> None:
    everything = read_rows(dataset.database, "search", "sham", "--limit", "500")
    found = [row for row in everything if row["table"] != "sentences"]
    assert {row["id"] for row in found} >= {"sham-dialogue", "istanbul-talks-are-sham-dialogue"}
    assert len(found) < 10
    assert all("sham" in row["found"].casefold() for row in found)


def test_twenty_are_shown_unless_more_are_asked_for(dataset: Dataset) -> None:
    everything = int(run_talks(dataset.database, "search", "russia", "--count").stdout)
    result = run_talks(dataset.database, "search", "russia", "--format", "jsonl")
    assert len(result.stdout.splitlines()) == full_text.SHOWN == 20
    assert result.stderr == f"talks: the first 20 of {everything}; --limit {everything} for all\n"
    whole = run_talks(dataset.database, "search", "russia", "--format=jsonl", "--limit", str(everything))
    assert len(whole.stdout.splitlines()) == everything
    assert whole.stderr == ""


@pytest.mark.parametrize(
    ("typed", "plain"),
    [
        ("Kyiv's", "kyiv"),
        ("Kyiv’s", "kyiv"),
        ("Kyiv′s", "kyiv"),
        ("Kyivʼs", "kyiv"),
        ("Kyiv`s", "kyiv"),
        ("cease-fire", "ceasefire"),
        ("Russia's demands", "russia demands"),
        ("Russia’s cease-fire", "russia ceasefire"),
    ],
)
def test_possessives_and_hyphens_hide_nothing(dataset: Dataset, typed: str, plain: str) -> None:
    found = [row["id"] for row in read_rows(dataset.database, "search", plain, "--limit", "500")]
    assert found
    typed_found = [row["id"] for row in read_rows(dataset.database, "search", typed, "--limit", "500")]
    assert set(found) <= set(typed_found)
    assert typed_found[0] == found[0]


@pytest.mark.parametrize(
    "words", ["ceasfire", "cease-fires zelenskyi", 'boil"down”to', "prisoners weapns", "Medinski's"]
)
def test_only_what_is_found_is_suggested(dataset: Dataset, words: str) -> None:
    result = run_talks(dataset.database, "search", words)
    suggested = re.findall("did you mean “(.*)”", result.stderr)
    assert all(read_rows(dataset.database, "search", each) for each in suggested)
    assert not any(set("'\"-") & set(each) for each in suggested)
    assert suggested or words not in {"ceasfire", "Medinski's"}


def _draw_phrases(db: sqlite3.Connection, length: int = 4, number: int = 40) -> Iterator[tuple[str, str]]:
    """Yield phrases drawn from every article, and the id of the sentence in which each begins."""
    draw = random.Random(length).sample
    sentence = "SELECT id FROM sentences WHERE source_id = ? AND start_char <= ? AND ? < end_char"
    for source, text in db.execute("SELECT source_id, text FROM texts").fetchall():
        words = list(re.finditer(r"\S*\w\S*", text))
        for first in draw(range(len(words) - length + 1), min(number, len(words) - length + 1)):
            start = words[first].start()
            phrase = " ".join(word[0] for word in words[first : first + length])
            yield phrase.replace('"', ""), db.execute(sentence, [source, start, start]).fetchone()[0]


@pytest.mark.parametrize("typed", ["{}", '"{}"'])
@pytest.mark.parametrize("made_up", [True, False])
def test_every_phrase_of_an_article_is_found(
    village_db: Path, dataset: Dataset, typed: str, made_up: bool
) -> None:
    """Catch words of an article that no record quotes, and phrases that go on in the next sentence."""
    with closing(sqlite3.connect(village_db if made_up else dataset.database)) as db:
        phrases = list(_draw_phrases(db))
        missed = [
            (phrase, sentence)
            for phrase, sentence in phrases
            if sentence not in {hit.id for hit in full_text.search(db, typed.format(phrase), shown=20).hits}
        ]
    assert len(phrases) > 50
    assert missed == []


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("concession", "concessions"),
        ("prisoner", "prisoners"),
        ("spokesman", "spokesperson"),
        ("withdrew", "withdrawal withdrawn"),
        ("demilitarization", "demilitarisation"),
    ],
)
def test_the_forms_of_words_are_known(dataset: Dataset, typed: str, found: str) -> None:
    with closing(sqlite3.connect(dataset.database)) as db:
        assert set(search_query.list_forms(db, typed)) & set(found.split())
        assert search_query.list_forms(db, "news") == []  # not new


def test_search_within_a_time_finds_what_was_said_then(dataset: Dataset) -> None:
    within = read_rows(
        dataset.database,
        "search",
        "ceasefire",
        "--from",
        "2025-05-15",
        "--table",
        "statements",
        "--limit",
        "500",
    )
    dates = read_rows(dataset.database, "sql", "SELECT statement_id AS id, latest FROM statement_dates")
    latest = {row["id"]: row["latest"] for row in dates}
    assert len(within) > 3
    assert all((latest[row["id"]] or "9999") >= "2025-05-15" for row in within)


def test_a_range_of_events_says_how_many_nothing_dates(dataset: Dataset) -> None:
    ((undated,),) = dataset.query("SELECT count(*) FROM events WHERE edtf IS NULL")
    note = f"talks: events left out because nothing dates them: {undated}\n"
    assert undated
    assert note in run_talks(dataset.database, "events", "--from", "2025").stderr
    assert note not in run_talks(dataset.database, "events").stderr


@pytest.mark.parametrize("words", ["russia", "root causes", "85,000", "humanitarian", "2022", "claimed"])
def test_what_is_found_is_words_or_sentences(dataset: Dataset, words: str) -> None:
    """Catch the notation of a record's text: ids, dates for programs, names of columns, titles left out."""
    rows = read_rows(dataset.database, "search", words, "--limit", "100")
    notation = r"\[\S+_\d|<=|>|\d{4}-\d\d|Certainty:|^asserts|^\*\*?makes|… \(|\([a-z]+-[a-z-]+\)"
    assert [row["found"] for row in rows if re.search(notation, row["found"])] == []


def test_an_ellipsis_stands_only_where_words_are_left_out(dataset: Dataset) -> None:
    lines = {
        row_id: str(text).split("\n") for row_id, text in dataset.query("SELECT row_id, text FROM records")
    }
    rows = read_rows(dataset.database, "search", "moscow", "--limit", "500")
    cut = [(row["id"], row["found"].replace("**", "")) for row in rows if row["table"] != "sentences"]
    cut = [(row_id, found) for row_id, found in cut if found.startswith("…")]
    assert cut
    assert not any(line.startswith(found[1:40]) for row_id, found in cut for line in lines[row_id])


def test_what_a_side_says_stands_after_its_voice(dataset: Dataset) -> None:
    """Catch words of an article under a question that does not say whose they are."""
    rows = read_rows(dataset.database, "search", "85,000", "--table", "discrepancies")
    assert rows
    assert all(row["found"].startswith("Russia “demanded”: ") for row in rows)


def test_a_hit_is_called_as_people_call_it(dataset: Dataset) -> None:
    screen = strip_styles(run_in_terminal(dataset.database, "search", "root causes"))
    assert "discrepancies" not in screen
    assert re.search(r"what-root-causes-are\s+disagreement", screen)


def test_no_markup_of_an_article_stands_in_what_is_found(dataset: Dataset) -> None:
    rows = read_rows(dataset.database, "search", "said sunday", "--table", "sentences")
    assert any("**said** **Sunday**" in row["found"] for row in rows)
    assert not any("](" in row["found"] for row in rows)
