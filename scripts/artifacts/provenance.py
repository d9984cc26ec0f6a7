"""Provenance: what a release was made from and with: commit, inputs by checksum, programs by version."""

import hashlib
import platform
import sqlite3
import tomllib
from importlib import metadata
from pathlib import Path
from typing import Any

from packaging.requirements import Requirement

from artifacts.git_info import commit, is_modified
from artifacts.release_context import Edition, write_json
from artifacts.reproduced_shares import shares

EXTRAS = ("build", "release")


def write_provenance(edition: Edition, path: Path) -> None:
    """Write the file."""
    write_json(path, _provenance(edition))


def checksum(path: Path) -> str:
    """Return the SHA-256 of a file, in hexadecimal."""
    return hashlib.sha256(path.read_bytes()).hexdigest()


def _provenance(edition: Edition) -> dict[str, Any]:
    return {
        "name": edition.name,
        "version": edition.contract.package["version"],
        "created": f"{edition.created:%Y-%m-%dT%H:%M:%SZ}",
        "commit": commit(edition.root),
        "modified": is_modified(edition.root),
        "python": platform.python_version(),
        "sqlite": sqlite3.sqlite_version,
        "packages": {name: metadata.version(name) for name in _packages(edition.root)},
        "inputs": _inputs(edition),
        "rights": [share._asdict() for share in shares(edition)],
    }


def _packages(root: Path) -> list[str]:
    """Return the names of the libraries that a release is made with, as pyproject.toml declares them."""
    project = tomllib.loads((root / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    needed = [Requirement(line) for extra in EXTRAS for line in project["optional-dependencies"][extra]]
    return sorted({found.name for found in needed} - {project["name"]})


def _inputs(edition: Edition) -> dict[str, str]:
    """Return the checksum of the contract and of every file of the seeds, by path."""
    files = sorted(path for path in edition.seeds.rglob("*") if path.is_file())
    named = {f"seeds/{path.relative_to(edition.seeds).as_posix()}": checksum(path) for path in files}
    return {"datapackage.json": checksum(edition.package), **named}
