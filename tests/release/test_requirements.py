"""What pyproject.toml requires: what is imported, each library in one range."""

import ast
import sys
import tomllib
from collections import defaultdict
from collections.abc import Iterator
from importlib.metadata import packages_distributions
from itertools import chain
from pathlib import Path

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

from fixtures.built_dataset import ROOT

PYPROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
PROJECT = PYPROJECT["project"]
EXTRAS: dict[str, list[str]] = PROJECT["optional-dependencies"]

ROOMS = {
    "src": [],
    "scripts/pipeline": ["build"],
    "scripts/versions": ["build"],
    "scripts/artifacts": ["release"],
    "scripts/static_pages": ["release"],
    "scripts/evaluation": ["quality"],
    "scripts": list(EXTRAS),
    "tests": list(EXTRAS),
}
"""The extras of which the modules of a folder may import libraries; a folder in a
folder counts for itself."""

OWN = {path.stem for folder in ("src", "scripts", "tests") for path in (ROOT / folder).iterdir()}
DISTRIBUTIONS = packages_distributions()
"""The distributions of a module; one that is not installed is taken to be called as its module."""

ISOLATED = "tests/interop/programs"
"""Programs that run in environments of their own."""


@pytest.mark.parametrize("room", ROOMS)
def test_what_is_imported_is_required(room: str) -> None:
    """Catch a library that is there only because another one brings it."""
    required = set(list_required(*ROOMS[room]))
    modules = list(list_modules(room))
    assert modules
    missing = {name: str(path) for path in modules for name in list_imports(path) if name not in required}
    assert missing == {}


def test_a_library_has_one_range() -> None:
    """Catch a version that one extra allows and another one, or the build, does not."""
    ranges = defaultdict(set)
    build = PYPROJECT["build-system"]["requires"]
    for requirement in map(Requirement, chain(build, PROJECT["dependencies"], *EXTRAS.values())):
        ranges[canonicalize_name(requirement.name)].add(str(requirement.specifier))
    assert [name for name, found in ranges.items() if len(found) > 1] == []


def test_a_build_requires_what_building_by_hand_does() -> None:
    build = {text for text in PYPROJECT["build-system"]["requires"] if not text.startswith("hatchling")}
    assert build == set(EXTRAS["build"])


def list_required(*extras: str) -> Iterator[str]:
    """Yield the distributions that are required always, by these extras, and by the extras they refer to."""
    for text in chain(PROJECT["dependencies"], *(EXTRAS[extra] for extra in extras)):
        requirement = Requirement(text)
        if requirement.name == PROJECT["name"]:
            yield from list_required(*requirement.extras)
        else:
            yield canonicalize_name(requirement.name)


def list_modules(room: str) -> Iterator[Path]:
    """Yield the modules of a folder, without those of folders that are rooms of their own."""
    for path in (ROOT / room).rglob("*.py"):
        name = path.relative_to(ROOT).as_posix()
        nearest = max((other for other in ROOMS if name.startswith(f"{other}/")), key=len)
        if nearest == room and not name.startswith(ISOLATED):
            yield path


def list_imports(path: Path) -> Iterator[str]:
    """Yield the distributions that a module imports, by their names on PyPI."""
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        match node:
            case ast.Import(names=aliases):
                modules = [alias.name for alias in aliases]
            case ast.ImportFrom(module=str(module), level=0):
                modules = [module]
            case _:
                modules = []
        tops = {module.partition(".")[0] for module in modules} - OWN - sys.stdlib_module_names
        yield from (canonicalize_name(DISTRIBUTIONS.get(top, [top])[0]) for top in tops)
