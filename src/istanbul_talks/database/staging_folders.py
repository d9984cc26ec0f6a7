"""Staging folders: where an output is made, beside its place, and what becomes of one that was left behind.

A folder is locked as long as the process lives that made it. It may have a journal, which lists the files
and folders that are whole and are being put in place. Where a process was killed, whoever next writes the
same output says so, finishes what the journal lists, and removes the rest.
"""

import json
import os
import shutil
import stat
import sys
import tempfile
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from io import TextIOWrapper
from pathlib import Path

from istanbul_talks.errors import OutputError

if sys.platform != "win32":
    import fcntl

LONGEST_NAME = 50
"""Characters of an output's name that the name of its staging folder has; a file system takes 255 bytes."""

_live: set[Path] = set()
"""The staging folders of this process, whose locks do not keep it out itself."""


def locate_target(path: Path) -> Path:
    """Return what a path leads to, through links; a device, FIFO or socket by the name given."""
    with suppress(FileNotFoundError):
        mode = path.stat().st_mode
        if not stat.S_ISREG(mode) and not stat.S_ISDIR(mode):
            return path
    target = Path(os.path.realpath(path))
    target.parent.mkdir(parents=True, exist_ok=True)
    _recover(target)
    return target


@contextmanager
def open_staging_folder(target: Path) -> Iterator[Path]:
    """Provide an empty folder on the target's file system, which is removed at the end."""
    if is_special(target):
        with tempfile.TemporaryDirectory() as name:
            yield Path(name)
        return
    with locking_folder(target.parent):
        folder = Path(tempfile.mkdtemp(prefix=_make_prefix(target), dir=target.parent))
        _live.add(folder)
        lock = _lock(folder)
    try:
        yield folder
    finally:
        with locking_folder(target.parent):
            _clear(folder, target)
        _live.discard(folder)
        if lock:
            lock.close()


def put_in_place(folder: Path, moves: Sequence[tuple[Path, Path]]) -> None:
    """Move each new file or folder to its place; the journal is kept in a staging folder.

    Once it is written all will be there, unless the first cannot.
    """
    journal, begun = folder / "journal", folder / "moves"
    begun.write_text(json.dumps([list(map(str, move)) for move in moves]), encoding="utf-8")
    begun.rename(journal)
    try:
        _finish(journal)
    except OSError:
        journal.unlink()
        raise


@contextmanager
def locking_folder(folder: Path) -> Iterator[None]:
    """Keep other processes from putting anything in place in a folder."""
    if sys.platform == "win32":
        yield
        return
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        with suppress(OSError):  # a file system without locks
            fcntl.flock(descriptor, fcntl.LOCK_EX)
        yield
    finally:
        os.close(descriptor)


def is_special(target: Path) -> bool:
    """Tell whether there is a device, FIFO or socket, which is written into."""
    return target.exists() and not target.is_file() and not target.is_dir()


@contextmanager
def explaining_failure(path: Path | str) -> Iterator[None]:
    """Say of an error of the file system which output cannot be written."""
    try:
        yield
    except OutputError:
        raise
    except OSError as error:
        raise OutputError(f"{path} cannot be written ({error.strerror}); give another path") from error


def _make_prefix(target: Path) -> str:
    return f".{target.name[:LONGEST_NAME]}.staging-"


def _finish(journal: Path) -> None:
    """Put into place what a journal lists and is not there yet."""
    for new, target in json.loads(journal.read_text(encoding="utf-8")):
        if os.path.lexists(new):
            with explaining_failure(target):
                _swap(Path(new), Path(target))


def _swap(new: Path, target: Path) -> None:
    """Put a new file or folder in the place of the old."""
    if is_special(target):
        with new.open("rb") as content, target.open("wb") as stream:
            shutil.copyfileobj(content, stream)
        return
    old = new.with_name("old")
    if new.is_dir() and target.exists():
        if old.exists():
            raise OutputError(f"{target} is in the way of what a killed run left in {new.parent}; move it")
        target.rename(old)
    new.replace(target)


def _recover(target: Path) -> None:
    """Finish what a killed process was putting in the place of the target, and remove its staging folders."""
    prefix = _make_prefix(target)
    with locking_folder(target.parent):
        for folder in sorted(target.parent.iterdir()):
            is_left = folder.name.startswith(prefix) and folder not in _live and _is_own_folder(folder)
            if is_left and (lock := _lock(folder)):
                _clear(folder, target)
                lock.close()


def _is_own_folder(path: Path) -> bool:
    found = path.lstat()
    return stat.S_ISDIR(found.st_mode) and (sys.platform == "win32" or found.st_uid == os.geteuid())


def _clear(folder: Path, target: Path) -> None:
    """Remove a staging folder; where it was being emptied into its place, finish that or undo it first."""
    journal, old = folder / "journal", folder / "old"
    if journal.exists():
        if folder not in _live:
            print(f"a run was killed while it put {target} in place; finishing that", file=sys.stderr)
        _finish(journal)
    if old.exists() and not target.exists():
        old.rename(target)
    shutil.rmtree(folder, ignore_errors=True)


def _lock(folder: Path) -> TextIOWrapper | None:
    """Return the lock of a staging folder; None while another process has it.

    It ends with the process; the processes that this one forks do not share it.
    """
    file = (folder / "lock").open("a")
    try:
        if sys.platform != "win32":
            fcntl.lockf(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError:
        file.close()
        return None
    return file
