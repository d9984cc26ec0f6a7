"""Damaged seeds and contracts: each is built, or refused with file and line; none crashes or takes long."""

import time
from collections import Counter
from collections.abc import Callable
from random import Random

import pytest

from evaluation.fuzz_damage import draw_damage
from evaluation.fuzz_trials import (
    BUILT,
    CRASHED,
    DAMAGED,
    PLACED,
    SLOW,
    UNPLACED,
    Trial,
    list_failures,
    run_fuzz,
    run_limited,
    tabulate_fuzz,
)
from fixtures.built_dataset import PACKAGE, VILLAGE, Dataset


def _count_endlessly() -> str:
    while True:
        pass


def _sleep() -> str:
    time.sleep(60)
    return BUILT


def _use_memory() -> str:
    return str(len(b"x" * 2**40))


@pytest.mark.parametrize(
    ("run", "told"),
    [
        (lambda: BUILT, BUILT),
        (_count_endlessly, SLOW),
        (_sleep, SLOW),
        (_use_memory, CRASHED),
    ],
)
def test_a_build_that_crashes_or_does_not_end_is_told(run: Callable[[], str], told: str) -> None:
    assert run_limited(run, seconds=0.05, patience=0.2).splitlines()[0] == told


@pytest.mark.parametrize(
    "file", ["articles/well-talks.yaml", "articles/well-talks.txt", "registers/actors.yaml"]
)
def test_the_same_chance_gives_the_same_damage(village: Dataset, file: str) -> None:
    path = village.seeds / file
    drawn = [[draw_damage(path, Random(number)).what for number in range(20)] for _ in range(2)]
    assert drawn[0] == drawn[1]
    assert len(set(drawn[0])) > 15


def test_the_table_counts_and_the_list_names_what_failed() -> None:
    trials = [
        Trial("codings", "a key renamed", PLACED, ""),
        Trial("codings", "a line moved", UNPLACED, "no place"),
        Trial("articles", "nothing in its place", CRASHED, "KeyError"),
    ]
    table = tabulate_fuzz(trials).splitlines()
    assert table[2] == "| codings | 2 | 0 | 1 | 1 | 0 | 0 |"
    assert table[-1] == "| all | 3 | 0 | 1 | 1 | 1 | 0 |"
    assert list(list_failures(trials)) == [
        "without a line: codings: a line moved\n    no place",
        "traceback: articles: nothing in its place\n    KeyError",
    ]


@pytest.mark.slow
def test_damage_is_built_or_refused_with_file_and_line() -> None:
    """Catch a traceback, a build without end, and a refusal without its place (one in a hundred may)."""
    trials = run_fuzz(VILLAGE, PACKAGE, DAMAGED)
    counts = Counter(trial.outcome for trial in trials)
    failures = "\n".join(list_failures(trials))
    assert counts[CRASHED] + counts[SLOW] == 0, failures
    assert counts[UNPLACED] <= counts[PLACED] / 99, failures
    assert counts[BUILT] < DAMAGED / 3
