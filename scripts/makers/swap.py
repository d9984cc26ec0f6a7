"""Swap: putting what was made aside into place, all at once, so that nothing half-made is ever seen."""

import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path


@contextmanager
def staging(target: Path) -> Iterator[Path]:
    """Give an empty folder on the target's file system; it is removed at the end, also after a failure."""
    target.parent.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(prefix=".staging-", dir=target.parent) as folder:
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


def recover(target: Path) -> None:
    """Undo a replacement that was killed half-way; clean up after one that was killed at its end."""
    old = _old(target)
    if old.exists() and not target.exists():
        old.rename(target)
    shutil.rmtree(old, ignore_errors=True)


def _old(target: Path) -> Path:
    return target.with_name(f"{target.name}.old")
