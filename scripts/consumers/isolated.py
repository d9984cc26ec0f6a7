"""Apart: what clients find in a release that run in an environment of their own."""

from pathlib import Path

from consumers.consumer import Counts, Reading, unzipped
from consumers.environments import Npm, R, Venv

ARTICLES = Path(__file__).resolve().parent.parent.parent / "seeds" / "articles"

CFFCONVERT = Venv("cffconvert>=2,<3")  # needs another jsonschema than frictionless
# An extension of DuckDB needs the very version of it for which it was built.
DUCKDB = Venv("duckdb-extensions", "duckdb-extension-sqlite-scanner>=1.5")
SPARK = Venv("pyspark>=4.2,<5", needs=("java",))
NPM = Npm()
R_PACKAGES = R()


def cffconvert_citation(citation: Path) -> Counts:
    """Validate CITATION.cff and turn it into a reference."""
    return dict(CFFCONVERT.find("citation_file.py", citation))


def duckdb_sqlite(database: Path) -> Counts:
    """Let DuckDB count the rows of each table of the SQLite file."""
    return dict(DUCKDB.find("duckdb_sqlite.py", database))


def spark_parquet(folder: Path) -> Counts:
    """Let Spark count the rows of each file."""
    return dict(SPARK.find("spark.py", folder)["rows"])


def javascript_package(archive: Path) -> Counts:
    """Validate the data package, then read and cast every row of each table."""
    with unzipped(archive) as package:
        return dict(NPM.find("data_package.js", package))


def r_package(archive: Path) -> Counts:
    """Read each table that datapackage.json names."""
    with unzipped(archive) as package:
        return dict(R_PACKAGES.find("data_package.R", package))


def quotes_by_words(annotations: Path) -> Counts:
    """Find each annotation in its article by its words."""
    return dict(NPM.find("quotes.js", annotations, ARTICLES))


def quotes_by_selectors(annotations: Path) -> Counts:
    """Find each annotation in its article by each of its selectors."""
    return dict(NPM.find("selectors.js", annotations, ARTICLES))


def titles(references: Path) -> list[str]:
    """Return the titles that citation-js reads."""
    return list(NPM.find("citations.js", references))


def citation_js_references(references: Path) -> Counts:
    """Count the references."""
    return {"references": len(titles(references))}


PROGRAMS = (
    Reading("duckdb", "{name}.db", duckdb_sqlite, DUCKDB),
    Reading("pyspark", "parquet/", spark_parquet, SPARK),
    Reading("datapackage", "{name}-csv.zip", javascript_package, NPM),
    Reading("readr", "{name}-csv.zip", r_package, R_PACKAGES),
    Reading("dom-anchor-text-quote", "annotations.jsonld", quotes_by_words, NPM),
    Reading("@apache-annotator/dom", "annotations.jsonld", quotes_by_selectors, NPM),
    *(
        Reading("@citation-js/core", f"citations.{ending}", citation_js_references, NPM)
        for ending in ("json", "bib", "ris")
    ),
    Reading("cffconvert", "CITATION.cff", cffconvert_citation, CFFCONVERT),
)
