"""Databases that are damaged: every command answers, or says in one line why not."""

import sqlite3
from pathlib import Path
from random import Random

import pytest

from evaluation.hostile_databases import (
    ANSWERED,
    CRASHED,
    DAMAGES,
    SLOW,
    TOLD,
    HostileTrial,
    list_hostile_failures,
    run_hostile,
    tabulate_hostile,
)
from fixtures.built_dataset import PACKAGE, VILLAGE


@pytest.mark.slow
def test_no_command_ends_in_a_traceback_whatever_is_damaged() -> None:
    trials = run_hostile(VILLAGE, PACKAGE, 1, step=4)
    assert list(list_hostile_failures(trials)) == []
    assert {trial.outcome for trial in trials if trial.damage == "no database"} == {TOLD}
    assert ANSWERED in {trial.outcome for trial in trials if trial.damage == "none at all"}


@pytest.mark.parametrize("kind", [kind for kind in DAMAGES if kind != "none at all"])
def test_each_kind_of_damage_changes_the_database(own_village_db: Path, kind: str) -> None:
    before = own_village_db.read_bytes()
    DAMAGES[kind](own_village_db, Random(kind))
    assert own_village_db.read_bytes() != before


def test_damage_is_the_same_every_time(village_db: Path, tmp_path: Path) -> None:
    copies = [tmp_path / "one.db", tmp_path / "two.db"]
    for copy in copies:
        copy.write_bytes(village_db.read_bytes())
        DAMAGES["a table emptied"](copy, Random(0))
    contents = [list(sqlite3.connect(copy).iterdump()) for copy in copies]
    assert contents[0] == contents[1]


def test_a_run_is_counted_by_what_came_of_it() -> None:
    trials = [
        HostileTrial("cut short", "demands", CRASHED, "KeyError: 'title'"),
        HostileTrial("cut short", "", SLOW, ""),
        HostileTrial("no database", "", TOLD, "talks: this is no database"),
    ]
    table = tabulate_hostile(trials).splitlines()
    assert "| cut short | 2 | 0 | 0 | 1 | 1 |" in table
    assert table[-1] == "| all | 3 | 0 | 1 | 1 | 1 |"
    assert list(list_hostile_failures(trials)) == [
        "cut short: talks demands: traceback: KeyError: 'title'",
        "cut short: talks : slow: ",
    ]
