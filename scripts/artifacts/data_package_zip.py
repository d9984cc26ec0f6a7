"""The data package as a zip: the CSVs, the contract with their checksums, the checks and the codebook."""

import hashlib
import json
import zipfile
from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import frictionless

from artifacts.archive_files import write_zip
from artifacts.release_context import ReleaseContext
from artifacts.release_readme import describe_data_package
from generated_docs.repository_metadata import format_citation_file
from pipeline import BuildError
from pipeline.json_layout import format_json
from pipeline.readonly_database import count_rows

_DOCUMENTS = ("LICENSE-DATA", "docs/codebook.md", "docs/quality.md", "docs/versions.md")
_DIALECT = {"delimiter": ",", "lineTerminator": "\n"}
"""Mostly the standard's defaults, declared because some readers guess, and guess wrong."""


def write_data_package(context: ReleaseContext, path: Path) -> None:
    """Write the zip. Raises BuildError, with every error, where frictionless does not find it valid."""
    tables = _read_tables(context)
    members = {
        **tables,
        **_read_checks(context),
        **{name: (context.root / name).read_bytes() for name in _DOCUMENTS},
        "CITATION.cff": format_citation_file(context.contract.package, context.day).encode("utf-8"),
        "datapackage.json": _complete_contract(context, tables),
        "README.md": describe_data_package(context).encode("utf-8"),
    }
    write_zip(path, members)
    if errors := list(_validate(path)):
        raise BuildError([f"{path.name} is no valid data package:", *errors])


def _validate(archive: Path) -> Iterator[str]:
    """Yield what frictionless finds wrong with a data package: where, and what."""
    with TemporaryDirectory() as folder, zipfile.ZipFile(archive) as package:
        package.extractall(folder)
        report = frictionless.validate(str(Path(folder, "datapackage.json")))
    for error in report.errors:
        yield f"datapackage.json: {error.message}"
    for task in report.tasks:
        for error in task.errors:
            row = error.to_dict().get("rowNumber")
            yield f"{task.place}:{row or 1}: {error.message}"


def _read_tables(context: ReleaseContext) -> dict[str, bytes]:
    """Return the CSVs by their path in the package."""
    paths = [Path(table.path) for table in context.contract.tables.values() if table.path]
    return {path.as_posix(): (context.data / path.name).read_bytes() for path in paths}


def _read_checks(context: ReleaseContext) -> dict[str, bytes]:
    """Return the named checks as SQL files; each finds no row in the database."""
    checks = context.database.execute("SELECT name, description, sql FROM checks ORDER BY name")
    return {f"checks/{name}.sql": f"-- {description}\n{sql};\n".encode() for name, description, sql in checks}


def _complete_contract(context: ReleaseContext, tables: dict[str, bytes]) -> bytes:
    """Return the contract without what it leaves empty, with the form and the measures of each CSV."""
    declared: dict[str, Any] = json.loads(context.package.read_text(encoding="utf-8"))
    package = {name: value for name, value in declared.items() if value != ""}
    package["resources"] = [
        {**resource, **_measure_csv(context, resource["name"], tables[resource["path"]])}
        for resource in package["resources"]
    ]
    return format_json(package).encode("utf-8")


def _measure_csv(context: ReleaseContext, table: str, content: bytes) -> dict[str, Any]:
    count = count_rows(context.database, table)
    digest = hashlib.sha256(content).hexdigest()
    return {"dialect": _DIALECT, "bytes": len(content), "hash": f"sha256:{digest}", "rowCount": count}
