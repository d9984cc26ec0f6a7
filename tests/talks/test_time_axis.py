"""Tests of the time axis in a terminal."""

import io
import re
from collections.abc import Sequence
from contextlib import redirect_stdout
from pathlib import Path

from fixtures.talks_runner import run_in_terminal, run_talks, strip_styles
from istanbul_talks.terminal import time_axis

NAMES = (
    *("id", "when", "event", "place", "kind", "duration", "status", "alleged by", "in words"),
    *("earliest", "latest"),
)


def draw_events(
    *rows: Sequence[str | None], names: Sequence[str] = NAMES, in_full: bool = False
) -> list[str]:
    with redirect_stdout(io.StringIO()) as screen:
        time_axis.draw_time_axis(names, rows, in_full)
    return [" ".join(line.rstrip().rsplit("  ", 1)) for line in screen.getvalue().splitlines()]


def make_row(
    name: str,
    when: str | None,
    earliest: str | None,
    latest: str | None,
    *,
    words: str | None = None,
    duration: str = "happens",
    alleged_by: str | None = None,
) -> Sequence[str | None]:
    status = "alleged" if alleged_by else "did_not_occur"
    told = (name, when, name.title(), None, "talks", duration, status, alleged_by)
    return (*told, words or when, earliest, latest)


def test_days_are_marked_in_their_year() -> None:
    row = make_row("fair", *["1998-05-03"] * 3, words="3 May 1998")
    assert [line.split() for line in draw_events(row, in_full=True)[:3]] == [
        ["1998"],
        ["3", "May", "●", "Fair", "(did", "not", "occur)", "fair"],
        ["│", "talks"],
    ]


def test_an_event_of_a_group_says_so() -> None:
    row = make_row("fair", *["1998-05-03"] * 3, words="3 May 1998")
    lines = draw_events([*row, "the villages"], [*row, None], names=[*NAMES, "as one of"])
    assert [line[line.index("(") :].split(")")[0] for line in lines if "did not occur" in line] == [
        "(did not occur, as one of the villages",
        "(did not occur",
    ]


def test_the_mark_says_whether_it_is_a_day_a_time_or_lasts() -> None:
    lines = draw_events(
        make_row("fair", "1998-22", "1998-06-01", "1998-08-31", words="in summer 1998"),
        make_row(
            "walk",
            "1998-08-01/1998-08-02",
            "1998-08-01",
            "1998-08-02",
            words="between 1 August and 2 August 1998",
        ),
        make_row("feud", "1998", "1998-01-01", "1998-12-31", words="during 1998", duration="lasts"),
        make_row("rain", *["1998-08-03"] * 3, words="3 August 1998", duration="lasts"),
    )
    marked = [line.split("(")[0].split() for line in lines if re.search("[●○◆]", line)]
    assert marked[:-1] == [
        ["in", "summer", "1998", "○", "Fair"],
        ["○", "between", "1", "August", "and", "2", "August"],
        ["during", "1998", "◆", "Feud"],
        ["3", "August", "●", "Rain"],
    ]


def test_what_is_alleged_says_by_whom() -> None:
    lines = draw_events(make_row("feud", None, None, None, alleged_by="Ada"))
    assert "○ Feud (alleged by Ada)" in lines[1]


def test_long_waits_are_bridged() -> None:
    day = ["1998-01-01", "1998-01-30", "1998-03-31", "2001-01-01"]
    lines = draw_events(*(make_row(f"e{i}", date, date, date) for i, date in enumerate(day)))
    assert [line.strip() for line in lines if "┊" in line] == ["┊ 2 months later", "┊ 2 years later"]


def test_a_wait_is_told_only_where_the_dates_prove_it() -> None:
    lines = draw_events(
        make_row("feud", "1998", "1998-01-01", "1998-12-31"),
        make_row("fair", "1998-05-03", "1998-05-03", "1998-05-03"),
        make_row("walk", "/1998-09", "1998-09-01", "1998-09-30"),
        make_row("rain", "1998-09-30/", "1998-09-30", "1998-09-30"),
        make_row("hunt", "1998-11-30", "1998-11-30", "1998-11-30"),
    )
    assert not [line for line in lines if "┊" in line]


def test_events_without_a_date_come_last_under_their_own_heading() -> None:
    assert "without a date" in draw_events(make_row("feud", None, None, None))


def test_an_event_without_a_date_begins_with_its_name() -> None:
    assert draw_events(make_row("feud", None, None, None))[1].startswith("  ○ Feud")


def test_a_terminal_draws_the_axis_and_options_a_table(village_db: Path) -> None:
    assert "●" in run_in_terminal(village_db, "events")
    assert "●" not in run_in_terminal(village_db, "events", "--columns", "id,when")
    assert run_talks(village_db, "events").stdout.startswith("id\twhen\tevent\t")


def test_at_40_columns_the_axis_is_not_broken(village_db: Path) -> None:
    lines = strip_styles(run_in_terminal(village_db, "events", "--kind", "talks", columns=40)).splitlines()
    start = next(line.index("●") for line in lines if "●" in line)
    assert max(map(len, lines)) <= 40
    end = next(i for i, line in enumerate(lines) if "on this day" in line)
    assert {line[start] for line in lines[1:end]} <= set("●○◆│┊")


def test_in_a_narrow_terminal_dates_stand_above_their_events(village_db: Path) -> None:
    narrow, wide = (strip_styles(run_in_terminal(village_db, "events", columns=width)) for width in (40, 80))
    assert re.search(r"● 27 February$", narrow, re.MULTILINE)
    assert re.search(r" 27 February ● \w", wide)
