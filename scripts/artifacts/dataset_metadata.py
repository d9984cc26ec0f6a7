"""Metadata: the dataset as search engines (schema.org), and programs that learn (Croissant) read it."""

import json
from pathlib import Path
from typing import Any

from artifacts.citation_files import bibtex
from artifacts.provenance import checksum
from artifacts.references import references
from artifacts.release_context import Edition, write_json
from pipeline.contract import Field, Table

CROISSANT = "http://mlcommons.org/croissant/1.1"
CONTEXT = Path(__file__).with_name("croissant_context.json")
TYPES = {"string": "sc:Text", "integer": "sc:Integer", "number": "sc:Float", "date": "sc:Date"}


def write_schema_org(edition: Edition, path: Path) -> None:
    """Write the dataset as a schema.org Dataset, to stand in a web page."""
    files = (edition.path("-csv.zip"), edition.path(".db"))
    about = {
        "@context": "https://schema.org/",
        **_dataset(edition),
        "distribution": [{"@type": "DataDownload", **_download(file)} for file in files],
    }
    write_json(path, about)


def write_croissant(edition: Edition, path: Path) -> None:
    """Write the dataset in the Croissant format: the zip, its CSVs, and every column of every table."""
    archive = edition.path("-csv.zip")
    tables = [table for table in edition.contract.tables.values() if table.path]
    about = {
        "@context": json.loads(CONTEXT.read_text(encoding="utf-8")),
        **_dataset(edition),
        "conformsTo": CROISSANT,
        "citeAs": bibtex(next(references(edition))),
        "distribution": [
            {"@type": "cr:FileObject", "@id": "archive", **_download(archive)},
            *(_member(table) for table in tables),
        ],
        "recordSet": [_record_set(table) for table in tables],
    }
    write_json(path, about)


def _dataset(edition: Edition) -> dict[str, Any]:
    """Return what schema.org and Croissant have in common."""
    package = edition.contract.package
    articles = list(references(edition))[1:]
    return {
        "@type": "Dataset",
        "name": package["title"],
        "alternateName": edition.name,
        "description": package["description"],
        "version": package["version"],
        "datePublished": f"{edition.created:%Y-%m-%d}",
        "license": [licence["path"] for licence in package["licenses"]],
        "keywords": package["keywords"],
        "creator": [
            {"@type": "Organization", "name": contributor["title"]} for contributor in package["contributors"]
        ],
        "isBasedOn": [{"@type": "CreativeWork", "name": article["title"]} for article in articles],
    }


def _download(file: Path) -> dict[str, Any]:
    kinds = {".zip": "application/zip", ".db": "application/vnd.sqlite3"}
    return {
        "name": file.name,
        "contentUrl": file.name,
        "contentSize": f"{file.stat().st_size} B",
        "encodingFormat": kinds[file.suffix],
        "sha256": checksum(file),
    }


def _member(table: Table) -> dict[str, Any]:
    return {
        "@type": "cr:FileObject",
        "@id": f"{table.name}.csv",
        "name": f"{table.name}.csv",
        "description": table.description,
        "containedIn": {"@id": "archive"},
        "contentUrl": table.path,
        "encodingFormat": "text/csv",
    }


def _record_set(table: Table) -> dict[str, Any]:
    return {
        "@type": "cr:RecordSet",
        "@id": table.name,
        "name": table.name,
        "description": table.description,
        "key": [{"@id": f"{table.name}/{name}"} for name in table.primary_key],
        "field": [_column(table, column) for column in table.fields.values()],
    }


def _column(table: Table, column: Field) -> dict[str, Any]:
    """Return a field. What it refers to is left to datapackage.json: mlcroissant fails to join most of it."""
    return {
        "@type": "cr:Field",
        "@id": f"{table.name}/{column.name}",
        "name": column.name,
        "description": column.description,
        "dataType": TYPES[column.type],
        "source": {"fileObject": {"@id": f"{table.name}.csv"}, "extract": {"column": column.name}},
    }
