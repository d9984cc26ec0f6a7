"""Sequel: whether a release can follow the one before it, under the version that the contract gives it."""

from pathlib import Path

from makers import BuildError
from releasing.edition import Edition
from versions.bump import faults, verdict
from versions.keeping import is_kept
from versions.opening import Version, assemble
from versions.wording import tell


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
