"""Files and folders that commands write: put in place at once, and only where nothing else is lost.

Readers and makers write every output this way. It is made beside its place and renamed into it once it is
whole; links are followed, and what is no regular file is written into. What stands there already is replaced
only where it is ours. In a folder only what we put there is ours; other files stay.
"""

import errno
import os
import shutil
import sqlite3
import stat
from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from contextlib import ExitStack, contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path

from istanbul_talks.database.staging_folders import (
    explaining_failure,
    is_special,
    locate_target,
    locking_folder,
    open_staging_folder,
    put_in_place,
)
from istanbul_talks.errors import OutputError

MARKER = ".istanbul-talks"
"""The file in each folder of ours that lists what we put there."""

INTRODUCTION = "# Made by istanbul-talks, which replaces these files only; others in this folder stay."
FULL = {errno.ENOSPC, errno.EDQUOT, errno.EFBIG}


def read_marker(folder: Path) -> set[str]:
    """Return the files in a folder that its marker lists; OutputError where it holds only others."""
    marker = folder / MARKER
    if marker.is_file():
        return {MARKER, *marker.read_text(encoding="utf-8", errors="replace").splitlines()[1:]}
    if any(folder.iterdir()):
        raise OutputError(f"{folder} holds other things, which stay (no {MARKER} in it); give another path")
    return set()


@dataclass(frozen=True)
class FileOutput:
    """A file. One that is there is replaced where it is empty, `is_ours`, or with `force`.

    `force` is None where the command has no such option.
    """

    path: Path
    is_ours: Callable[[Path], bool] = lambda _: False
    force: bool | None = None

    def check(self, target: Path) -> None:
        """Raise an OSError where the file cannot be written, or another would be lost."""
        if target.is_dir():
            raise OutputError(f"{self.path} is a folder; give the path of a file")
        if target.exists() and not os.access(target, os.W_OK):
            raise PermissionError(errno.EACCES, os.strerror(errno.EACCES))
        if target.is_file() and target.stat().st_size and not self.force and not self.is_ours(target):
            force = "" if self.force is None else ", or --force to replace it"
            raise OutputError(f"{self.path} holds something else, which stays; give another path{force}")

    def prepare(self, new: Path, target: Path) -> None:
        """Give the new file the permissions of the old, or those of any new file: SQLite gives its own."""
        self.check(target)
        _inherit_permissions(new, target if target.exists() else new.with_name("lock"))


@dataclass(frozen=True)
class FolderOutput:
    """A folder. What `list_ours` names in one that is there is replaced, with `force` also other files.

    All else in it stays, and what of ours `stays`. It has a marker, unless its files are known otherwise.
    """

    path: Path
    list_ours: Callable[[Path], Collection[str]] = read_marker
    force: bool | None = None
    stays: Callable[[Path], bool] = lambda _: False

    def check(self, target: Path) -> None:
        """Raise OutputError where the folder cannot be put here, or is one of other things."""
        if target.exists() and not target.is_dir():
            raise OutputError(f"{self.path} is no folder; give another path")
        if Path.cwd().is_relative_to(target):
            raise OutputError(f"{self.path} is the folder that you are in, or holds it; give another path")
        self._find_ours(target)

    def prepare(self, new: Path, target: Path) -> None:
        """Write the marker, and take over from the old folder what is not ours."""
        self.check(target)
        made = _list_content(new)
        ours = self._find_ours(target)
        for name in _list_content(target):
            if name.as_posix() not in ours or (target / name).is_symlink():
                self._keep(target / name, new / name)
            elif self.stays(name) and name not in made:
                _link(target / name, new / name)
                made.append(name)
        if self.list_ours is read_marker:
            _write_marker(new, made)
        _inherit_permissions(new, target)

    def _find_ours(self, target: Path) -> Collection[str]:
        if not target.exists():
            return ()
        try:
            return self.list_ours(target)
        except OutputError:
            if self.force:
                return ()
            raise

    def _keep(self, path: Path, new: Path) -> None:
        """Take over a file or an empty folder into the new folder."""
        if os.path.lexists(new):
            if not self.force:
                raise OutputError(f"{path} was not put there by this program, and stays; give another path")
        elif path.is_dir() and not path.is_symlink():
            new.mkdir(parents=True)
        else:
            _link(path, new)


Output = FileOutput | FolderOutput


@contextmanager
def stage_outputs(*outputs: Output) -> Iterator[list[Path]]:
    """Provide for each output a path to write it to, a folder being there; then put all in place, or none.

    Raises OutputError where an output cannot be written, or would replace what is not ours.
    """
    for output in outputs:
        with explaining_failure(output.path):
            output.check(Path(os.path.realpath(output.path)))
    with ExitStack() as stack:
        stages = [stack.enter_context(_open_stage(output)) for output in outputs]
        with _explaining_full_disk(outputs[0].path):
            yield [stage.new for stage in stages]
        _put_in_place(stages)


def write_file(output: FileOutput, content: bytes) -> None:
    """Write a small file."""
    with stage_outputs(output) as (new,):
        new.write_bytes(content)


@dataclass(frozen=True)
class _Stage:
    """An output, the path that it leads to, and the folder in which it is made."""

    output: Output
    target: Path
    folder: Path

    @property
    def new(self) -> Path:
        return self.folder / "new"


@contextmanager
def _open_stage(output: Output) -> Iterator[_Stage]:
    """Provide the stage of an output, after finishing what a killed process left of it."""
    with ExitStack() as stack:
        with explaining_failure(output.path):
            target = locate_target(output.path)
            folder = stack.enter_context(open_staging_folder(target))
            if isinstance(output, FolderOutput):
                (folder / "new").mkdir()
        yield _Stage(output, target, folder)


def _put_in_place(stages: Sequence[_Stage]) -> None:
    """Put all outputs in place, the last first, which may be a folder and refuse."""
    with ExitStack() as stack:
        for parent in sorted({stage.target.parent for stage in stages if not is_special(stage.target)}):
            stack.enter_context(locking_folder(parent))
        for stage in stages:
            with explaining_failure(stage.output.path):
                stage.output.prepare(stage.new, stage.target)
        moves = [(stage.new, stage.target) for stage in reversed(stages)]
        with explaining_failure(stages[0].output.path):
            put_in_place(stages[0].folder, moves)


def _write_marker(folder: Path, made: Iterable[Path]) -> None:
    names = sorted(name.as_posix() for name in made)
    (folder / MARKER).write_text("\n".join([INTRODUCTION, *names, ""]), encoding="utf-8")


def _list_content(folder: Path) -> list[Path]:
    """Return the files, links and empty folders in a folder, at any depth, by their names within it."""
    found = list[Path]()
    if not folder.exists():
        return found
    for name, folders, files in os.walk(folder, onerror=_raise):
        inside = Path(name)
        if inside != folder and inside.is_mount():
            raise OutputError(f"{inside} is mounted there; give another path")
        found += [inside / file for file in files]
        found += [
            path for path in map(inside.joinpath, folders) if path.is_symlink() or not any(path.iterdir())
        ]
    return sorted(path.relative_to(folder) for path in found)


def _raise(error: OSError) -> None:
    raise error


def _link(path: Path, new: Path) -> None:
    """Make a second name of a file, or a copy where the file system has no such."""
    new.parent.mkdir(parents=True, exist_ok=True)
    try:
        os.link(path, new, follow_symlinks=False)
    except OSError:
        shutil.copy2(path, new, follow_symlinks=False)


def _inherit_permissions(new: Path, target: Path) -> None:
    """Give a new file or folder the mode and, where possible, the owner of what it replaces."""
    if target.exists() and not is_special(target):
        found = target.stat()
        with suppress(PermissionError):
            shutil.chown(new, found.st_uid, found.st_gid)
        new.chmod(stat.S_IMODE(found.st_mode))


@contextmanager
def _explaining_full_disk(path: Path) -> Iterator[None]:
    """Say where there is no room for an output, which SQLite says in its own way."""
    try:
        yield
    except OSError as error:
        if error.errno not in FULL:
            raise
        raise OutputError(f"{path} cannot be written ({error.strerror})") from error
    except sqlite3.OperationalError as error:
        if getattr(error, "sqlite_errorcode", 0) & 0xFF not in {sqlite3.SQLITE_FULL, sqlite3.SQLITE_IOERR}:
            raise
        raise OutputError(f"{path} cannot be written ({error})") from error
