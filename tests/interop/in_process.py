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
from interop.environments import HERE


def frictionless_package(archive: Path) -> Counts:
    """Validate the data package whole, then count the rows of each resource."""
    with unzip_package(archive) as package:
        report = frictionless.validate(str(package))
        if not report.valid:
            raise ValueError(report.flatten(["name", "rowNumber", "fieldName", "note"]))
        return {str(task.name): int(task.stats.get("rows", 0)) for task in report.tasks}


def datasette_database(archive: Path) -> Counts:
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


def sqlite_utils_database(database: Path) -> Counts:
    """Count the rows of every table that has a CSV."""
    known = sqlite_utils.Database(database)
    names = [row["name"] for row in known["contract_tables"].rows_where("kind = 'table'")]
    return {name: known[name].count for name in names}


def duckdb_csv(archive: Path) -> Counts:
    """Let DuckDB find out the form of each CSV for itself."""
    with unzip_package(archive) as package:
        return {
            path.stem: _count_in_duckdb(f"read_csv('{path}')") for path in package.parent.glob("data/*.csv")
        }


def duckdb_parquet(folder: Path) -> Counts:
    """Count the rows of each file."""
    return {path.stem: _count_in_duckdb(f"read_parquet('{path}')") for path in folder.glob("*.parquet")}


def duckdb_lines(lines: Path) -> Counts:
    """Count the records by table."""
    query = f"SELECT table_name, count(*) FROM read_json('{lines}', format='newline_delimited') GROUP BY ALL"
    return dict(duckdb.connect().execute(query).fetchall())


def pandas_csv(archive: Path) -> Counts:
    """Read each CSV out of the zip."""
    with zipfile.ZipFile(archive) as package:
        names = [name for name in package.namelist() if name.endswith(".csv")]
        return {Path(name).stem: len(pandas.read_csv(package.open(name))) for name in names}


def pandas_parquet(folder: Path) -> Counts:
    """Read each file."""
    return {path.stem: len(pandas.read_parquet(path)) for path in folder.glob("*.parquet")}


def polars_parquet(folder: Path) -> Counts:
    """Read each file."""
    return {path.stem: polars.read_parquet(path).height for path in folder.glob("*.parquet")}


def polars_csv(table: Path) -> Counts:
    """Read a flat table."""
    return {"statements": polars.read_csv(table, infer_schema_length=None).height}


def openpyxl_workbook(workbook: Path) -> Counts:
    """Count the rows of each sheet after the cover, headers left out."""
    book = openpyxl.load_workbook(workbook)
    return {sheet.title: sheet.max_row - 1 for sheet in book.worksheets[1:]}


def networkx_graph(graph: Path) -> Counts:
    """Count nodes and edges."""
    read = networkx.read_graphml(graph)
    return {"nodes": read.number_of_nodes(), "edges": read.number_of_edges()}


def mlcroissant_records(croissant: Path) -> Counts:
    """Let mlcroissant open the zip and read every record set; it fails where the metadata are wrong."""
    return dict(HERE.run("record_sets.py", croissant))


def pybtex_references(references: Path) -> Counts:
    """Count the entries."""
    return {"references": len(pybtex.database.parse_file(references).entries)}


def rispy_references(references: Path) -> Counts:
    """Count the entries."""
    return {"references": len(rispy.load(references))}


def _count_in_duckdb(relation: str) -> int:
    ((count,),) = duckdb.connect().execute(f"SELECT count(*) FROM {relation}").fetchall()
    return int(count)


IN_PROCESS = (
    Consumer("frictionless", "{dataset}-csv.zip", frictionless_package),
    Consumer("datapackage-to-datasette", "{dataset}-csv.zip", datasette_database),
    Consumer("sqlite-utils", "{dataset}.db", sqlite_utils_database),
    Consumer("duckdb", "{dataset}-csv.zip", duckdb_csv),
    Consumer("duckdb", "parquet/", duckdb_parquet),
    Consumer("duckdb", "records.jsonl", duckdb_lines),
    Consumer("pandas", "{dataset}-csv.zip", pandas_csv),
    Consumer("pandas", "parquet/", pandas_parquet),
    Consumer("polars", "parquet/", polars_parquet),
    Consumer("polars", "dna-statements.csv", polars_csv),
    Consumer("openpyxl", "{dataset}.xlsx", openpyxl_workbook),
    Consumer("networkx", "actor-topics.graphml", networkx_graph),
    Consumer("networkx", "actor-actors.graphml", networkx_graph),
    Consumer("mlcroissant", "croissant.json", mlcroissant_records),
    Consumer("pybtex", "citations.bib", pybtex_references),
    Consumer("rispy", "citations.ris", rispy_references),
)
