"""Sequel: whether a release can follow the one before it, under the version that the contract gives it."""

from pathlib import Path

from artifacts.release_context import Edition
from pipeline import BuildError
from versions.change_messages import tell
from versions.changelog import is_kept
from versions.load_version import Version, assemble
from versions.version_bump import faults, verdict


def check_sequel(edition: Edition, since: Version) -> None:
    """Raise BuildError where the version is too small, or the dataset does not tell what it changed."""
    name = str(edition.package)
    new = assemble(name, edition.contract, lambda path: (edition.data / Path(path).name).read_bytes())
    told = tell(since, new)
    changes = [change for change, _ in told]
    found = list(faults(since, new, changes))
    if since.number != new.number and not is_kept(new, told):
        found.append(
            f"seeds/changes/{new.number}.yaml does not say what changed since {since.name}; "
            f"run `python scripts/diff.py {since.name} --write`, then `python scripts/build.py`"
        )
    if found:
        raise BuildError([verdict(since, changes), *found])
