"""What a coding accepts: what coverage would leave open, and false alarms of checks; nothing else."""

import hashlib
import re

import pytest

from fixtures.built_dataset import Dataset
from fixtures.script_runner import run_script
from pipeline import BuildError

WELL = "articles/well-talks.yaml"
QUANTITY = '  quantities: [{text: "12", comparator: "=", value: 12, unit: cart}]\n'
WORDS = "{exact: remove 12 carts, occurrence: 1}"


def _accept(village: Dataset, asked_by: str, quote: str = WORDS) -> None:
    coding = village.seeds / WELL
    entry = f"accepted:\n- {{quote: {quote}, asked_by: {asked_by}, reason: The carts are not counted.}}\n"
    coding.write_text(f"{coding.read_text(encoding='utf-8')}\n{entry}", encoding="utf-8")


def _list_coverage(village: Dataset) -> str:
    return run_script("quality.py", "coverage", "--list", "--database", village.database).stdout


def test_an_accepted_number_is_not_open_and_is_listed_with_its_reason(village: Dataset) -> None:
    village.edit(WELL, QUANTITY, "")
    _accept(village, "numbers")
    village.build()
    place = "well-talks 248-263 accepted for numbers"
    assert _list_coverage(village) == f"{place}: 'remove 12 carts': The carts are not counted.\n"


def test_accepted_reporting_words_and_dates_are_not_open(village: Dataset) -> None:
    text, coding = (village.seeds / "articles" / f"mill-meeting.{suffix}" for suffix in ("txt", "yaml"))
    text.write_text(
        text.read_text(encoding="utf-8").replace("object.", "object last week, it is said."), "utf-8"
    )
    digest = hashlib.sha256(text.read_bytes()).hexdigest()
    written = re.sub("sha256: .*", f"sha256: {digest}", coding.read_text(encoding="utf-8"))
    coding.write_text(written, encoding="utf-8")
    village.build()
    opened = _list_coverage(village).splitlines()[::2]
    assert [line.split(" ", 2)[2] for line in opened] == ["reporting words: 'said'", "dates: 'last week'"]
    reasons = "\n- {quote: it is said, asked_by: reporting words, reason: Hearsay.}"
    reasons += "\n- {quote: last week, asked_by: dates, reason: Of no event.}\n"
    coding.write_text(f"{written}\naccepted:{reasons}", encoding="utf-8")
    village.build()
    assert [line.split(" ", 2)[2] for line in _list_coverage(village).splitlines()] == [
        "accepted for dates: 'last week': Of no event.",
        "accepted for reporting words: 'it is said': Hearsay.",
    ]


@pytest.mark.parametrize("asked_by", ["numbers", "quantities_fit_their_words"])
def test_what_nothing_asks_for_any_more_is_a_fault_with_its_place(village: Dataset, asked_by: str) -> None:
    _accept(village, asked_by)
    with pytest.raises(BuildError) as raised:
        village.build()
    (message,) = raised.value.messages
    lines = (village.seeds / WELL).read_text(encoding="utf-8").splitlines()
    place = f"{village.seeds / WELL}:{len(lines)}"
    assert message == f"{place}: nothing asks for this any more; remove the entry"


def test_a_false_alarm_of_a_check_is_accepted_where_it_stands(village: Dataset) -> None:
    village.edit(WELL, QUANTITY, QUANTITY.replace("value: 12", "value: 11"))
    with pytest.raises(BuildError, match="check quantities_fit_their_words finds 1 rows"):
        village.build()
    _accept(village, "quantities_fit_their_words")
    village.build()
    assert village.query("SELECT asked_by, reason FROM acceptances") == [
        ("quantities_fit_their_words", "The carts are not counted.")
    ]


def test_an_alarm_elsewhere_is_not_accepted(village: Dataset) -> None:
    village.edit(WELL, QUANTITY, QUANTITY.replace("value: 12", "value: 11"))
    _accept(village, "quantities_fit_their_words", "autumn 1997")
    with pytest.raises(BuildError) as raised:
        village.build()
    alarm, idle = raised.value.messages
    assert alarm.startswith("check quantities_fit_their_words finds 1 rows")
    assert idle.endswith("nothing asks for this any more; remove the entry")


def test_a_false_alarm_over_a_speaker_is_accepted_in_the_sentence_of_the_cue(village: Dataset) -> None:
    """Catch an acceptance that finds only rows whose ids name their words."""
    village.edit(WELL, "parent: miller\n  holder: ada-quill", "parent: miller\n  holder: bram-otter")
    with pytest.raises(BuildError, match="check printed_speakers_are_the_holders finds 1 rows"):
        village.build()
    _accept(village, "printed_speakers_are_the_holders", "Quill refused")
    village.build()
