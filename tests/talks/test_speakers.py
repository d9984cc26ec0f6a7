"""Whether a draft gives a quotation to the speaker to whom the articles give it."""

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from fixtures.draft_speakers import find_other


@pytest.mark.parametrize("path", ["village_db", "released_db"])
def test_another_speaker_is_told_and_who_may_stand_for_the_holder_is_not(
    path: str, request: pytest.FixtureRequest
) -> None:
    """Catch an objection to a voice of the chain, to a group or state of the holder, or to its author."""
    database: Path = request.getfixturevalue(path)
    with closing(sqlite3.connect(database)) as db:
        right = [
            "Quill said: {}.",
            "Upperton said: {}.",
            "He said: {}.",
            "Rescuers said: {}.",
            "{}, said Mayor Ada Quill of Upperton.",
        ]
        assert [find_other(db, draft, "We will share the well") for draft in right] == [""] * len(right)
        assert find_other(db, "Otter said: {}.", "We will share the well") == "Otter"
        assert find_other(db, "According to Otter, {}.", "had promised it") == ""
        assert find_other(db, "Miller Jones said {}.", "remove 12 carts") == "Miller Jones"
