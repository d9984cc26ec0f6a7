"""CITATION.cff and .zenodo.json, from which a forge and an archive cite the dataset, made of its contract."""

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import yaml

from generated_docs.data_card import read_data_card
from istanbul_talks.database.outputs import FileOutput, write_file
from pipeline.contract import read_contract

TO_GIVE = {"doi": "id", "url": "homepage"}
"""What a citation file gives only where the contract has it, and the property there."""


def refresh_metadata(package: Path, *, check: bool = False) -> int:
    """Write both files beside the contract, or with `check` only say which is old; return the exit status."""
    declared = read_contract(package).package
    coders = read_data_card(package.parent)["Coders"]
    written = {
        "CITATION.cff": format_citation_file(declared),
        ".zenodo.json": format_zenodo(declared, coders),
    }
    old = [name for name, content in written.items() if _read(package.with_name(name)) != content]
    for name in old:
        if check:
            print(f"{name} is not what {package.name} says; run python scripts/docs.py")
        else:
            write_file(FileOutput(package.with_name(name), force=True), written[name].encode())
    return int(check and bool(old))


def _read(path: Path) -> str | None:
    return path.read_text(encoding="utf-8") if path.exists() else None


def format_citation_file(package: Mapping[str, Any], released: str | None = None) -> str:
    """Return CITATION.cff, of a release with the day on which it was; it names what is still to be given."""
    given = {name: package[key] for name, key in TO_GIVE.items() if package.get(key)}
    given |= {"date-released": released} if released else {}
    missing = [name for name in (*TO_GIVE, "date-released") if name not in given]
    cited = {
        "cff-version": "1.2.0",
        "type": "dataset",
        "message": "If you use this dataset, please cite it as below.",
        "title": package["title"],
        "abstract": package["description"],
        "version": package["version"],
        **given,
        "authors": [{"name": name} for name in _list_authors(package)],
        "license": package["licenses"][0]["name"],
        "keywords": package["keywords"],
    }
    head = "# Made from datapackage.json by `python scripts/docs.py`."
    note = f" Still to be given: {', '.join(missing)}." if missing else ""
    return f"{head}{note}\n" + yaml.safe_dump(cited, sort_keys=False, allow_unicode=True, width=110)


def format_zenodo(package: Mapping[str, Any], coders: str) -> str:
    """Return .zenodo.json, which Zenodo reads of a released repository; it gives the day and the DOI."""
    deposit = {
        "upload_type": "dataset",
        "title": package["title"],
        "description": package["description"],
        "version": package["version"],
        "creators": [{"name": name} for name in _list_authors(package)],
        "access_right": "open",
        "license": package["licenses"][0]["name"].lower(),
        "keywords": package["keywords"],
        "notes": coders,
    }
    return json.dumps(deposit, ensure_ascii=False, indent=2) + "\n"


def _list_authors(package: Mapping[str, Any]) -> list[str]:
    people = package["contributors"]
    return [person["title"] for person in people if "author" in person.get("roles", [])]
