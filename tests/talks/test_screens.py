"""What every command shows of the made-up village, whole: in a terminal, and below that in a pipe.

`python -m pytest -n 0 tests/talks/test_screens.py --refresh` writes screens.txt anew; read what changed.
"""

import re
from contextlib import chdir
from pathlib import Path

import pytest

from fixtures.kept_sections import keep_sections, read_sections
from fixtures.talks_runner import run_in_terminal, run_talks, strip_styles

SCREENS = Path(__file__).with_name("screens.txt")
DRAFTS = Path(__file__).parents[1] / "fixtures" / "drafts"
COLUMNS = 72
COMMANDS = """
demands
demands --words --about carts
demands --sort -id --limit 1
claims
claims --words
events
events --words --source well-talks
events --sort id
people
people --roles
delegations
delegations --words
disagreements
disagreements --words
read
read well-talks
read mill-meeting --mark sources,roles
compare
compare water
compare roads --by speaker
compare share-the-well
compare lane-belongs-to-lowerton
show share-the-well
show remove-carts --whole
show lane-belongs-to-lowerton
show mill-talks
show ada-quill
show hill-envoys
show number-of-carts
show parking
show mill-meeting
show well-talks_162-184
search well
search carts --table demands
search miller otter bells
search lowertn
check village.md
check village.md --all
check village.md --csv
schema quantities
schema demand_sentences
sql SELECT * FROM topics
sql SELECT name, NULL AS none, 1.5 AS number FROM people
demands --kind wish
demands --by lower
demands --topic wel
claims --stance denies
compare mill
compare ada-quill
events --from yesterday
read nobody
show wel-talks
schema carts
"""


STYLES = {"", "0", "1", "2", "4", "36", "1;4"}
"""Bold, muted, underlined, cyan, and a hit: whatever else is coloured, numbers say, is nobody's choice."""


def show(database: Path, line: str) -> str:
    """Return what a command shows in a terminal, styles included, then what it prints into a pipe."""
    words = line.split(maxsplit=1) if line.startswith("sql") else line.split()
    piped = run_talks(database, *words)
    return run_in_terminal(database, *words, columns=COLUMNS) + piped.stdout + piped.stderr


def strip(screen: str) -> str:
    """Return a screen without styles, and without space at the end of lines."""
    return "\n".join(line.rstrip() for line in strip_styles(screen).splitlines())


@pytest.fixture(scope="module")
def screens(village_db: Path, pytestconfig: pytest.Config) -> dict[str, str]:
    with chdir(DRAFTS):
        shown = {line: show(village_db, line) for line in COMMANDS.strip().splitlines()}
    keep_sections(SCREENS, {line: strip(screen) for line, screen in shown.items()}, pytestconfig)
    return shown


@pytest.mark.parametrize("line", COMMANDS.strip().splitlines())
def test_a_command_shows_what_it_did(screens: dict[str, str], line: str) -> None:
    """Catch a screen that changed unseen: a count, a plural, an indent, a voice, the order of lines."""
    assert strip(screens[line]) == read_sections(SCREENS)[line]
    assert set(re.findall(r"\x1b\[([\d;]*)m", screens[line])) <= STYLES
