"""Tests of `talks search`."""

import json
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


def test_words_are_kept_as_typed_up_to_what_is_looked_for() -> None:
    most = " ".join(["a"] * search_query.MAX_WORDS)
    assert search_query.cut_words(f'"{most}"') == f'"{most}"'
    assert search_query.cut_words(f"{most} more") == most


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


def test_a_sentence_is_shown_whole_with_who_speaks_and_what_rests_on_it(village_db: Path) -> None:
    (row,) = read_rows(village_db, "search", '"quill said"', "--table", "sentences")
    assert row["found"].endswith("“We will share the well,” **Quill said**.")
    assert row["label"].endswith(": Ada Quill proposes")
    records = {record["id"]: record["label"] for record in row["records"]}
    assert records["share-the-well"].startswith("Ada Quill proposes: ")
    assert row["quote"].startswith("well-talks_")


@pytest.mark.parametrize("words", ["russia", "root causes", "85,000", "humanitarian", "2022", "claimed"])
def test_what_is_found_is_words_or_sentences(dataset: Dataset, words: str) -> None:
    """Catch the notation of a record's text: ids, dates for programs, names of columns, titles left out."""
    rows = read_rows(dataset.database, "search", words, "--limit", "100")
    notation = r"\[\S+_\d|<=|>|\d{4}-\d\d|Certainty:|^asserts|^\*\*?makes|… \(|\([a-z]+-[a-z-]+\)"
    assert [row["found"] for row in rows if re.search(notation, row["found"])] == []


def test_what_a_side_says_stands_after_its_voice(dataset: Dataset) -> None:
    """Catch words of an article under a question that does not say whose they are."""
    rows = read_rows(dataset.database, "search", "85,000", "--table", "discrepancies")
    assert rows
    assert all(row["found"].startswith("Russia “demanded”: ") for row in rows)


def test_a_hit_is_called_as_people_call_it(dataset: Dataset) -> None:
    screen = strip_styles(run_in_terminal(dataset.database, "search", "root causes", steps=()))
    assert "discrepancies" not in screen
    assert re.search(r"what-root-causes-are\s+disagreement", screen)


def test_no_markup_of_an_article_stands_in_what_is_found(dataset: Dataset) -> None:
    rows = read_rows(dataset.database, "search", "said sunday", "--table", "sentences")
    assert any("**said** **Sunday**" in row["found"] for row in rows)
    assert not any("](" in row["found"] for row in rows)


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


def test_a_search_goes_by_when_it_was_said_and_says_what_nothing_dates(village_db: Path) -> None:
    everything = read_rows(village_db, "search", "well", "--limit", "500")
    result = run_talks(village_db, "search", "well", "--from", "1998-02-27", "--to", "1998-02", "--json")
    rows = json.loads(result.stdout)
    assert {row["when"] for row in rows} == {"27 February 1998"}
    assert {row["table"] for row in rows} > {"events", "sentences"}
    undated = [row for row in everything if not row["when"]]
    assert f"talks: hits left out because nothing dates them: {len(undated)}\n" in result.stderr
    assert run_talks(village_db, "search", "well", "--from", "1999").exit_code == 1


def test_a_range_of_events_says_how_many_nothing_dates(dataset: Dataset) -> None:
    ((undated,),) = dataset.query("SELECT count(*) FROM events WHERE edtf IS NULL")
    note = f"talks: events left out because nothing dates them: {undated}\n"
    assert undated
    assert note in run_talks(dataset.database, "events", "--from", "2025").stderr
    assert note not in run_talks(dataset.database, "events").stderr
