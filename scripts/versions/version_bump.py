"""The next version number: how large it must be, and what else prevents a release."""

import re
from collections.abc import Iterable, Iterator, Sequence

from pipeline import BuildError
from pipeline.contract import Value
from versions.changes import WEIGHTS, Change, Weight
from versions.dataset_version import Version
from versions.row_diff import read_successors

VersionNumber = tuple[int, int, int]

REDIRECTS = "seeds/registers/redirects.yaml"


def weigh(changes: Iterable[Change]) -> Weight:
    """Return the largest weight among the changes."""
    return max((WEIGHTS[change.change] for change in changes), default=Weight.NOTHING)


def bump_version(version: str, by: Weight) -> str:
    """Return the version number that follows changes of this weight; raises BuildError for no number."""
    major, minor, patch = parse_version(version)
    following = {
        Weight.MAJOR: (major + 1, 0, 0),
        Weight.MINOR: (major, minor + 1, 0),
        Weight.PATCH: (major, minor, patch + 1),
        Weight.NOTHING: (major, minor, patch),
    }
    return ".".join(map(str, following[by]))


def parse_version(version: str) -> VersionNumber:
    """Return the three numbers of a version; raises BuildError if it is not three numbers."""
    found = re.fullmatch(r"(0|[1-9]\d*)\.(0|[1-9]\d*)\.(0|[1-9]\d*)", version)
    if not found:
        raise BuildError([f"the version {version!r} of a contract is not three numbers, as in 1.2.3"])
    major, minor, patch = map(int, found.groups())
    return major, minor, patch


def propose_version(old: Version, changes: Sequence[Change]) -> str:
    """Return a sentence with the weight of the changes and the version that they need."""
    size = weigh(changes)
    if size is Weight.NOTHING:
        return f"Nothing changed since {old.number}."
    return f"This is a {size.name.lower()} change: {old.number} → {bump_version(old.number, size)}."


def list_obstacles(old: Version, new: Version, changes: Sequence[Change]) -> Iterator[str]:
    """Yield each reason why the new version cannot follow the old one, in one line."""
    needed = bump_version(old.number, weigh(changes))
    if parse_version(new.number) < parse_version(needed):
        yield f"the version {new.number} is too small; write {needed} or more into datapackage.json"
    yield from _find_unexplained_removals(changes, read_successors(new))
    yield from _find_redirect_faults(old, new)


def _find_unexplained_removals(changes: Sequence[Change], explained: dict[Value, Value]) -> Iterator[str]:
    """Yield the removed records that the redirects do not name."""
    for change in changes:
        if change.change == "withdrawn" and change.row_id and change.row_id not in explained:
            yield f"{change.table_name} {change.row_id} is gone; write what became of it into {REDIRECTS}"


def _find_redirect_faults(old: Version, new: Version) -> Iterator[str]:
    """Yield redirects that were dropped, and new ones for ids that this version did not remove."""
    before, after = read_successors(old), read_successors(new)
    for name in before.keys() - after.keys():
        yield f"{name} is gone since an earlier version, but {REDIRECTS} no longer says so; put it back"
    known = {key[0] for table in old.tables.values() for key in table}
    for row in new.tables.get("redirects", {}).values():
        name = row["id"]
        if name not in before and name not in known:
            yield f"{REDIRECTS} says that {name} is gone, but {old.number} had no such id; remove it"
        elif name not in before and row["version"] != new.number:
            yield (
                f"{REDIRECTS} says that {name} is gone since {row['version']}, but this version is "
                f"{new.number}; make them agree"
            )
