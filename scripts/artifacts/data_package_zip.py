"""Package: the data package as a zip: the CSVs, the contract with their checksums, checks and codebook."""

import hashlib
import json
from pathlib import Path
from typing import Any

from artifacts.archive_files import write_zip
from artifacts.release_context import Edition
from artifacts.release_readme import about_package
from pipeline.table_ddl import quote_identifier

PAPERS = ("CITATION.cff", "LICENSE-DATA", "docs/codebook.md", "docs/quality.md", "docs/versions.md")
DIALECT = {"delimiter": ",", "lineTerminator": "\n"}
"""Said although it is the standard's default but for the line's end: some readers guess, and guess wrong."""


def write_package(edition: Edition, path: Path) -> None:
    """Write the zip."""
    tables = _tables(edition)
    members = {
        **tables,
        **_checks(edition),
        **{name: (edition.root / name).read_bytes() for name in PAPERS},
        "datapackage.json": _contract(edition, tables),
        "README.md": about_package(edition).encode("utf-8"),
    }
    write_zip(path, members)


def _tables(edition: Edition) -> dict[str, bytes]:
    """Return the CSVs by their path in the package."""
    paths = [Path(table.path) for table in edition.contract.tables.values() if table.path]
    return {path.as_posix(): (edition.data / path.name).read_bytes() for path in paths}


def _checks(edition: Edition) -> dict[str, bytes]:
    """Return the named checks as SQL files; each finds no row in the database."""
    checks = edition.database.execute("SELECT name, description, sql FROM checks ORDER BY name")
    return {f"checks/{name}.sql": f"-- {said}\n{sql};\n".encode() for name, said, sql in checks}


def _contract(edition: Edition, tables: dict[str, bytes]) -> bytes:
    """Return the contract as written, with the moment of the release, and the CSVs' form and measures."""
    package: dict[str, Any] = json.loads(edition.package.read_text(encoding="utf-8"))
    resources = package.pop("resources")
    package["created"] = f"{edition.created:%Y-%m-%dT%H:%M:%SZ}"
    package["resources"] = [
        {**resource, **_measures(edition, resource["name"], tables[resource["path"]])}
        for resource in resources
    ]
    return (json.dumps(package, ensure_ascii=False, indent=2) + "\n").encode("utf-8")


def _measures(edition: Edition, table: str, content: bytes) -> dict[str, Any]:
    (count,) = edition.database.execute(f"SELECT count(*) FROM {quote_identifier(table)}").fetchone()
    digest = hashlib.sha256(content).hexdigest()
    return {"dialect": DIALECT, "bytes": len(content), "hash": f"sha256:{digest}", "rowCount": count}
