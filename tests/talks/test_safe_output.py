"""Nothing that is printed can do anything to a terminal, whatever the database holds and whoever types."""

import csv
import io
import json
import sys
from collections.abc import Callable
from contextlib import redirect_stderr, redirect_stdout
from pathlib import Path

import pytest

from fixtures.reader_databases import STEERING
from fixtures.talks_runner import Screen, run_in_terminal, run_talks, strip_styles
from istanbul_talks.cli.application import app
from istanbul_talks.text.characters import UNFIT, UNFIT_IN_JSON
from istanbul_talks.text.safe_output import ASCII_SIGNS, printing_safely

SHOWN = r"\x1b[5m\x1b]8;;http://a\x07b\x9b5m\u202e\u2066\x00"

TYPED = STEERING.replace("\0", "")
NAMES = f'SELECT form AS "a{TYPED}" FROM names'

COMMANDS = [
    [],
    ["people"],
    ["people", "--roles"],
    ["demands"],
    ["demands", "--words"],
    ["claims", "--columns", "id,claim"],
    ["events"],
    ["disagreements"],
    ["delegations"],
    ["read"],
    ["read", "well-talks"],
    ["show", "ada-quill"],
    ["show", "share-the-well"],
    ["search", "well"],
    ["compare"],
    ["compare", "well-talks"],
    ["cite", "share-the-well"],
    ["schema"],
    ["schema", "claims"],
    ["sql", NAMES],
    ["export", "names"],
    ["demands", "--csv"],
    ["demands", "--json"],
    ["demands", "--format", "markdown"],
    ["show", TYPED],
    [f"no{TYPED}"],
    ["demands", f"--no{TYPED}"],
    ["--db", f"no{TYPED}", "demands"],
]


@pytest.mark.parametrize("words", COMMANDS, ids=ascii)
def test_nothing_printed_steers_a_terminal(steering_db: Path, words: list[str]) -> None:
    screen = run_in_terminal(steering_db, *words)
    assert screen
    assert "\x1b[5m" not in screen
    assert UNFIT.findall(strip_styles(screen)) == []


@pytest.mark.parametrize("words", [["show", "ada-quill"], ["demands"], ["sql", NAMES, "--format=tsv"]])
def test_lines_in_a_pipe_are_safe_where_they_are_shown(steering_db: Path, words: list[str]) -> None:
    output = run_talks(steering_db, *words).output
    assert SHOWN in output
    assert UNFIT.findall(output) == []


@pytest.mark.parametrize("form", ["json", "jsonl", "csv"])
def test_data_in_a_pipe_stay_what_they_are(steering_db: Path, form: str) -> None:
    value = f"a\u2028b\x85c{STEERING}".replace("\r", "")
    query = f"SELECT {'||'.join(f'char({ord(sign)})' for sign in value)} AS x"
    output = run_talks(steering_db, "sql", query, *OPTIONS[form]).stdout
    assert READERS[form](output) == value
    if form != "csv":
        assert UNFIT_IN_JSON.findall(output) == []


def _read_csv(output: str) -> str:
    return list(csv.reader(io.StringIO(output, newline="")))[1][0]


READERS: dict[str, Callable[[str], object]] = {
    "json": lambda output: json.loads(output)[0]["x"],
    "jsonl": lambda output: [json.loads(line)["x"] for line in output.splitlines()].pop(),
    "csv": _read_csv,
}


OPTIONS = {"json": ["--json"], "jsonl": ["--format", "jsonl"], "csv": ["--csv"]}


class AsciiScreen(Screen):
    encoding = "ascii"


@pytest.mark.parametrize("words", [["demands"], ["events"], ["read", "well-talks"], ["no“thing”"]])
def test_a_terminal_that_has_only_ascii_gets_other_signs(village_db: Path, words: list[str]) -> None:
    with redirect_stdout(AsciiScreen()) as screen, redirect_stderr(screen), pytest.raises(SystemExit):
        app(["--db", str(village_db), *words], prog_name="talks")
    assert screen.getvalue()
    assert not set(map(ord, screen.getvalue())) & ASCII_SIGNS.keys()


def test_of_an_endless_word_an_error_has_both_ends(capsys: pytest.CaptureFixture[str]) -> None:
    whole = "a.yaml:1: the key " + "x" * 1900 + "; remove it\n"
    with printing_safely():
        sys.stderr.write(whole)
        sys.stderr.write(whole.replace("x", "x" * 50))
        sys.stdout.write(whole.replace("x", "x" * 50))
    printed = capsys.readouterr()
    short, cut = printed.err.splitlines(keepends=True)
    assert short == whole
    assert (cut[:20], cut[-16:], len(cut)) == ("a.yaml:1: the key xx", "xxxx; remove it\n", 1804)
    assert len(printed.out) > 90_000
