"""What a text of the seeds may hold, told with its place; a byte order mark does not count."""

import hashlib
from pathlib import Path

import pytest

from fixtures.built_dataset import Dataset
from fixtures.talks_runner import read_rows
from istanbul_talks.text.folding import is_invisible
from istanbul_talks.text.sentence_ends import SentenceRules, split_sentences
from pipeline import BuildError

WELL, TOPICS = "articles/well-talks", "registers/topics.yaml"


def _change_article(village: Dataset, old: str, new: str) -> Path:
    """Change words of an article, and its checksum in the coding."""
    path = village.seeds / f"{WELL}.txt"
    before = path.read_bytes()
    path.write_bytes(before.replace(old.encode(), new.encode(), 1))
    old_sum, new_sum = (hashlib.sha256(content).hexdigest() for content in (before, path.read_bytes()))
    village.edit(f"{WELL}.yaml", old_sum, new_sum)
    return path


def _collect_messages(broken: Dataset) -> list[str]:
    with pytest.raises(BuildError) as raised:
        broken.build()
    return raised.value.messages


@pytest.mark.parametrize(
    ("sign", "named"),
    [
        ("\0", "U+0000 (a control character)"),
        ("\x0b", "U+000B (a control character)"),
        ("\x0c", "U+000C (a control character)"),
        ("\x1b", "U+001B (a control character)"),
        ("\x85", "U+0085 (a control character)"),
        ("\u202e", "U+202E (which turns the direction of what follows)"),
        ("\u2067", "U+2067 (which turns the direction of what follows)"),
        ("\ufffe", "U+FFFE (which is no character)"),
    ],
)
def test_what_no_text_may_hold_is_told_with_line_and_column(village: Dataset, sign: str, named: str) -> None:
    path = _change_article(village, "On Friday", f"On{sign} Fri{sign}day")
    line = path.read_bytes().split(b"On")[0].count(b"\n") + 1
    told = f"{path}:{line}: column 3 is {named}, which no text may hold (2 times in this file); take it out"
    assert any(message.startswith(told) for message in _collect_messages(village))


@pytest.mark.parametrize(
    ("written", "named"),
    [
        (r'"Ro\eads"', "U+001B"),
        (r'"Ro\0ads"', "U+0000"),
        (r'"Ro\x9bads"', "U+009B"),
        (r'"Ro\u202Eads"', "U+202E"),
        ("Ro\u202eads", "U+202E"),
        ("Ro\u2066ads", "U+2066"),
    ],
)
def test_a_value_may_hold_no_more_however_it_is_written(village: Dataset, written: str, named: str) -> None:
    village.edit(TOPICS, "name: Roads", f"name: {written}")
    lines = (village.seeds / TOPICS).read_text(encoding="utf-8").split("\n")
    number = next(number for number, line in enumerate(lines, 1) if written in line)
    told = f"{village.seeds / TOPICS}:{number}: this holds {named} ("
    assert any(message.startswith(told) for message in _collect_messages(village))


@pytest.mark.parametrize(("mark", "line_end"), [("", "\n"), ("\ufeff", "\n"), ("", "\r\n")])
def test_the_very_file_is_exact(village: Dataset, mark: str, line_end: str) -> None:
    """Catch a byte order mark, or line ends of Windows, that move the positions."""
    path = village.seeds / f"{WELL}.txt"
    before = path.read_text(encoding="utf-8")
    text = before.replace("\n", line_end)
    _change_article(village, before, mark + text)
    village.build()
    rows = read_rows(village.database, "reanchor", str(path))
    assert {row["status"] for row in rows} == {"exact"}
    assert village.query("SELECT length FROM sources WHERE id = 'well-talks'") == [(len(text),)]
    assert village.query("SELECT text FROM texts WHERE source_id = 'well-talks'") == [(text,)]


@pytest.mark.parametrize("sign", list("\u00ad\u061c\u180e\u200b\u2060\ufe0f\ufeff\U000e0041"))
def test_what_is_invisible_between_sentences_joins_none(sign: str) -> None:
    rules = SentenceRules((), (), (), ())
    assert is_invisible(sign)
    assert len(split_sentences(f"One ends.{sign} {sign}Two begins.", rules)) == 2
