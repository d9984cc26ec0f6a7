"""The dataset in the Croissant format, from which programs that learn load the columns of the CSVs."""

import json
from pathlib import Path
from typing import Any

from artifacts.release_context import ReleaseContext, write_json
from artifacts.schema_org import describe_dataset, describe_download
from generated_docs.data_card import read_data_card
from istanbul_talks.database.citation_formats import as_bibtex
from istanbul_talks.database.citations import cite_dataset
from pipeline.contract import Field, Table

CONFORMS_TO = ["http://mlcommons.org/croissant/1.1", "http://mlcommons.org/croissant/RAI/1.0"]
JSON_LD_CONTEXT = Path(__file__).with_name("croissant_context.json")
RESPONSIBLE_AI = {
    "dataUseCases": "Uses",
    "dataCollection": "Collection",
    "dataAnnotationProtocol": "Coding",
    "annotatorDemographics": "Coders",
    "machineAnnotationTools": "Coders",
    "annotationsPerItem": "Codings per item",
    "dataAnnotationAnalysis": "Agreement",
    "dataBiases": "Biases",
    "dataLimitations": "Limits",
    "personalSensitiveInformation": "People",
    "dataSocialImpact": "Effects",
    "dataReleaseMaintenancePlan": "Upkeep",
}
"""The properties of the extension for responsible AI, and the entries of the data card that they repeat."""

TYPES = {"string": "sc:Text", "integer": "sc:Integer", "number": "sc:Float", "date": "sc:Date"}


def write_croissant(context: ReleaseContext, path: Path) -> None:
    """Write the dataset in the Croissant format: the zip, its CSVs, and every column of every table."""
    archive = context.artifact_path("-csv.zip")
    card = read_data_card(context.root)
    tables = [table for table in context.contract.tables.values() if table.path]
    about = {
        "@context": json.loads(JSON_LD_CONTEXT.read_text(encoding="utf-8")),
        **describe_dataset(context),
        "conformsTo": CONFORMS_TO,
        **{f"rai:{name}": card[entry] for name, entry in RESPONSIBLE_AI.items()},
        "citeAs": as_bibtex(cite_dataset(context.database)),
        "distribution": [
            {"@type": "cr:FileObject", "@id": "archive", **describe_download(archive)},
            *(_describe_file(table) for table in tables),
        ],
        "recordSet": [_describe_table(table) for table in tables],
    }
    write_json(path, about)


def _describe_file(table: Table) -> dict[str, Any]:
    return {
        "@type": "cr:FileObject",
        "@id": f"{table.name}.csv",
        "name": f"{table.name}.csv",
        "description": table.description,
        "containedIn": {"@id": "archive"},
        "contentUrl": table.path,
        "encodingFormat": "text/csv",
    }


def _describe_table(table: Table) -> dict[str, Any]:
    return {
        "@type": "cr:RecordSet",
        "@id": table.name,
        "name": table.name,
        "description": table.description,
        "key": [{"@id": f"{table.name}/{name}"} for name in table.primary_key],
        "field": [_describe_column(table, column) for column in table.fields.values()],
    }


def _describe_column(table: Table, column: Field) -> dict[str, Any]:
    """Return a field. What it refers to is left to datapackage.json: mlcroissant fails to join most of it."""
    return {
        "@type": "cr:Field",
        "@id": f"{table.name}/{column.name}",
        "name": column.name,
        "description": column.description,
        "dataType": TYPES[column.type],
        "source": {"fileObject": {"@id": f"{table.name}.csv"}, "extract": {"column": column.name}},
    }
