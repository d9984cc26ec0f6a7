"""Third-party libraries that run in this Python, and what they find in a release."""

import sqlite3
import zipfile
from contextlib import closing
from pathlib import Path

import duckdb
import frictionless
import networkx
import openpyxl
import pandas
import polars
import pybtex.database
import rispy
import sqlite_utils
from datapackage_to_datasette import datapackage_to_datasette

from interop.consumer import Consumer, Counts, unzip_package
from interop.environments import CURRENT_PYTHON


def validate_with_frictionless(archive: Path) -> Counts:
    """Validate the data package whole, then count the rows of each resource."""
    with unzip_package(archive) as package:
        report = frictionless.validate(str(package))
        if not report.valid:
            raise ValueError(report.flatten(["name", "rowNumber", "fieldName", "note"]))
        return {str(task.name): int(task.stats.get("rows", 0)) for task in report.tasks}


def convert_for_datasette(archive: Path) -> Counts:
    """Turn the data package into a database for Datasette, and count the rows of its tables."""
    with unzip_package(archive) as package:
        made, described = package.with_name("made.db"), package.with_name("metadata.json")
        datapackage_to_datasette(str(made), str(package), str(described))
        with closing(sqlite3.connect(made)) as database:
            names = database.execute("SELECT name FROM sqlite_master WHERE type = 'table'").fetchall()
            return {
                name: int(database.execute(f'SELECT count(*) FROM "{name}"').fetchone()[0])
                for (name,) in names
            }


def count_with_sqlite_utils(database: Path) -> Counts:
    """Count the rows of every table that has a CSV."""
    known = sqlite_utils.Database(database)
    names = [row["name"] for row in known["contract_tables"].rows_where("kind = 'table'")]
    return {name: known[name].count for name in names}


def count_csv_with_duckdb(archive: Path) -> Counts:
    """Let DuckDB find out the form of each CSV for itself."""
    with unzip_package(archive) as package:
        return {
            path.stem: _count_in_duckdb(f"read_csv('{path}')") for path in package.parent.glob("data/*.csv")
        }


def count_parquet_with_duckdb(folder: Path) -> Counts:
    """Count the rows of each file."""
    return {path.stem: _count_in_duckdb(f"read_parquet('{path}')") for path in folder.glob("*.parquet")}


def count_lines_with_duckdb(lines: Path) -> Counts:
    """Count the records by table."""
    query = f"SELECT table_name, count(*) FROM read_json('{lines}', format='newline_delimited') GROUP BY ALL"
    return dict(duckdb.connect().execute(query).fetchall())


def count_csv_with_pandas(archive: Path) -> Counts:
    """Read each CSV out of the zip."""
    with zipfile.ZipFile(archive) as package:
        names = [name for name in package.namelist() if name.endswith(".csv")]
        return {Path(name).stem: len(pandas.read_csv(package.open(name))) for name in names}


def count_parquet_with_pandas(folder: Path) -> Counts:
    """Read each file."""
    return {path.stem: len(pandas.read_parquet(path)) for path in folder.glob("*.parquet")}


def count_parquet_with_polars(folder: Path) -> Counts:
    """Read each file."""
    return {path.stem: polars.read_parquet(path).height for path in folder.glob("*.parquet")}


def count_csv_with_polars(table: Path) -> Counts:
    """Read a flat table."""
    return {"statements": polars.read_csv(table, infer_schema_length=None).height}


def count_sheets_with_openpyxl(workbook: Path) -> Counts:
    """Count the rows of each sheet after the cover, headers left out."""
    book = openpyxl.load_workbook(workbook)
    return {sheet.title: sheet.max_row - 1 for sheet in book.worksheets[1:]}


def count_graph_with_networkx(graph: Path) -> Counts:
    """Count nodes and edges."""
    read = networkx.read_graphml(graph)
    return {"nodes": read.number_of_nodes(), "edges": read.number_of_edges()}


def count_records_with_mlcroissant(croissant: Path) -> Counts:
    """Let mlcroissant open the zip and read every record set; it fails where the metadata are wrong."""
    return dict(CURRENT_PYTHON.run("record_sets.py", croissant))


def count_references_with_pybtex(references: Path) -> Counts:
    """Count the entries."""
    return {"references": len(pybtex.database.parse_file(references).entries)}


def count_references_with_rispy(references: Path) -> Counts:
    """Count the entries."""
    return {"references": len(rispy.load(references))}


def _count_in_duckdb(relation: str) -> int:
    ((count,),) = duckdb.connect().execute(f"SELECT count(*) FROM {relation}").fetchall()
    return int(count)


IN_PROCESS = (
    Consumer("frictionless", "{dataset}-csv.zip", validate_with_frictionless),
    Consumer("datapackage-to-datasette", "{dataset}-csv.zip", convert_for_datasette),
    Consumer("sqlite-utils", "{dataset}.db", count_with_sqlite_utils),
    Consumer("duckdb", "{dataset}-csv.zip", count_csv_with_duckdb),
    Consumer("duckdb", "parquet/", count_parquet_with_duckdb),
    Consumer("duckdb", "records.jsonl", count_lines_with_duckdb),
    Consumer("pandas", "{dataset}-csv.zip", count_csv_with_pandas),
    Consumer("pandas", "parquet/", count_parquet_with_pandas),
    Consumer("polars", "parquet/", count_parquet_with_polars),
    Consumer("polars", "dna-statements.csv", count_csv_with_polars),
    Consumer("openpyxl", "{dataset}.xlsx", count_sheets_with_openpyxl),
    Consumer("networkx", "actor-topics.graphml", count_graph_with_networkx),
    Consumer("networkx", "actor-actors.graphml", count_graph_with_networkx),
    Consumer("mlcroissant", "croissant.json", count_records_with_mlcroissant),
    Consumer("pybtex", "citations.bib", count_references_with_pybtex),
    Consumer("rispy", "citations.ris", count_references_with_rispy),
)
