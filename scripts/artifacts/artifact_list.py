"""The list of what a release holds, in the order of making; a later artifact may read those before it."""

from pathlib import Path

from artifacts.archive_files import write_gzip
from artifacts.citation_files import write_bibtex, write_csl, write_ris
from artifacts.croissant import write_croissant
from artifacts.data_package_zip import write_data_package
from artifacts.datacite_record import write_datacite
from artifacts.datasette_settings import write_datasette_settings
from artifacts.excel_workbook import write_workbook
from artifacts.flat_tables import list_flat_tables
from artifacts.graphml_networks import write_actor_actors, write_actor_topics
from artifacts.parquet_files import write_parquet
from artifacts.provenance import write_provenance
from artifacts.python_distributions import write_distributions
from artifacts.records_jsonl import write_records
from artifacts.release_context import Artifact, ReleaseContext
from artifacts.schema_org import write_schema_org
from artifacts.site_zip import write_site
from artifacts.talks_page import write_talks_page
from artifacts.web_annotations import write_annotations


def _keep_database(context: ReleaseContext, path: Path) -> None:
    """Leave the database where it is: it was built first, since all others are made from it."""


def _write_compressed_database(context: ReleaseContext, path: Path) -> None:
    """Write the database, compressed."""
    write_gzip(path, context.artifact_path(".db"))


ARTIFACTS = (
    Artifact(
        "talks.html",
        "to look at all of it: open this one file in a browser, also without network",
        write_talks_page,
    ),
    Artifact(
        "{name}.db", "the SQLite database: every table, view, check and full-text index", _keep_database
    ),
    Artifact("{name}.db.gz", "the same, compressed", _write_compressed_database),
    Artifact(
        "metadata.json",
        "what a Datasette without our plugin shows: `-m metadata.json`, and from 1.0 on `-c metadata.json`",
        write_datasette_settings,
    ),
    Artifact(
        "{name}-csv.zip", "the data package: CSVs, datapackage.json, checks, codebook", write_data_package
    ),
    Artifact(
        "{name}.xlsx",
        "a workbook to read: demands, claims, events, disagreements and people, each with voice and words",
        write_workbook,
    ),
    Artifact(
        "parquet/", "one Parquet file a table, typed and described, that names its dataset", write_parquet
    ),
    Artifact(
        "annotations.jsonld", "every quote as a W3C Web Annotation, with both selectors", write_annotations
    ),
    Artifact(
        "records.jsonl", "every record as a person would read it with its spans, one a line", write_records
    ),
    *list_flat_tables(),
    Artifact("actor-topics.graphml", "the network of actors and topics", write_actor_topics),
    Artifact("actor-actors.graphml", "the network of who agrees or differs with whom", write_actor_actors),
    Artifact("{name}-site.zip", "the site as plain files: unpack it and open index.html", write_site),
    Artifact("python/", "the program with the database inside: sdist and wheel", write_distributions),
    Artifact("citations.json", "the dataset and each article as CSL-JSON", write_csl),
    Artifact("citations.bib", "the same as BibTeX", write_bibtex),
    Artifact("citations.ris", "the same as RIS", write_ris),
    Artifact("schema-org.jsonld", "the dataset as a schema.org Dataset", write_schema_org),
    Artifact(
        "croissant.json", "the dataset in the Croissant format: every column of the CSVs", write_croissant
    ),
    Artifact("datacite.xml", "the record that a repository registers", write_datacite),
    Artifact("provenance.json", "commit, inputs, programs and their versions, rights", write_provenance),
)
