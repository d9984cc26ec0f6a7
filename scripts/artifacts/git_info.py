"""The moment and the commit that a release carries, the same for everyone who makes it again."""

import os
import subprocess
from datetime import UTC, datetime
from pathlib import Path

from pipeline.problems import BuildError


def read_moment(root: Path) -> datetime:
    """Return SOURCE_DATE_EPOCH where it is set, else when the commit at hand was made (UTC).

    Raises BuildError if there is neither, or the former is no number.
    """
    seconds = os.environ.get("SOURCE_DATE_EPOCH") or _ask_git(root, "log", "-1", "--format=%ct")
    if not seconds:
        raise BuildError([f"{root} is no git checkout: say when this was made, by SOURCE_DATE_EPOCH"])
    if not seconds.isdecimal():
        raise BuildError([f"SOURCE_DATE_EPOCH is {seconds!r}; write a number of seconds since 1970"])
    return datetime.fromtimestamp(int(seconds), UTC)


def read_commit(root: Path) -> str | None:
    """Return the commit at hand, None outside a git checkout."""
    return _ask_git(root, "rev-parse", "HEAD")


def find_last_release(root: Path) -> str | None:
    """Return the newest tag `v…` before or at the commit at hand, None where there is none."""
    return _ask_git(root, "describe", "--tags", "--abbrev=0", "--match", "v*")


def is_modified(root: Path) -> bool:
    """Tell whether the checkout holds anything that is not in the commit at hand."""
    return bool(_ask_git(root, "status", "--porcelain"))


def _ask_git(root: Path, *words: str) -> str | None:
    """Return what git prints, None where it prints nothing or fails."""
    run = subprocess.run(["git", "-C", root, *words], capture_output=True, text=True, check=False)
    return run.stdout.strip() or None
