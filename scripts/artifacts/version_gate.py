"""Whether a release may follow the one before it under the version that the contract gives it."""

from pathlib import Path

from artifacts.release_context import ReleaseContext
from pipeline import BuildError
from versions.change_messages import describe_changes
from versions.change_records import has_recorded_changes
from versions.dataset_version import Version, assemble_version
from versions.version_bump import list_obstacles, propose_version


def check_version(context: ReleaseContext, since: Version) -> None:
    """Raise BuildError where the version is too small, or seeds/changes/ does not say what changed."""
    name = str(context.package)
    new = assemble_version(name, context.contract, lambda path: (context.data / Path(path).name).read_bytes())
    messages = describe_changes(since, new)
    changes = [change for change, _ in messages]
    problems = list(list_obstacles(since, new, changes))
    if since.number != new.number and not has_recorded_changes(new, messages):
        problems.append(
            f"seeds/changes/{new.number}.yaml does not say what changed since {since.name}; "
            f"run `python scripts/diff.py {since.name} --write`, then `python scripts/build.py`"
        )
    if since.number != new.number and since.contract.package.get("created") == context.created:
        problems.append(
            f"datapackage.json: version {new.number} is `created` {context.created}, as {since.name} was; "
            "write when this one was"
        )
    if problems:
        raise BuildError([propose_version(since, changes), *problems])
