"""Artefacts: what a release holds, in the order of making; a later one may read those before it."""

from pathlib import Path

from artifacts.archive_files import write_gzip
from artifacts.citation_files import write_bibtex, write_csl, write_ris
from artifacts.data_package_zip import write_package
from artifacts.datacite_record import write_datacite
from artifacts.dataset_metadata import write_croissant, write_schema_org
from artifacts.excel_workbook import write_workbook
from artifacts.flat_tables import flat_tables, write_records
from artifacts.graphml_networks import write_actor_actors, write_actor_topics
from artifacts.parquet_files import write_parquet
from artifacts.provenance import write_provenance
from artifacts.python_distributions import write_distributions
from artifacts.release_context import Artefact, Edition
from artifacts.site_zip import write_site
from artifacts.web_annotations import write_annotations


def keep(edition: Edition, path: Path) -> None:
    """Leave the database where it is: it was built first, for all others are made from it."""


def write_compressed(edition: Edition, path: Path) -> None:
    """Write the database, compressed."""
    write_gzip(path, edition.path(".db"))


ARTEFACTS = (
    Artefact("{name}.db", "the SQLite database: every table, view, check and full-text index", keep),
    Artefact("{name}.db.gz", "the same, compressed", write_compressed),
    Artefact("{name}-csv.zip", "the data package: CSVs, datapackage.json, checks, codebook", write_package),
    Artefact("{name}.xlsx", "a workbook: a cover, one sheet a table, links between them", write_workbook),
    Artefact(
        "parquet/", "one Parquet file a table, typed and described, that names its dataset", write_parquet
    ),
    Artefact(
        "annotations.jsonld", "every quote as a W3C Web Annotation, with both selectors", write_annotations
    ),
    Artefact(
        "records.jsonl", "every record as a person would read it with its spans, one a line", write_records
    ),
    *flat_tables(),
    Artefact("actor-topics.graphml", "the network of actors and topics", write_actor_topics),
    Artefact("actor-actors.graphml", "the network of who agrees or differs with whom", write_actor_actors),
    Artefact("{name}-site.zip", "the site as plain files: unpack it and open index.html", write_site),
    Artefact("python/", "the program with the database inside: sdist and wheel", write_distributions),
    Artefact("citations.json", "the dataset and each article as CSL-JSON", write_csl),
    Artefact("citations.bib", "the same as BibTeX", write_bibtex),
    Artefact("citations.ris", "the same as RIS", write_ris),
    Artefact("schema-org.jsonld", "the dataset as a schema.org Dataset", write_schema_org),
    Artefact(
        "croissant.json", "the dataset in the Croissant format: every column of the CSVs", write_croissant
    ),
    Artefact("datacite.xml", "the record that a repository registers", write_datacite),
    Artefact("provenance.json", "commit, inputs, programs and their versions, rights", write_provenance),
)
