"""Datasette's metadata, made from the contract in the database and from the questions in sql/."""

from __future__ import annotations

import json
import re
import sqlite3
from contextlib import closing
from pathlib import Path
from typing import TYPE_CHECKING, Any
from weakref import WeakKeyDictionary

from istanbul_talks.database import named_queries
from istanbul_talks.database.addresses import read_homepage
from istanbul_talks.database.connection import connect
from istanbul_talks.errors import TalksError

if TYPE_CHECKING:  # Datasette loads its plugins before it has loaded itself
    from datasette.app import Datasette

QUESTIONS = (
    "demands",
    "claims",
    "delegations",
    "events",
    "disagreements",
    "demands_by_talks",
    "demands_by_topic",
    "conditions",
    "rejected_demands",
    "accepted_demands",
    "quantities",
    "contested_claims",
    "denials",
    "contradictions",
    "attribution_links",
    "hearsay",
    "distancing",
    "reporting_words",
    "speakers",
    "direct_quotations",
    "people",
    "roles",
    "spellings",
    "absent",
    "alleged_events",
    "datings",
    "relative_dates",
    "shared_events",
    "unresolved_disagreements",
    "missing_metadata",
)
"""The questions of the site in their order; the front page shows the first ones."""

SEARCH_TABLE = "record_texts"

Metadata = dict[str, Any]

_cache: WeakKeyDictionary[Datasette, dict[str, Metadata]] = WeakKeyDictionary()


def describe_databases(datasette: Datasette) -> dict[str, Metadata]:
    """Return the metadata of each talks database that is served, by its name; read once per Datasette."""
    if datasette not in _cache:
        served = {name: describe_database(db.path) for name, db in datasette.databases.items() if db.path}
        _cache[datasette] = {name: metadata for name, metadata in served.items() if metadata}
    return _cache[datasette]


def describe_database(path: str | Path) -> Metadata | None:
    """Return the metadata of the database in a file, None when it is no talks database."""
    queries = dict(map(describe_query, QUESTIONS))
    try:
        with closing(connect(Path(path).resolve())) as db:
            return {**_describe_package(db), "tables": _describe_tables(db), "queries": queries}
    except TalksError:
        return None


def _describe_package(db: sqlite3.Connection) -> Metadata:
    """Return the title, description, licence and version of the dataset."""
    package = dict(db.execute("SELECT key, value FROM contract_package"))
    licence = json.loads(package["licenses"])[0]
    return {
        "title": package["title"],
        "description": package["description"],
        "license": licence["title"],
        "license_url": licence["path"],
        "version": package["version"],
        "structured": _describe_for_search_engines(db, package),
    }


def _describe_for_search_engines(db: sqlite3.Connection, package: dict[str, str]) -> Metadata:
    """Return the dataset as a schema.org Dataset, to stand in a page."""
    contributors, articles = json.loads(package["contributors"]), json.loads(package["sources"])
    return {
        "@context": "https://schema.org/",
        "@type": "Dataset",
        "name": package["title"],
        "description": package["description"],
        "version": package["version"],
        **({"@id": homepage, "url": homepage} if (homepage := read_homepage(db)) else {}),
        "license": [licence["path"] for licence in json.loads(package["licenses"])],
        "keywords": json.loads(package["keywords"]),
        "creator": [{"@type": "Organization", "name": contributor["title"]} for contributor in contributors],
        "isBasedOn": [{"@type": "CreativeWork", "name": article["title"]} for article in articles],
    }


def _describe_tables(db: sqlite3.Connection) -> dict[str, Metadata]:
    """Return the metadata of every table and view; those that the contract does not name are hidden."""
    tables: dict[str, Metadata] = {
        name: {"hidden": True}
        for (name,) in db.execute("SELECT name FROM sqlite_master WHERE type = 'table'")
    }
    for name, title, description, label, facets in db.execute(TABLES):
        tables[name] = {
            "title": title,
            "description": description,
            "columns": dict(db.execute(COLUMNS, [name])),
            "facets": json.loads(facets or "[]"),
            **({"label_column": label} if label else {}),
        }
    tables[SEARCH_TABLE] = {
        "title": "Search all records",
        "description": tables["records"]["description"],
        "facets": ["table_name"],
    }
    return tables


TABLES = "SELECT name, title, description, label_field, facet_fields FROM contract_tables"

COLUMNS = """
SELECT name, description || coalesce(' Empty: ' || empty || '.', '')
FROM contract_fields
WHERE table_name = ?
ORDER BY position
"""


def describe_query(name: str) -> tuple[str, Metadata]:
    """Return a question as a named query: its name in addresses, made from its title, and its metadata."""
    query = named_queries.read_query(name)
    slug = re.sub(r"\W+", "-", query.title.lower()).strip("-")
    return slug, {**query._asdict(), "hide_sql": True}
