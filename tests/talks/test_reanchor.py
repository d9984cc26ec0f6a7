"""Tests of `talks reanchor`: all anchors in a true copy, and never a wrong one in any other."""

import json
import sqlite3
import unicodedata
from collections import Counter
from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest

from fixtures.built_dataset import ROOT, Dataset
from fixtures.talks_runner import run_in_terminal, run_talks, strip_styles
from istanbul_talks.database.article_text import reconstruct_text
from istanbul_talks.reanchor.read_copy import read_copy
from istanbul_talks.text import GAP
from istanbul_talks.text.tokens import Tokens

ARTICLE = (ROOT / "tests/fixtures/village/articles/well-talks.txt").read_text(encoding="utf-8")
OTHER = (ROOT / "tests/fixtures/village/articles/mill-meeting.txt").read_text(encoding="utf-8")
TAKEN = "Otter demanded that Upperton remove 12 carts from the lane."
ACCEPTED = {"exact", "shifted", "context"}

Rows = dict[str, dict[str, Any]]
Reanchor = Callable[..., Rows]


def run(db: Path, file: Path, *options: str) -> Rows:
    """Reanchor a file and return what is printed of each quote."""
    result = run_talks(db, "reanchor", str(file), *options, "--json")
    assert result.exit_code == 0, result.output
    return {row["id"]: row for row in json.loads(result.stdout)}


@pytest.fixture(params=["with text", "released"])
def database(request: pytest.FixtureRequest, village_db: Path, released_db: Path) -> Path:
    return village_db if request.param == "with text" else released_db


@pytest.fixture
def reanchor(database: Path, tmp_path: Path) -> Reanchor:
    """Reanchor a text, written to a file, and see that every row tells the words at its place."""

    def from_text(text: str, *options: str) -> Rows:
        file = tmp_path / "copy.txt"
        file.write_text(text, encoding="utf-8", newline="")
        rows = run(database, file, *options)
        for row in rows.values():
            if row["start_char"] is not None:
                assert text[row["start_char"] : row["end_char"]] == row["words"]
        return rows

    return from_text


def accepted(rows: Rows) -> set[str]:
    return {quote for quote, row in rows.items() if row["status"] in ACCEPTED}


def test_the_article_itself_is_exact(reanchor: Reanchor) -> None:
    rows = reanchor(ARTICLE)
    assert {row["status"] for row in rows.values()} == {"exact"}
    assert all(quote == f"well-talks_{row['start_char']}-{row['end_char']}" for quote, row in rows.items())
    assert all(row["quoted"] is None for row in rows.values())


def test_every_article_of_the_dataset_is_exact(dataset: Dataset, tmp_path: Path) -> None:
    for source, text in dataset.query("SELECT source_id, text FROM texts"):
        file = tmp_path / f"{source}.txt"
        file.write_text(str(text), encoding="utf-8", newline="")
        rows = run(dataset.database, file)
        assert {row["status"] for row in rows.values()} == {"exact"}
        assert all(row["id"].startswith(f"{source}_") for row in rows.values())


@pytest.mark.parametrize(
    "changed",
    [
        lambda text: text.replace("\n", "\r\n"),
        lambda text: "\ufeff" + text,
        lambda text: text.replace(" ", "\n"),
        lambda text: text.replace("“", '"').replace("”", '"').replace("’", "'"),
        lambda text: text.replace("“", "«\u00a0").replace("”", "\u00a0»"),
        lambda text: unicodedata.normalize("NFD", text),
        lambda text: f"🐑👩‍👩‍👧 from my archive\n\n{text}",
        lambda text: text.replace("removed", "re\u00admoved").replace("carts", "car\u200bts"),
        lambda text: f"{text}\n\nRead more: the weather, the market, the fair.",
    ],
    ids=["crlf", "bom", "wrapped", "straight", "guillemets", "nfd", "emoji", "invisible", "longer"],
)
def test_other_print_loses_no_quote(changed: Callable[[str], str], database: Path, tmp_path: Path) -> None:
    file = tmp_path / "copy.txt"
    file.write_bytes(changed(ARTICLE).encode())
    rows = run(database, file)
    text = file.read_bytes().decode("utf-8-sig")
    assert accepted(rows) == set(rows)
    for row in rows.values():
        assert text[row["start_char"] : row["end_char"]] == row["words"]


@pytest.mark.parametrize(
    "sign", ["\u00ad", "\u200b", "\u200c", "\u200d", "\u200e", "\u202a", "\u2069", "\ufe0f"]
)
def test_invisible_characters_lose_no_quote(sign: str, reanchor: Reanchor) -> None:
    words = ARTICLE.split(" ")
    before = " ".join(sign + word if number % 9 == 8 else word for number, word in enumerate(words))
    assert {row["status"] for row in reanchor(before).values()} <= ACCEPTED
    inside = " ".join(word[: len(word) // 2] + sign + word[len(word) // 2 :] for word in words)
    assert {row["status"] for row in reanchor(inside).values()} <= ACCEPTED


@pytest.mark.parametrize(
    ("old", "new", "quote", "note"),
    [
        ("March 2, 1998", "March 2, 1999", "well-talks_50-63", "number or negation changed: 1998 → 1999"),
        ("remove 12 carts", "remove 50 carts", "well-talks_248-263", None),
        ("remove 12 carts", "remove 50 carts", "well-talks_255-257", None),
        ("autumn 1997", "autumn 1998", "well-talks_353-379", "number or negation changed: 1997 → 1998"),
        (
            "refused to remove the carts",
            "refused to not remove the carts",
            "well-talks_413-440",
            "number or negation changed: nothing → not",
        ),
    ],
)
def test_changed_numbers_and_negations_are_no_anchors(
    reanchor: Reanchor, old: str, new: str, quote: str, note: str | None
) -> None:
    row = reanchor(ARTICLE.replace(old, new, 1))[quote]
    assert row["status"] == "orphan"
    assert row["words"] is None
    assert row["note"] == note


def test_a_negation_beside_the_words_is_told(reanchor: Reanchor) -> None:
    rows = reanchor(ARTICLE.replace("took no part", "was there, but took no part"))
    notes = [row["note"] or "" for row in rows.values() if row["status"] in ACCEPTED]
    assert any("its sentence has changed" in note for note in notes)


def test_other_words_are_suggested_and_never_anchored(reanchor: Reanchor) -> None:
    row = reanchor(ARTICLE.replace("We will share the well", "We will share one well"))["well-talks_162-184"]
    assert row["status"] == "orphan", "one is a number"
    row = reanchor(ARTICLE.replace("We will share the well", "We will share a well"))["well-talks_162-184"]
    assert (row["status"], row["note"]) == ("fuzzy", "80% alike")
    assert (row["words"], row["quoted"]) == ("We will share a well", "We will share the well")


def test_a_sentence_printed_twice_is_told_apart_by_what_is_around(reanchor: Reanchor) -> None:
    assert ARTICLE.count(TAKEN) == 2
    rows = reanchor("A new beginning.\n" + ARTICLE)
    shift = len("A new beginning.\n")
    for quote, row in rows.items():
        assert row["start_char"] == int(quote.rpartition("_")[2].partition("-")[0]) + shift
        assert row["status"] in {"shifted", "context"}
    assert Counter(row["status"] for row in rows.values())["context"]


def test_a_sentence_that_repeats_another_is_known_without_the_text(released_db: Path) -> None:
    """Catch its words taken for a second place of every quote of the first."""
    with closing(sqlite3.connect(released_db)) as db:
        known = reconstruct_text(db, "well-talks")
    assert known.count(TAKEN[:-1]) == ARTICLE.count(TAKEN) == 2
    assert all(sign in (GAP, printed) for sign, printed in zip(known, ARTICLE, strict=True))


def test_the_twin_of_a_deleted_sentence_is_no_anchor(reanchor: Reanchor) -> None:
    start = ARTICLE.index(TAKEN)
    rows = reanchor(ARTICLE.replace(TAKEN + " ", "", 1), "--source", "well-talks")
    inside = [
        row
        for quote, row in rows.items()
        if start <= int(quote.rpartition("_")[2].partition("-")[0]) < start + len(TAKEN)
    ]
    assert inside
    assert not any(row["status"] in ACCEPTED for row in inside)


def test_the_article_twice_in_one_file_is_ambiguous(reanchor: Reanchor) -> None:
    rows = reanchor(ARTICLE + "\n\n" + ARTICLE)
    assert accepted(rows) == set()
    assert {row["status"] for row in rows.values()} == {"ambiguous"}


def test_a_sentence_copied_beside_itself_is_ambiguous(reanchor: Reanchor) -> None:
    sentence = "According to the miller, Quill refused to remove the carts. "
    rows = reanchor(ARTICLE.replace(sentence, sentence * 2))
    start = ARTICLE.index(sentence)
    for quote, row in rows.items():
        place = int(quote.rpartition("_")[2].partition("-")[0])
        if start <= place < start + len(sentence):
            assert row["status"] not in ACCEPTED


def test_half_an_article_has_the_quotes_of_that_half(reanchor: Reanchor) -> None:
    half = ARTICLE[: ARTICLE.index("According to the miller")]
    rows = reanchor(half)
    for quote, row in rows.items():
        start, end = map(int, quote.rpartition("_")[2].split("-"))
        if end <= len(half) - len("12 carts from the lane."):
            assert (row["start_char"], row["end_char"]) == (start, end)
        elif start >= len(half):
            assert row["status"] not in ACCEPTED


def test_capitals_are_no_anchors(reanchor: Reanchor) -> None:
    rows = reanchor(ARTICLE.upper(), "--source", "well-talks")
    numbers = {quote for quote in accepted(rows) if rows[quote]["quoted"] is None}
    assert accepted(rows) == numbers
    assert any(row["status"] == "fuzzy" for row in rows.values())


@pytest.mark.parametrize("options", [(), ("--source", "well-talks")])
@pytest.mark.parametrize(
    "text",
    [
        "",
        "🐑",
        "Alle Menschen sind frei und gleich an Würde und Rechten geboren.",
        "The lane, the mill, and Quill are words of the article, but this is another text about Upperton.",
    ],
)
def test_what_is_no_copy_is_refused_in_one_line(
    database: Path, tmp_path: Path, text: str, options: tuple[str, ...]
) -> None:
    file = tmp_path / "copy.txt"
    file.write_text(text, encoding="utf-8")
    result = run_talks(database, "reanchor", str(file), *options)
    assert result.exit_code == 1
    assert result.stdout == ""
    assert result.stderr.startswith("talks: ")
    assert result.stderr.count("\n") == 1


def test_an_article_is_no_copy_of_another(database: Path, tmp_path: Path, dataset: Dataset) -> None:
    file = tmp_path / "copy.txt"
    file.write_text(OTHER, encoding="utf-8")
    assert run_talks(database, "reanchor", str(file), "--source", "well-talks").exit_code == 1
    assert all(quote.startswith("mill-meeting_") for quote in run(database, file))
    sources = {str(source): str(text) for source, text in dataset.query("SELECT source_id, text FROM texts")}
    for source, text in sources.items():
        file.write_text(text, encoding="utf-8", newline="")
        for other in sources.keys() - {source}:
            result = run_talks(dataset.database, "reanchor", str(file), "--source", other)
            assert result.exit_code == 1, (source, other)
            assert "is no copy of" in result.stderr


@pytest.mark.parametrize(
    ("content", "said"),
    [
        ("Der Müller".encode("latin-1"), "is no text in UTF-8 (byte 5)"),
        ("The mill".encode("utf-16"), "is text in UTF-16 or UTF-32; save it as text"),
        (b"\x89PNG\r\n\x1a\n", "is no text in UTF-8"),
        (b"The\0mill", "holds zero bytes"),
    ],
)
def test_what_is_no_text_is_misuse(village_db: Path, tmp_path: Path, content: bytes, said: str) -> None:
    file = tmp_path / "copy.txt"
    file.write_bytes(content)
    result = run_talks(village_db, "reanchor", str(file))
    assert result.exit_code == 2
    assert said in result.stderr
    assert result.stderr.count("\n") == 1


def test_a_folder_or_no_file_is_misuse(village_db: Path, tmp_path: Path) -> None:
    for path in (tmp_path, tmp_path / "none.txt"):
        result = run_talks(village_db, "reanchor", str(path))
        assert result.exit_code == 2
        assert result.stderr.count("\n") == 1


def test_html_is_read_as_its_reader_sees_it(database: Path, tmp_path: Path) -> None:
    paragraphs = [
        f"<p>{part.replace('12 carts', '<b>12</b> ca<i>rts</i>').replace('“', '&ldquo;')}</p>"
        for part in ARTICLE.split("\n\n")
    ]
    page = tmp_path / "copy.html"
    page.write_text(
        "<!doctype html><html><head><title>12 carts</title><style>p {}</style></head><body>"
        f"<script>remove('12 carts')</script>{''.join(paragraphs)}</body></html>",
        encoding="utf-8",
    )
    kept = tmp_path / "kept.txt"
    rows = run(database, page, "-o", str(kept))
    text = kept.read_text(encoding="utf-8")
    assert accepted(rows) == set(rows)
    assert all(text[row["start_char"] : row["end_char"]] == row["words"] for row in rows.values())
    assert "style" not in text
    assert "positions count in the text" in run_talks(database, "reanchor", str(page)).stderr


def test_the_copy_itself_is_never_written_over(database: Path, tmp_path: Path) -> None:
    file = tmp_path / "copy.html"
    file.write_text(f"<p>{ARTICLE}</p>", encoding="utf-8")
    before = file.read_bytes()
    result = run_talks(database, "reanchor", str(file), "-o", str(file))
    assert result.exit_code == 2
    assert "is the copy itself; give another path with -o" in result.stderr
    assert file.read_bytes() == before


def test_html_is_known_by_how_it_begins(tmp_path: Path) -> None:
    file = tmp_path / "saved"
    file.write_text(
        "\n<!DOCTYPE HTML><p>a&nbsp;mill<br>a <em>l</em>ane<script>x<y</script>", encoding="utf-8"
    )
    copy = read_copy(file)
    assert copy.is_html
    assert copy.text.split() == ["a", "mill", "a", "lane"]
    assert "mill\n" in copy.text


def test_a_status_is_asked_for(database: Path, tmp_path: Path) -> None:
    file = tmp_path / "copy.txt"
    file.write_text(ARTICLE, encoding="utf-8", newline="")
    every = run_talks(database, "reanchor", str(file), "--count").stdout
    assert run_talks(database, "reanchor", str(file), "--status", "exact", "--count").stdout == every
    assert (
        run_talks(database, "reanchor", str(file), "--status", "fuzzy", "--status", "orphan").exit_code == 1
    )
    assert run_talks(database, "reanchor", str(file), "--status", "sure").exit_code == 2


def test_short_quotes_carry_a_warning(reanchor: Reanchor) -> None:
    rows = reanchor(ARTICLE)
    assert all((len(row["words"]) < 30) == (row["note"] == "short") for row in rows.values())


def test_a_terminal_shows_how_many_have_which_status(village_db: Path, tmp_path: Path) -> None:
    file = tmp_path / "copy.txt"
    file.write_text(ARTICLE, encoding="utf-8", newline="")
    count = run_talks(village_db, "reanchor", str(file), "--count").stdout.strip()
    screen = strip_styles(run_in_terminal(village_db, "reanchor", str(file)))
    assert [line.split() for line in screen.splitlines()[:2]] == [["status", "quotes"], ["exact", count]]


def test_without_prefixes_and_suffixes_it_still_works(dataset: Dataset, tmp_path: Path) -> None:
    """Catch an anchoring that leans on what a release may leave out."""
    released = tmp_path / "released.db"
    released.write_bytes(dataset.database.read_bytes())
    with closing(sqlite3.connect(released)) as db, db:
        db.execute("DELETE FROM texts")
        db.execute("UPDATE quotes SET prefix = NULL, suffix = NULL")
    for source, text in dataset.query("SELECT source_id, text FROM texts"):
        file = tmp_path / "copy.txt"
        file.write_text(f"Before it.\n{text}", encoding="utf-8", newline="")
        rows = run(released, file, "--source", str(source))
        assert len(accepted(rows)) > 0.9 * len(rows)
        for quote in accepted(rows):
            start = int(quote.rpartition("_")[2].partition("-")[0])
            assert rows[quote]["start_char"] == start + len("Before it.\n")


def test_tokens_keep_their_places_and_know_their_equals() -> None:
    tokens = Tokens("“Él’s”  85,000—not… 3.5\u00ad%")
    assert tokens.keys == ["'", "Él", "'", "s", "'", "85,000", "-", "not", "…", "3.5", "%"]
    assert Tokens("'E\u0301l's' 85,000--not... 3.5%").keys[:-4] == tokens.keys[:-4]
    assert Tokens(f"mill{GAP * 3}lane").keys == ["mill", GAP, "lane"]
    assert list(tokens.find_sequence(["'"])) == [0, 2, 4]
    assert tokens.get_span(range(5, 6)) == (8, 14)
    assert Tokens("20 km").keys != Tokens("20,5 km").keys
