"""scripts/options.py: what cannot be meant is told in one line, before anything is made or measured."""

import subprocess
import sys

import pytest

from fixtures.built_dataset import ROOT


@pytest.mark.parametrize(
    ("script", "option", "word", "told"),
    [
        ("reanchoring.py", "--count", "0", "'0' is no whole number from 1 on"),
        ("bench.py", "--rounds", "many", "'many' is no whole number from 1 on"),
        ("scale.py", "--sizes", "-5", "'-5' is no whole number from 1 on"),
        ("reanchoring.py", "--page", "nowhere.md", "there is no nowhere.md"),
        ("mutations.py", "--seeds", "nowhere", "there is no nowhere"),
        ("dictionary.py", "--package", "nowhere.json", "there is no nowhere.json"),
    ],
)
def test_misuse_is_told_in_one_line(script: str, option: str, word: str, told: str) -> None:
    command = [sys.executable, str(ROOT / "scripts" / script), option, word]
    run = subprocess.run(command, capture_output=True, check=False, text=True)
    assert run.returncode == 2
    assert run.stderr.splitlines()[-1] == f"{script}: error: argument {option}: {told}"
    assert run.stdout == ""
