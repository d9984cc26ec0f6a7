"""Tests of the interactive prompt of `talks sql`."""

from pathlib import Path
from typing import Any

import pytest

from fixtures.talks_runner import run_in_real_terminal
from istanbul_talks.errors import TalksError
from istanbul_talks.terminal import optional_packages


def test_the_prompt_answers_tells_what_is_wrong_and_ends(village_db: Path) -> None:
    steps = [
        (b"talks>", b"SELEC 1\r"),
        (b"talks: near", b"SELECT 6 * 7 AS answer\r"),
        (b"42", b""),
        (b"talks>", b"\x04"),
    ]
    assert "42" in run_in_real_terminal(village_db, "sql", steps=steps)


def test_the_prompt_completes_names(village_db: Path) -> None:
    steps = [(b"talks>", b"SELECT * FROM discrepancy_s\t"), (b"sides", b"\x15\x04")]
    assert "discrepancy_sides" in run_in_real_terminal(village_db, "sql", steps=steps)


def test_a_missing_library_is_told_with_how_to_get_it(monkeypatch: pytest.MonkeyPatch) -> None:
    def missing(name: str, *_rest: Any) -> None:
        raise ImportError(name)

    monkeypatch.setattr(optional_packages, "import_module", missing)
    with pytest.raises(TalksError, match=r"A prompt needs nothing_like_it; .*'istanbul-talks\[prompt\]'"):
        optional_packages.import_optional("nothing_like_it.shell", "prompt", "A prompt")
