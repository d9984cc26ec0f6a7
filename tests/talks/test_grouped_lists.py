"""Tests of the lists in a terminal, on the real data: short, whole, with voices, and for any terminal."""

from pathlib import Path

from fixtures.built_dataset import Dataset
from fixtures.talks_runner import draw, read_rows, run_in_real_terminal, run_in_terminal, run_talks


def test_a_demand_stands_under_who_wants_it_of_whom(dataset: Dataset) -> None:
    """Catch a demand whose heading, or whose own words before it, name others than make it."""
    screen = draw(dataset.database, "demands", columns=300)
    heading = ""
    listed = {row["id"]: row for row in read_rows(dataset.database, "demands")}
    for line in screen.splitlines():
        if not line.startswith(" "):
            heading = line
        elif (row_id := line.split()[-1]) in listed:
            makers = listed.pop(row_id)["by"].split("; ")
            assert all(maker.split()[-1] in f"{heading}{line}" or maker in heading for maker in makers), line
    assert listed == {}


def test_sort_limit_and_columns_go_on_working(village_db: Path) -> None:
    assert draw(village_db, "demands", "--sort", "-id").split("\n")[0].endswith("share-the-well")
    assert "1 demand (→ " in draw(village_db, "demands", "--limit", "1")
    assert draw(village_db, "demands", "--columns", "id,by").split()[:2] == ["id", "by"]


def test_an_empty_list_says_what_to_try(village_db: Path) -> None:
    screen = draw(village_db, "claims", "--stance", "denies")
    assert "0 claims" not in screen
    assert "--help" in screen
    assert "talks search WORDS" in screen


def test_a_terminal_without_unicode_gets_plain_signs(village_db: Path) -> None:
    """Catch escapes such as \\u2192 in what a person reads."""
    screen = run_in_real_terminal(village_db, "demands", PYTHONIOENCODING="ascii", PYTHONUTF8="0")
    assert "\\u" not in screen
    assert "Otter -> Upperton: " in screen


def test_ids_are_muted_unless_the_terminal_has_no_colours(village_db: Path) -> None:
    assert "\x1b[2m" in run_in_terminal(village_db, "demands")
    assert run_talks(village_db, "demands").stdout.startswith("id\tby\tof\t")
