"""What a release was made from and with: the commit, the inputs by checksum, the programs by version."""

import hashlib
import json
import platform
import sqlite3
import tomllib
from importlib import metadata
from pathlib import Path
from typing import Any

from packaging.requirements import Requirement

from artifacts.git_info import is_modified, read_commit
from artifacts.release_context import ReleaseContext, write_json
from artifacts.reproduced_shares import measure_shares

PAGE_SOURCES = Path(__file__).with_name("page_sources")
"""Of what talks.html is made, besides the database."""

_EXTRAS = ("build", "release")


def write_provenance(context: ReleaseContext, path: Path) -> None:
    """Write the provenance as JSON, with the share of each article that the release reproduces."""
    write_json(path, _describe_provenance(context))


def compute_checksum(path: Path) -> str:
    """Return the SHA-256 of a file, in hexadecimal."""
    return hashlib.sha256(path.read_bytes()).hexdigest()


def _describe_provenance(context: ReleaseContext) -> dict[str, Any]:
    return {
        "name": context.name,
        "version": context.contract.package["version"],
        "made": f"{context.moment:%Y-%m-%dT%H:%M:%SZ}",
        "commit": read_commit(context.root),
        "modified": is_modified(context.root),
        "python": platform.python_version(),
        "sqlite": sqlite3.sqlite_version,
        "packages": {name: metadata.version(name) for name in _list_packages(context.root)},
        "npm_packages": json.loads((PAGE_SOURCES / "package.json").read_text(encoding="utf-8"))[
            "dependencies"
        ],
        "inputs": _hash_inputs(context),
        "rights": [share._asdict() for share in measure_shares(context)],
    }


def _list_packages(root: Path) -> list[str]:
    """Return the names of the libraries that a release is made with, as pyproject.toml declares them."""
    project = tomllib.loads((root / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    needed = [Requirement(line) for extra in _EXTRAS for line in project["optional-dependencies"][extra]]
    return sorted({found.name for found in needed} - {project["name"]})


def _hash_inputs(context: ReleaseContext) -> dict[str, str]:
    """Return the checksum of the contract and of every file of the seeds, by path."""
    files = sorted(path for path in context.seeds.rglob("*") if path.is_file())
    named = {f"seeds/{path.relative_to(context.seeds).as_posix()}": compute_checksum(path) for path in files}
    return {"datapackage.json": compute_checksum(context.package), **named}
