"""What is told at a place of an article, and what is said against it."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from istanbul_talks.check.findings import ArticlePlace
from istanbul_talks.check.told_records import find_denials, find_told


@pytest.fixture(params=["village_db", "released_db"])
def db(request: pytest.FixtureRequest) -> Iterator[sqlite3.Connection]:
    """The village's database with the articles' text, and without."""
    path: Path = request.getfixturevalue(request.param)
    with closing(sqlite3.connect(path)) as connection:
        yield connection


def locate(db: sqlite3.Connection, words: str) -> ArticlePlace:
    """Return the place of a quote."""
    query = "SELECT source_id, start_char, end_char FROM quotes WHERE exact = ? ORDER BY start_char"
    return ArticlePlace(*db.execute(query, [words]).fetchone())


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (
            "We will share the well",
            "Ada Quill proposes: To share the well by day. (Quill offers the well, ",
        ),
        (
            "had promised it",
            "Author of the article on the meeting → Bram Otter “claimed” (at a distance) → ",
        ),
        ("remove 12 carts", "Bram Otter demands of Upperton: "),
        (
            "Mayor Ada Quill of Upperton",
            "Coded from the words of author of the article on the meeting: Ada Quill: Mayor",
        ),
    ],
)
def test_the_narrowest_statement_or_record_is_told_first_with_its_voice(
    db: sqlite3.Connection, words: str, told: str
) -> None:
    """Catch words told without who says them, or as the author's what is somebody else's."""
    assert find_told(db, (locate(db, words),))[0].text.startswith(told)


def test_who_rejects_a_demand_is_told_with_a_voice(db: sqlite3.Connection) -> None:
    """Catch a rejection that is not told, and a statement told as being against itself."""
    told = {denial.sentence for denial in find_denials(db, (locate(db, "remove 12 carts"),))}
    assert any(sentence.startswith("The miller → Ada Quill “refused”: ") for sentence in told)
    assert not any("demands of" in sentence for sentence in told)
