"""`talks show` of records of these articles."""

import re

from fixtures.built_dataset import Dataset
from fixtures.talks_runner import read_rows, run_in_terminal, run_talks, strip_styles


def test_show_tells_how_many_more_there_are_and_all_of_them(dataset: Dataset) -> None:
    shown = run_talks(dataset.database, "show", "russia").stdout
    assert re.search(r"… and \d+ more: --whole", shown)
    whole = run_talks(dataset.database, "show", "russia", "--whole").stdout
    assert "more: --whole" not in whole
    assert len(whole.splitlines()) > 2 * len(shown.splitlines())


def test_show_prints_no_markup_of_an_article(dataset: Dataset) -> None:
    """Catch [denied](#) in words, in a title and in a sentence."""
    quotes = read_rows(dataset.database, "sql", "SELECT id FROM quotes WHERE exact LIKE '%](%'")
    assert quotes
    for quote in quotes[:5]:
        assert "](" not in run_talks(dataset.database, "show", quote["id"]).stdout


def test_a_disagreement_is_told_by_its_sides_each_with_its_voice_and_words(dataset: Dataset) -> None:
    """Catch a side that reads as if its holder had said it outright, where the author keeps a distance."""
    shown = run_talks(dataset.database, "show", "ukraines-acceptance-in-2022").stdout
    told = "Vladimir Socor → Vladimir Putin “falsely claimed ever since” (author rejects): Kyiv had accepted"
    assert told in shown
    assert "\n      “" in shown


def test_a_persons_disagreements_tell_the_persons_own_side(dataset: Dataset) -> None:
    """Catch a count in place of what the person says, and the side of another before it."""
    own = dataset.query("""
      SELECT discrepancies.label, voice || ': ' || says
      FROM discrepancy_sides JOIN discrepancies ON discrepancies.id = discrepancy_id
      WHERE holder_id = 'vladimir-medinsky'
    """)
    shown = run_in_terminal(dataset.database, "show", "medinsky", "--whole", columns=100)
    screen = " ".join(strip_styles(shown).split())
    assert len(own) > 10
    assert [label for label, told in own if str(told) not in screen.rpartition(f" {label} ")[2]] == []
    assert (
        " How the war stands for Russia 8 other answers upper-hand According to Vladimir Medinsky: " in screen
    )


def test_quotes_stand_with_when_they_were_said(dataset: Dataset) -> None:
    """Catch words whose day is told, without it, and a day beside words that have none."""
    screen = strip_styles(run_in_terminal(dataset.database, "show", "ceasefire-30-days", columns=300))
    lines = [line.strip() for line in screen.splitlines()]
    refused = next(i for i, line in enumerate(lines) if line.startswith("Putin did not agree to the joint"))
    assert lines[refused + 1] == "(night of 10 to 11 May 2025)"
    resisted = next(i for i, line in enumerate(lines) if line.startswith("Moscow resisted pressure"))
    assert not lines[resisted + 1].startswith("(")
