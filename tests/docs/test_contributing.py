"""CONTRIBUTING.md, followed to the letter with a made-up article, ends green; so does that article alone."""

import hashlib
import json
import os
import re
import shlex
import shutil
import subprocess
import sys
from pathlib import Path
from typing import NamedTuple

import pytest

from fixtures.built_dataset import ROOT
from fixtures.ferry_article import NAME, TEXT, write_coding

PAGE = (ROOT / "CONTRIBUTING.md").read_text(encoding="utf-8").split("\n## ")[1]
COMMANDS = re.findall(r"(?:^ {4,}|`)(python [^`\n]+)", PAGE, re.MULTILINE)
NEW, DRAFT, PROPOSE, COVERAGE, COMPARE, *LAST = COMMANDS
COMMITTED = re.split(r", | and ", re.findall(r"Commit (.+?) together", PAGE)[0])
NAMED = (*re.findall(r"`(seeds/[^`<]+)", PAGE), *COMMITTED)
"""How the paths begin that the page names."""

LEFT_OUT = (".*", "build", "__pycache__", "node_modules")
TESTS = [
    "tests/data",
    "tests/docs",
    "tests/evaluation",
    "--ignore=tests/docs/test_contributing.py",
]
"""The tests that ask most of the data, without this file."""


class Copy(NamedTuple):
    """A copy of the checkout, and the checksum of each of its files when it was made."""

    folder: Path
    before: dict[str, str]

    def run(self, command: str, *words: str) -> str:
        """Run a command of the page in the copy; return what it printed."""
        line = command.replace("received.txt", str(TEXT)).replace(" ID", f" {NAME}")
        environment = {**os.environ, "PYTHONPATH": str(self.folder / "src")}
        done = subprocess.run(
            [sys.executable, *shlex.split(line)[1:], *words],
            cwd=self.folder,
            env=environment,
            capture_output=True,
            text=True,
            check=False,
        )
        assert done.returncode == 0, f"{command}\n{done.stdout}\n{done.stderr}"
        return done.stdout

    def list_changed(self) -> set[str]:
        """Return the files that are other than when the copy was made."""
        now = hash_files(self.folder)
        return {name for name in now.keys() | self.before.keys() if now.get(name) != self.before.get(name)}


def hash_files(folder: Path) -> dict[str, str]:
    files = [path for path in folder.rglob("*") if path.is_file() and not {*path.parts} & {*LEFT_OUT}]
    return {str(path.relative_to(folder)): hashlib.sha256(path.read_bytes()).hexdigest() for path in files}


def copy_checkout(folder: Path) -> Path:
    return Path(shutil.copytree(ROOT, folder, ignore=shutil.ignore_patterns(*LEFT_OUT)))


def empty_seeds(folder: Path) -> None:
    """Leave of the seeds of a copy what is said about their form and language."""
    for path in [*folder.glob("seeds/*/*.*"), *folder.glob("seeds/recoding/first/*")]:
        if path.parent.name != "languages" and path.name != "README.md":
            path.unlink()
    contract = folder / "datapackage.json"
    content = json.loads(contract.read_text(encoding="utf-8"))
    contract.write_text(json.dumps({**content, "sources": []}), encoding="utf-8")


def begin(folder: Path) -> Copy:
    """Follow the page from the first command to the coding that is done."""
    copy = Copy(folder, hash_files(folder))
    copy.run(NEW)
    copy.run(PROPOSE)
    write_coding(folder / "seeds")
    assert "unfinished" not in copy.run(DRAFT)
    return copy


@pytest.fixture(scope="module")
def with_ferry(real_seeds: Path, tmp_path_factory: pytest.TempPathFactory) -> Copy:
    """The checkout with one article more."""
    assert real_seeds.is_dir()
    return begin(copy_checkout(tmp_path_factory.mktemp("growing") / "checkout"))


def test_an_article_is_begun_and_coded_by_the_page(with_ferry: Copy) -> None:
    """Catch a step that the page leaves out, and a sentence or number that a whole coding leaves open."""
    assert COVERAGE.endswith("coverage --list")
    assert NAME not in with_ferry.run(COVERAGE)
    with_ferry.run(COMPARE)


@pytest.mark.slow
def test_the_page_ends_green(with_ferry: Copy) -> None:
    """Catch a test or a page that asks for what the page does not say, and a file that it does not name."""
    build, refresh, tests = LAST
    with_ferry.run(build)
    with_ferry.run(refresh)
    unnamed = {name for name in with_ferry.list_changed() if not name.startswith(NAMED)}
    assert unnamed == set()
    with_ferry.run(tests, *TESTS, "-n", "0")


@pytest.mark.slow
def test_a_dataset_of_one_article_passes_the_tests_of_the_code(real_seeds: Path, tmp_path: Path) -> None:
    """Catch code, or a test of code, that asks for these articles, or for a register that is not there."""
    assert real_seeds.is_dir()
    folder = copy_checkout(tmp_path / "checkout")
    empty_seeds(folder)
    copy = begin(folder)
    build, refresh, tests = LAST
    copy.run(build)
    copy.run(refresh)
    for measured in ("agreement", "coverage", "mutations --count 1"):
        copy.run(f"python scripts/quality.py {measured}")
    copy.run(tests, *TESTS, "tests/talks", "-n", "0")
