"""Tests of `talks who-said`."""

import re
from pathlib import Path

from fixtures.talks_runner import read_rows, run_in_terminal, run_talks, strip_styles


def test_who_said_goes_inwards_from_the_author(village_db: Path) -> None:
    assert run_talks(village_db, "who-said", "lane-belongs-to-lowerton").stdout.splitlines() == [
        "Author of the article on the meeting → Bram Otter “claimed” (at a distance); Author of the article "
        "on the meeting → Bram Otter “claimed” (at a distance) → an aunt of Quill “promised it in autumn "
        "1997”: The lane belongs to Lowerton.\tlane-belongs-to-lowerton",
        "",
        "well-talks",
        "author of the article on the meeting",
        "  Bram Otter (He) “claimed”: asserts",
        "    **the lane “belongs to Lowerton”** [well-talks_295-325]",
        "  Bram Otter (He) “claimed”",
        "    an aunt of Quill (Quill’s  aunt) “promised it in autumn 1997”: asserts",
        "      **had promised it** [well-talks_349-364]",
    ]


def test_who_said_hangs_what_shares_a_speaker_from_one_branch(village_db: Path) -> None:
    screen = run_in_terminal(village_db, "who-said", "lane-belongs-to-lowerton")
    assert screen.count("author of the article") == 1
    assert re.search(r"├── Bram Otter \(He\) “claimed”: asserts *\n│   └── the lane", strip_styles(screen))
    assert "    └── an aunt of Quill" in strip_styles(screen)


def test_who_said_says_on_what_ground(village_db: Path) -> None:
    lines = run_talks(village_db, "who-said", "remove-carts").stdout.splitlines()
    assert [line.partition("] ")[2] for line in lines if "on the ground of" in line] == [
        "on the ground of “did not object”"
    ]
    rows = read_rows(village_db, "who-said", "remove-carts")
    assert [row["id"].partition("_")[0] for row in rows if row["ground"]] == ["mill-meeting"]
