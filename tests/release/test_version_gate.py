"""A release that follows another: refused where its version does not carry what changed."""

import json
import subprocess
from pathlib import Path

import pytest

from artifacts import make_release
from artifacts.artifact_list import ARTIFACTS
from artifacts.git_info import find_last_release, read_moment
from fixtures import village_versions
from fixtures.built_dataset import ROOT, Dataset
from fixtures.releases import EPOCH
from fixtures.script_runner import run_script
from fixtures.village_versions import make_version, open_built
from pipeline import BuildError
from versions.change_messages import describe_changes
from versions.change_records import write_changes
from versions.dataset_version import open_version


@pytest.fixture(autouse=True)
def moment(monkeypatch: pytest.MonkeyPatch) -> None:
    """A fixed moment, also where no git checkout tells one."""
    monkeypatch.setenv("SOURCE_DATE_EPOCH", EPOCH)


@pytest.fixture(scope="module")
def first(tmp_path_factory: pytest.TempPathFactory) -> Dataset:
    village = make_version(tmp_path_factory.mktemp("first"), "0.1.0")
    village.build()
    return village


def release_next(first: Dataset, second: Dataset, folder: Path) -> None:
    """Release the database alone: of no other artifact do these tests ask."""
    since, artifacts = open_built(first), [each for each in ARTIFACTS if each.name == "{name}.db"]
    make_release(ROOT, second.seeds, second.package, folder, since=since, artifacts=artifacts)


def keep_changes(first: Dataset, second: Dataset) -> None:
    """Do what `python scripts/diff.py OLD --write` does."""
    second.build()
    old, new = open_built(first), open_built(second)
    write_changes(second.seeds, new.number, describe_changes(old, new))


def test_a_version_that_is_too_small_is_not_released(first: Dataset, tmp_path: Path) -> None:
    second = make_version(tmp_path / "second", "0.1.1")
    village_versions.add_a_claim(second)
    with pytest.raises(BuildError) as raised:
        release_next(first, second, tmp_path / "release")
    verdict, fault, kept = raised.value.messages
    assert verdict == "This is a minor change: 0.1.0 → 0.2.0."
    assert fault == "the version 0.1.1 is too small; write 0.2.0 or more into datapackage.json"
    assert kept.startswith("seeds/changes/0.1.1.yaml does not say what changed since")
    assert not (tmp_path / "release").exists()


def test_changes_that_are_not_kept_are_not_released(first: Dataset, tmp_path: Path) -> None:
    second = make_version(tmp_path / "second", "0.2.0")
    village_versions.add_a_claim(second)
    keep_changes(first, second)
    village_versions.reword_a_demand(second)
    with pytest.raises(BuildError, match=r"seeds/changes/0.2.0.yaml does not say what changed") as raised:
        release_next(first, second, tmp_path / "release")
    assert len(raised.value.messages) == 2


def test_a_version_has_a_day_of_its_own(first: Dataset, tmp_path: Path) -> None:
    """Catch a new version that is cited with the year of the old one."""
    second = make_version(tmp_path / "second", "0.1.1")
    day = str(open_built(first).contract.package["created"])
    village_versions.edit_package(second, created=day)
    with pytest.raises(BuildError, match=rf"version 0.1.1 is `created` {day}, as .* was"):
        release_next(first, second, tmp_path / "release")


def test_a_release_without_a_day_is_refused(tmp_path: Path) -> None:
    village = make_version(tmp_path / "first", "0.1.0")
    package = json.loads(village.package.read_text(encoding="utf-8"))
    del package["created"]
    village.package.write_text(json.dumps(package), encoding="utf-8")
    with pytest.raises(BuildError, match="`created` is missing"):
        make_release(ROOT, village.seeds, village.package, tmp_path / "release")


def test_a_version_that_tells_its_changes_is_released(first: Dataset, tmp_path: Path) -> None:
    second = make_version(tmp_path / "second", "1.0.0")
    village_versions.change_everything(second)
    keep_changes(first, second)
    release_next(first, second, tmp_path / "release")
    released = open_version(str(tmp_path / "release" / "istanbul-talks.db"), ROOT)
    sorts = [row["change"] for row in released.tables["changes"].values()]
    assert sorts == ["withdrawn", "withdrawn", "merged", "added", "reworded", "re-anchored", "corrected"]


def test_the_same_version_can_be_released_again_unless_it_changed(first: Dataset, tmp_path: Path) -> None:
    release_next(first, first, tmp_path / "release")
    village_versions.reword_a_demand(first_again := make_version(tmp_path / "again", "0.1.0"))
    with pytest.raises(BuildError, match=r"the version 0.1.0 is too small"):
        release_next(first, first_again, tmp_path / "release")


def test_the_release_before_is_the_newest_tag(tmp_path: Path) -> None:
    def git(*words: str) -> None:
        person = ["-c", "user.name=Ada", "-c", "user.email=ada@example.org"]
        subprocess.run(["git", "-C", tmp_path, *person, *words], check=True, capture_output=True)

    assert find_last_release(tmp_path) is None
    git("init")
    for tag in ("v0.1.0", "v0.2.0", "other"):
        git("commit", "--allow-empty", "-m", tag)
        git("tag", tag)
    assert find_last_release(tmp_path) == "v0.2.0"


def test_a_release_before_that_is_none_is_misuse(tmp_path: Path) -> None:
    run = run_script("release.py", "--since", "nothing", "--out", tmp_path / "out")
    assert run.returncode == 2
    assert run.stderr.startswith("release.py: nothing is no file, no folder, and no commit of")
    assert not (tmp_path / "out").exists()


@pytest.mark.parametrize(("epoch", "wrong"), [("", "is no git checkout"), ("today", "write a number")])
def test_a_release_has_a_moment(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, epoch: str, wrong: str
) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", epoch)
    with pytest.raises(BuildError, match=wrong):
        read_moment(tmp_path)
