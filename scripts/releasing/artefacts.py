"""Artefacts: what a release holds, in the order of making; a later one may read those before it."""

from pathlib import Path

from releasing.annotations import write_annotations
from releasing.archives import write_gzip
from releasing.citations import write_bibtex, write_csl, write_ris
from releasing.columnar import write_parquet
from releasing.datacite import write_datacite
from releasing.distributions import write_distributions
from releasing.edition import Artefact, Edition
from releasing.exports import flat_tables, write_records
from releasing.metadata import write_croissant, write_schema_org
from releasing.networks import write_actor_actors, write_actor_topics
from releasing.package import write_package
from releasing.provenance import write_provenance
from releasing.website import write_site
from releasing.workbook import write_workbook


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
