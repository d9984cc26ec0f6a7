"""Clients: programs that nobody here wrote, and what each finds in a release.

Each reading opens one artefact as a user of that program would, and counts: rows by table, nodes and edges,
references. What does not belong here: what should be found (tests/release), and any help to the program.
"""

import tempfile
import zipfile
from collections.abc import Callable, Iterable
from importlib import metadata
from pathlib import Path
from typing import NamedTuple

import duckdb
import frictionless
import mlcroissant
import networkx
import openpyxl
import pandas
import polars
import pybtex.database
import rispy
import sqlite_utils

from quality.pages import table

Counts = dict[str, int]
FEW = 2  # counts that are told one by one


class Reading(NamedTuple):
    """A client, the artefact it opens (a path in the release; {name} is the dataset's), and its reading."""

    client: str
    artefact: str
    read: Callable[[Path], Counts]

    def path(self, release: Path, name: str) -> Path:
        """Return the path of the artefact in a release of the dataset of that name."""
        return release / self.artefact.format(name=name)

    @property
    def version(self) -> str:
        """The version of the client."""
        return metadata.version(self.client)


def frictionless_package(archive: Path) -> Counts:
    """Validate the data package whole, then count the rows of each resource."""
    with tempfile.TemporaryDirectory() as folder:
        _unzip(archive, folder)
        report = frictionless.validate(f"{folder}/datapackage.json")
        if not report.valid:
            raise ValueError(report.flatten(["name", "rowNumber", "fieldName", "note"]))
        return {str(task.name): int(task.stats.get("rows", 0)) for task in report.tasks}


def sqlite_utils_database(database: Path) -> Counts:
    """Count the rows of every table that has a CSV."""
    known = sqlite_utils.Database(database)
    names = [row["name"] for row in known["contract_tables"].rows_where("kind = 'table'")]
    return {name: known[name].count for name in names}


def duckdb_csv(archive: Path) -> Counts:
    """Let DuckDB find out the form of each CSV for itself."""
    with tempfile.TemporaryDirectory() as folder:
        _unzip(archive, folder)
        return {path.stem: _duckdb(f"read_csv('{path}')") for path in Path(folder, "data").glob("*.csv")}


def duckdb_parquet(folder: Path) -> Counts:
    """Count the rows of each file."""
    return {path.stem: _duckdb(f"read_parquet('{path}')") for path in folder.glob("*.parquet")}


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
    """Let mlcroissant open the zip and read every record set; it raises where the metadata are wrong."""
    dataset = mlcroissant.Dataset(jsonld=croissant)
    return {
        records.id: sum(1 for _ in dataset.records(records.id)) for records in dataset.metadata.record_sets
    }


def pybtex_references(references: Path) -> Counts:
    """Count the entries."""
    return {"references": len(pybtex.database.parse_file(references).entries)}


def rispy_references(references: Path) -> Counts:
    """Count the entries."""
    return {"references": len(rispy.load(references))}


def _unzip(archive: Path, folder: str) -> None:
    with zipfile.ZipFile(archive) as package:
        package.extractall(folder)


def _duckdb(relation: str) -> int:
    ((count,),) = duckdb.connect().execute(f"SELECT count(*) FROM {relation}").fetchall()
    return int(count)


READINGS = (
    Reading("frictionless", "{name}-csv.zip", frictionless_package),
    Reading("sqlite-utils", "{name}.db", sqlite_utils_database),
    Reading("duckdb", "{name}-csv.zip", duckdb_csv),
    Reading("duckdb", "parquet/", duckdb_parquet),
    Reading("duckdb", "records.jsonl", duckdb_lines),
    Reading("pandas", "{name}-csv.zip", pandas_csv),
    Reading("pandas", "parquet/", pandas_parquet),
    Reading("polars", "parquet/", polars_parquet),
    Reading("polars", "dna-statements.csv", polars_csv),
    Reading("openpyxl", "{name}.xlsx", openpyxl_workbook),
    Reading("networkx", "actor-topics.graphml", networkx_graph),
    Reading("networkx", "actor-actors.graphml", networkx_graph),
    Reading("mlcroissant", "croissant.json", mlcroissant_records),
    Reading("pybtex", "citations.bib", pybtex_references),
    Reading("rispy", "citations.ris", rispy_references),
)


def readings_table(found: Iterable[tuple[Reading, Counts]], name: str) -> str:
    """Return the table of the page: client, version, what was read, what it found."""
    rows = [
        (reading.client, reading.version, f"`{reading.artefact.format(name=name)}`", _summary(counts))
        for reading, counts in found
    ]
    return table(("client", "version", "what was read", "what it found"), rows)


def _summary(counts: Counts) -> str:
    """Return counts in words; those of many tables as their sum."""
    if len(counts) > FEW:
        return f"{len(counts)} tables, {sum(counts.values())} rows"
    return ", ".join(f"{count} {what}" for what, count in counts.items())
