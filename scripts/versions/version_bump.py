"""Bump: how large the next version must be, and what else stands in the way of a release."""

import re
from collections.abc import Iterable, Iterator, Sequence

from pipeline import BuildError
from pipeline.contract import Value
from versions.changes import WEIGHTS, Change, Weight
from versions.load_version import Version
from versions.row_diff import successors

Number = tuple[int, int, int]

REGISTER = "seeds/registers/redirects.yaml"


def weight(changes: Iterable[Change]) -> Weight:
    """Return the weight of the weightiest change."""
    return max((WEIGHTS[change.change] for change in changes), default=Weight.NOTHING)


def raised(version: str, by: Weight) -> str:
    """Return the version that comes next after changes of this weight; BuildError if it is no version."""
    major, minor, patch = parsed(version)
    following = {
        Weight.MAJOR: (major + 1, 0, 0),
        Weight.MINOR: (major, minor + 1, 0),
        Weight.PATCH: (major, minor, patch + 1),
        Weight.NOTHING: (major, minor, patch),
    }
    return ".".join(map(str, following[by]))


def parsed(version: str) -> Number:
    """Return the three numbers of a version; BuildError if it has others."""
    found = re.fullmatch(r"(0|[1-9]\d*)\.(0|[1-9]\d*)\.(0|[1-9]\d*)", version)
    if not found:
        raise BuildError([f"the version {version!r} of a contract is not three numbers, as in 1.2.3"])
    major, minor, patch = map(int, found.groups())
    return major, minor, patch


def verdict(old: Version, changes: Sequence[Change]) -> str:
    """Return how weighty the changes are and which version they need, in a sentence."""
    size = weight(changes)
    if size is Weight.NOTHING:
        return f"Nothing changed since {old.number}."
    return f"This is a {size.name.lower()} change: {old.number} → {raised(old.number, size)}."


def faults(old: Version, new: Version, changes: Sequence[Change]) -> Iterator[str]:
    """Yield, in a line each, why the new version cannot follow the old one as it is."""
    needed = raised(old.number, weight(changes))
    if parsed(new.number) < parsed(needed):
        yield f"the version {new.number} is too small; write {needed} or more into datapackage.json"
    yield from _untold(changes, successors(new))
    yield from _forgotten(old, new)


def _untold(changes: Sequence[Change], told: dict[Value, Value]) -> Iterator[str]:
    """Yield the records that are gone without a word."""
    for change in changes:
        if change.change == "withdrawn" and change.row_id and change.row_id not in told:
            yield f"{change.table_name} {change.row_id} is gone; write what became of it into {REGISTER}"


def _forgotten(old: Version, new: Version) -> Iterator[str]:
    """Yield redirects that were dropped, and new ones that do not tell of what this version ended."""
    before, after = successors(old), successors(new)
    for name in before.keys() - after.keys():
        yield f"{name} is gone since an earlier version, but {REGISTER} no longer says so; put it back"
    known = {key[0] for table in old.tables.values() for key in table}
    for row in new.tables.get("redirects", {}).values():
        name = row["id"]
        if name not in before and name not in known:
            yield f"{REGISTER} says that {name} is gone, but {old.number} had no such id; remove it"
        elif name not in before and row["version"] != new.number:
            yield (
                f"{REGISTER} says that {name} is gone since {row['version']}, but this version is "
                f"{new.number}; make them agree"
            )
