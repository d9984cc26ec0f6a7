"""Whether a release may follow the one before it under the version that the contract gives it."""

from pathlib import Path

from artifacts.release_context import ReleaseContext
from pipeline import BuildError
from versions.change_messages import tell
from versions.changelog import is_kept
from versions.load_version import Version, assemble
from versions.version_bump import faults, verdict


def check_version(context: ReleaseContext, since: Version) -> None:
    """Raise BuildError where the version is too small, or seeds/changes/ does not say what changed."""
    name = str(context.package)
    new = assemble(name, context.contract, lambda path: (context.data / Path(path).name).read_bytes())
    messages = tell(since, new)
    changes = [change for change, _ in messages]
    problems = list(faults(since, new, changes))
    if since.number != new.number and not is_kept(new, messages):
        problems.append(
            f"seeds/changes/{new.number}.yaml does not say what changed since {since.name}; "
            f"run `python scripts/diff.py {since.name} --write`, then `python scripts/build.py`"
        )
    if problems:
        raise BuildError([verdict(since, changes), *problems])
