"""Third-party programs that run in an environment of their own, and what they find in a release."""

from pathlib import Path

from interop.consumer import Consumer, Counts, unzip_package
from interop.environments import LibreOffice, Npm, SystemR, Venv

ARTICLES = Path(__file__).resolve().parent.parent.parent / "seeds" / "articles"

CFFCONVERT = Venv("cffconvert>=2,<3")  # needs another jsonschema than frictionless
# An extension of DuckDB needs the very version of it for which it was built.
DUCKDB = Venv("duckdb-extensions", "duckdb-extension-sqlite-scanner>=1.5")
DATASETTE, NEXT_DATASETTE = Venv("datasette>=0.65,<1"), Venv("datasette>=1.0a41,<2")
SPARK = Venv("pyspark>=4.2,<5", needs=("java",))
NPM = Npm()
READR = SystemR("jsonlite", "readr")
LIBRE_OFFICE = LibreOffice()
R_FRICTIONLESS = SystemR("frictionless", "jsonlite")  # of CRAN, not of Debian


def validate_with_cffconvert(citation: Path) -> Counts:
    """Validate CITATION.cff and turn it into a reference."""
    return dict(CFFCONVERT.run("citation_file.py", citation))


def count_sqlite_with_duckdb(database: Path) -> Counts:
    """Let DuckDB count the rows of each table of the SQLite file."""
    return dict(DUCKDB.run("duckdb_sqlite.py", database))


def count_tables_with_datasette(database: Path) -> Counts:
    """Let Datasette serve each table with labels, and answer each question, by metadata.json alone."""
    return dict(DATASETTE.run("datasette_tables.py", database))


def count_tables_with_next_datasette(database: Path) -> Counts:
    """Let the next Datasette do the same."""
    return dict(NEXT_DATASETTE.run("datasette_tables.py", database))


def count_parquet_with_spark(folder: Path) -> Counts:
    """Let Spark count the rows of each file."""
    return dict(SPARK.run("spark.py", folder)["rows"])


def count_package_with_javascript(archive: Path) -> Counts:
    """Validate the data package, then read and cast every row of each table."""
    with unzip_package(archive) as package:
        return dict(NPM.run("data_package.js", package))


def count_csv_with_r(archive: Path) -> Counts:
    """Read each CSV that datapackage.json names."""
    with unzip_package(archive) as package:
        return dict(READR.run("csv_files.R", package))


def count_package_with_r(archive: Path) -> Counts:
    """Read each resource as its schema declares it."""
    with unzip_package(archive) as package:
        return dict(R_FRICTIONLESS.run("data_package.R", package))


def count_sheets_with_libre_office(workbook: Path) -> Counts:
    """Count the rows of each sheet after the cover, and print all of them across."""
    return dict(LIBRE_OFFICE.run("workbook.py", workbook))


def find_quotes_by_words(annotations: Path) -> Counts:
    """Find each annotation in its article by its words."""
    return dict(NPM.run("quotes.js", annotations, ARTICLES))


def find_quotes_by_selectors(annotations: Path) -> Counts:
    """Find each annotation in its article by each of its selectors."""
    return dict(NPM.run("selectors.js", annotations, ARTICLES))


def read_titles(references: Path) -> list[str]:
    """Return the titles that citation-js reads."""
    return list(NPM.run("citations.js", references))


def count_references_with_citation_js(references: Path) -> Counts:
    """Count the references."""
    return {"references": len(read_titles(references))}


ISOLATED = (
    Consumer("duckdb", "{dataset}.db", count_sqlite_with_duckdb, DUCKDB),
    Consumer("datasette", "{dataset}.db", count_tables_with_datasette, DATASETTE),
    Consumer("datasette", "{dataset}.db", count_tables_with_next_datasette, NEXT_DATASETTE),
    Consumer("pyspark", "parquet/", count_parquet_with_spark, SPARK),
    Consumer("datapackage", "{dataset}-csv.zip", count_package_with_javascript, NPM),
    Consumer("readr", "{dataset}-csv.zip", count_csv_with_r, READR),
    Consumer("frictionless", "{dataset}-csv.zip", count_package_with_r, R_FRICTIONLESS),
    Consumer("LibreOffice", "{dataset}.xlsx", count_sheets_with_libre_office, LIBRE_OFFICE),
    Consumer("dom-anchor-text-quote", "annotations.jsonld", find_quotes_by_words, NPM),
    Consumer("@apache-annotator/dom", "annotations.jsonld", find_quotes_by_selectors, NPM),
    *(
        Consumer("@citation-js/core", f"citations.{ending}", count_references_with_citation_js, NPM)
        for ending in ("json", "bib", "ris")
    ),
    Consumer("cffconvert", "CITATION.cff", validate_with_cffconvert, CFFCONVERT),
)
