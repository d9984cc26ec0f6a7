"""How outputs are put in place: at once, through links, into devices, and never over what is not ours."""

import os
import stat
import threading
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

import pytest

from istanbul_talks.database.outputs import FileOutput, FolderOutput, stage_outputs, write_file
from istanbul_talks.errors import OutputError


@pytest.fixture(autouse=True)
def nothing_left(tmp_path: Path) -> Iterator[None]:
    """See that no test leaves a staging folder behind."""
    yield
    assert [path for path in tmp_path.rglob(".*") if ".staging-" in path.name] == []


def write_folder(path: Path, files: dict[str, str]) -> None:
    with stage_outputs(FolderOutput(path)) as (new,):
        for name, content in files.items():
            (new / name).parent.mkdir(parents=True, exist_ok=True)
            (new / name).write_text(content, encoding="utf-8")


def read_folder(path: Path) -> dict[str, str]:
    files = (found for found in path.rglob("*") if found.is_file() and not found.name.startswith("."))
    return {found.relative_to(path).as_posix(): found.read_text(encoding="utf-8") for found in files}


@pytest.mark.parametrize("target", ["file", "missing", "folder/missing"])
@pytest.mark.parametrize("relative", [True, False])
def test_a_link_is_followed(tmp_path: Path, target: str, *, relative: bool) -> None:
    (tmp_path / "file").touch()
    link = tmp_path / "links" / "link"
    link.parent.mkdir()
    link.symlink_to(Path("..") / target if relative else tmp_path / target)
    write_file(FileOutput(link), b"new")
    assert link.is_symlink()
    assert (tmp_path / target).read_bytes() == b"new"


def test_a_link_to_a_folder_is_followed(tmp_path: Path) -> None:
    write_folder(tmp_path / "real", {"a": "old"})
    (tmp_path / "link").symlink_to("real")
    write_folder(tmp_path / "link", {"a": "new"})
    assert (tmp_path / "link").is_symlink()
    assert read_folder(tmp_path / "real") == {"a": "new"}


def test_what_is_no_regular_file_is_written_into(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "fifo")
    read = list[bytes]()
    reader = threading.Thread(target=lambda: read.append((tmp_path / "fifo").read_bytes()))
    reader.start()
    write_file(FileOutput(tmp_path / "fifo"), b"new")
    reader.join()
    write_file(FileOutput(Path("/dev/null")), b"new")
    assert read == [b"new"]
    assert (tmp_path / "fifo").is_fifo()
    assert Path("/dev/null").is_char_device()
    with pytest.raises(OutputError, match="/dev/full cannot be written"):
        write_file(FileOutput(Path("/dev/full")), b"new")


def test_another_name_of_a_file_keeps_what_it_had(tmp_path: Path) -> None:
    (tmp_path / "one").write_bytes(b"old")
    os.link(tmp_path / "one", tmp_path / "other")
    write_file(FileOutput(tmp_path / "one", force=True), b"new")
    assert (tmp_path / "other").read_bytes() == b"old"


def test_permissions_are_those_of_the_old_file_or_what_a_new_one_gets(tmp_path: Path) -> None:
    before = os.umask(0o027)
    try:
        with stage_outputs(FileOutput(tmp_path / "file")) as (new,):
            os.close(os.open(new, os.O_CREAT, 0o600))
        write_folder(tmp_path / "folder", {"a": "new"})
    finally:
        os.umask(before)
    assert stat.S_IMODE((tmp_path / "file").stat().st_mode) == 0o640
    assert stat.S_IMODE((tmp_path / "folder").stat().st_mode) == 0o750
    (tmp_path / "file").chmod(0o604)
    (tmp_path / "folder").chmod(0o705)
    write_file(FileOutput(tmp_path / "file", force=True), b"newer")
    write_folder(tmp_path / "folder", {"a": "newer"})
    assert stat.S_IMODE((tmp_path / "file").stat().st_mode) == 0o604
    assert stat.S_IMODE((tmp_path / "folder").stat().st_mode) == 0o705


def test_only_what_is_ours_or_empty_is_replaced(tmp_path: Path) -> None:
    path = tmp_path / "thesis.docx"
    path.write_bytes(b"mine")
    for output, hint in ((FileOutput(path), "path"), (FileOutput(path, force=False), "path, or --force.*")):
        with pytest.raises(OutputError, match=f"holds something else, which stays; give another {hint}$"):
            write_file(output, b"new")
    assert path.read_bytes() == b"mine"
    write_file(FileOutput(path, lambda old: old.read_bytes() == b"mine"), b"new")
    path.write_bytes(b"")
    write_file(FileOutput(path), b"newer")
    assert path.read_bytes() == b"newer"


def test_in_a_folder_only_what_was_put_there_is_replaced(tmp_path: Path) -> None:
    folder = tmp_path / "folder"
    write_folder(folder, {"a": "old", "b/c": "old"})
    (folder / "b" / "letter").write_text("Dear", encoding="utf-8")
    write_folder(folder, {"a": "new"})
    assert read_folder(folder) == {"a": "new", "b/letter": "Dear"}
    (folder / ".istanbul-talks").write_bytes((folder / ".istanbul-talks").read_bytes() + b"\xff\n")
    with pytest.raises(OutputError, match=r"b/letter was not put there by this program, and stays"):
        write_folder(folder, {"b/letter": "new"})
    assert read_folder(folder) == {"a": "new", "b/letter": "Dear"}
    (folder / "a").unlink()
    (folder / "a").symlink_to("b/letter")
    with pytest.raises(OutputError, match=r"folder/a was not put there"):
        write_folder(folder, {"a": "new"})


def test_a_folder_of_other_things_and_one_that_somebody_is_in_stay(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "documents").mkdir()
    (tmp_path / "documents" / "letter").write_text("Dear", encoding="utf-8")
    (tmp_path / "empty").mkdir()
    (tmp_path / "file").touch()
    monkeypatch.chdir(tmp_path / "empty")
    for name, told in (("documents", "holds other things"), ("empty", "you are in"), ("file", "no folder")):
        with pytest.raises(OutputError, match=told):
            write_folder(tmp_path / name, {"letter": "new"})
    assert read_folder(tmp_path) == {"documents/letter": "Dear", "file": ""}


def test_a_failure_leaves_all_outputs_as_they_were(tmp_path: Path) -> None:
    write_folder(tmp_path / "folder", {"a": "old"})
    (tmp_path / "file").write_bytes(b"old")
    outputs = FileOutput(tmp_path / "file", force=True), FolderOutput(tmp_path / "folder")
    with suppress(KeyboardInterrupt), stage_outputs(*outputs) as (file, folder):
        file.write_bytes(b"new")
        (folder / "a").write_bytes(b"new")
        raise KeyboardInterrupt
    assert read_folder(tmp_path) == {"file": "old", "folder/a": "old"}


def test_what_another_process_is_making_stays(tmp_path: Path) -> None:
    """Catch a run that clears away the staging folder of one beside it, or is put off by it."""
    output = FileOutput(tmp_path / "file", force=True)
    with stage_outputs(output) as (new,):
        new.write_bytes(b"first")
        if not (child := os.fork()):
            write_file(output, b"second")
            os._exit(0)
        assert os.waitpid(child, 0)[1] == 0
        assert (tmp_path / "file").read_bytes() == b"second"
    assert (tmp_path / "file").read_bytes() == b"first"


def test_a_folder_that_only_looks_like_one_left_behind_is_finished_by_nobody_else(tmp_path: Path) -> None:
    """Catch an output of another name that clears away what it did not make."""
    (tmp_path / ".other.staging-abcdefgh").mkdir()
    write_file(FileOutput(tmp_path / "file"), b"new")
    (tmp_path / ".other.staging-abcdefgh").rmdir()
