"""Swap: putting what was made aside into place, all at once, so that nothing half-made is ever seen."""

import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from pipeline.problems import BuildError


@contextmanager
def staging(target: Path) -> Iterator[Path]:
    """Give an empty folder on the target's file system; it is removed at the end, also after a failure.

    Raises BuildError where nothing can be written there.
    """
    try:
        target.parent.mkdir(parents=True, exist_ok=True)
        aside = tempfile.TemporaryDirectory(prefix=".staging-", dir=target.parent)
    except OSError as error:
        raise BuildError([f"{target} cannot be written ({error.strerror}); give another path"]) from error
    with aside as folder:
        yield Path(folder)


def replace_folder(new: Path, target: Path) -> None:
    """Put the folder `new` in the place of `target`.

    Two renames: killed between them, the old folder stands beside as `<name>.old`, and `recover` brings it
    back.
    """
    old = _old(target)
    if target.exists():
        target.rename(old)
    new.rename(target)
    shutil.rmtree(old, ignore_errors=True)


def recover(target: Path, mark: str | None = None) -> None:
    """Undo a replacement that was killed half-way; clean up after one that was killed at its end.

    `mark` names a file by which a folder is known to have been made here: one that holds other things is not
    replaced. Raises BuildError where such a folder, or no folder, stands in the target's place.
    """
    if target.exists() and not target.is_dir():
        raise BuildError([f"{target} is no folder; give another path"])
    old = _old(target)
    for folder in (target, old):
        if mark and folder.is_dir() and any(folder.iterdir()) and not (folder / mark).exists():
            raise BuildError(
                [f"{folder} holds other things (no {mark}), which would be lost; give another path"]
            )
    if old.exists() and not target.exists():
        old.rename(target)
    shutil.rmtree(old, ignore_errors=True)


def _old(target: Path) -> Path:
    return target.with_name(f"{target.name}.old")
