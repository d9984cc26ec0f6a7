"""The dataset described as a schema.org Dataset, which search engines read from a web page."""

from pathlib import Path
from typing import Any

from artifacts.citation_files import cite_articles
from artifacts.provenance import compute_checksum
from artifacts.release_context import ReleaseContext, write_json
from istanbul_talks.database.addresses import read_homepage


def write_schema_org(context: ReleaseContext, path: Path) -> None:
    """Write the dataset as a schema.org Dataset, to stand in a web page."""
    files = (context.artifact_path("-csv.zip"), context.artifact_path(".db"))
    about = {
        "@context": "https://schema.org/",
        **describe_dataset(context),
        "distribution": [{"@type": "DataDownload", **describe_download(file)} for file in files],
    }
    write_json(path, about)


def describe_dataset(context: ReleaseContext) -> dict[str, Any]:
    """Return the properties of the dataset itself, for schema.org and Croissant alike."""
    package = context.contract.package
    return {
        "@type": "Dataset",
        "name": package["title"],
        "alternateName": context.name,
        "description": package["description"],
        "version": package["version"],
        **({"@id": homepage, "url": homepage} if (homepage := read_homepage(context.database)) else {}),
        "datePublished": context.day,
        "license": [licence["path"] for licence in package["licenses"]],
        "keywords": package["keywords"],
        "creator": [
            {"@type": "Organization", "name": contributor["title"]} for contributor in package["contributors"]
        ],
        "isBasedOn": [{"@type": "CreativeWork", "name": article.title} for article in cite_articles(context)],
    }


def describe_download(file: Path) -> dict[str, Any]:
    """Return name, size, media type and checksum of a file of the release."""
    media_types = {".zip": "application/zip", ".db": "application/vnd.sqlite3"}
    return {
        "name": file.name,
        "contentUrl": file.name,
        "contentSize": f"{file.stat().st_size} B",
        "encodingFormat": media_types[file.suffix],
        "sha256": compute_checksum(file),
    }
