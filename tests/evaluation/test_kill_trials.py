"""Runs that are killed at events of the file system: outputs are whole, and the next run mends them."""

import shutil
from contextlib import suppress
from pathlib import Path

import pytest

from evaluation.kill_trials import EVENTS, PLACING, KillTrial, kill_at, list_events, run_kills, tabulate_kills
from fixtures.built_dataset import PACKAGE, VILLAGE
from istanbul_talks.database import staging_folders
from istanbul_talks.database.outputs import FileOutput, FolderOutput, stage_outputs

OLD = {"file": "old", "folder/a": "old", "folder/b": "old", "folder/letter": "Dear"}
NEW = {**OLD, "file": "new", "folder/a": "new", "folder/b": "new"}


def write_outputs(folder: Path) -> None:
    known = FolderOutput(folder / "folder", lambda _: {"a", "b"})
    with stage_outputs(FileOutput(folder / "file", force=True), known) as (file, new):
        for path in (file, new / "a", new / "b"):
            path.write_text("new", encoding="utf-8")


def read_outputs(folder: Path) -> dict[str, str]:
    files = (path for path in folder.rglob("*") if path.is_file())
    return {path.relative_to(folder).as_posix(): path.read_text(encoding="utf-8") for path in files}


def make_old(folder: Path) -> Path:
    """Write the old outputs into a new folder, and a file of somebody's between them."""
    for name, content in OLD.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(content, encoding="utf-8")
    return folder


def kill_runs(tmp_path: Path, others: int) -> list[tuple[dict[str, str], dict[str, str]]]:
    """Return what stood in place after each kill, and after the next run.

    Killed is at all events that put outputs in place, and one in so many others.
    """
    watched = make_old(tmp_path / "watched")
    found = []
    for number, event in enumerate(list_events(lambda: write_outputs(watched))):
        if EVENTS[event] != PLACING and number % others:
            continue
        folder = make_old(tmp_path / str(number))
        kill_at(number, lambda folder=folder: write_outputs(folder))  # type: ignore[misc]
        killed = {name: text for name, text in read_outputs(folder).items() if not name.startswith(".")}
        with suppress(OSError):
            write_outputs(folder)
        found.append((killed, read_outputs(folder)))
        shutil.rmtree(folder)
    return found


def test_what_a_killed_run_leaves_is_whole_and_mended_by_the_next(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    found = kill_runs(tmp_path, others=3)
    assert {frozenset(after.items()) for _, after in found} == {frozenset(NEW.items())}
    mixed = [killed for killed, _ in found if killed not in (OLD, NEW)]
    assert mixed == [{"file": "old"}, {**NEW, "file": "old"}]
    told = capsys.readouterr().err.splitlines()
    assert len(told) >= len(mixed)
    assert all("was killed while it put" in line for line in told)


def test_a_run_that_kept_no_journal_would_be_seen(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Catch a trial that finds all well whatever happens."""

    def put_without_journal(_folder: Path, moves: list[tuple[Path, Path]]) -> None:
        for new, target in moves:
            staging_folders._swap(new, target)

    monkeypatch.setattr("istanbul_talks.database.outputs.put_in_place", put_without_journal)
    monkeypatch.setattr("istanbul_talks.database.outputs.FolderOutput.check", lambda *_: None)
    assert {**NEW, "file": "old"} in [killed for killed, _ in kill_runs(tmp_path, others=99)]


def test_the_table_counts_by_phase() -> None:
    trials = [KillTrial(PLACING, 1, 0, 2), KillTrial(PLACING, 1, 1, 0)]
    assert tabulate_kills(trials).splitlines()[2:] == [
        "| putting them in place | 2 | 2 | 1 | 2 |",
        "| all | 2 | 2 | 1 | 2 |",
    ]


@pytest.mark.slow
def test_a_killed_build_leaves_whole_outputs_and_the_next_one_mends_them() -> None:
    trials = run_kills(VILLAGE, PACKAGE, 10)
    assert len(trials) == 10
    assert [trial for trial in trials if any(trial[1:])] == []
