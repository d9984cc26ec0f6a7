"""Atomic replacement of a file or folder: it is made in a staging folder, then renamed into place."""

import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from pipeline.problems import BuildError


@contextmanager
def staging_folder(target: Path) -> Iterator[Path]:
    """Provide an empty folder on the target's file system; it is removed at the end, also after a failure.

    Raises BuildError if nothing can be written there.
    """
    try:
        target.parent.mkdir(parents=True, exist_ok=True)
        folder = tempfile.TemporaryDirectory(prefix=".staging-", dir=target.parent)
    except OSError as error:
        raise BuildError([f"{target} cannot be written ({error.strerror}); give another path"]) from error
    with folder as path:
        yield Path(path)


def replace_folder(new: Path, target: Path) -> None:
    """Put the folder `new` in the place of `target`.

    Two renames: if the process is killed between them, the old folder is `<name>.old`, and `recover_folder`
    restores it.
    """
    old = _get_backup_path(target)
    if target.exists():
        target.rename(old)
    new.rename(target)
    shutil.rmtree(old, ignore_errors=True)


def recover_folder(target: Path, mark: str | None = None) -> None:
    """Undo a replacement that was killed between its two renames, or finish one that was killed after them.

    `mark` names a file that every folder made by this program has. Raises BuildError if the target is not a
    folder, or is a folder of other things, which would be lost.
    """
    if target.exists() and not target.is_dir():
        raise BuildError([f"{target} is no folder; give another path"])
    old = _get_backup_path(target)
    for folder in (target, old):
        if mark and folder.is_dir() and any(folder.iterdir()) and not (folder / mark).exists():
            raise BuildError(
                [f"{folder} holds other things (no {mark}), which would be lost; give another path"]
            )
    if old.exists() and not target.exists():
        old.rename(target)
    shutil.rmtree(old, ignore_errors=True)


def _get_backup_path(target: Path) -> Path:
    return target.with_name(f"{target.name}.old")
