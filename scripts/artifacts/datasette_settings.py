"""What Datasette shows of the database without our plugin: titles, descriptions, labels, facets, questions.

The plugin gives Datasette the same. 1.0 reads one part of it as metadata, the other as its configuration: the
one file serves for both.
"""

from pathlib import Path

from artifacts.release_context import ReleaseContext, write_json
from istanbul_talks.site.datasette_metadata import describe_database

_OF_INSTANCE = ("title", "description", "license", "license_url")


def write_datasette_settings(context: ReleaseContext, path: Path) -> None:
    """Write metadata.json for a Datasette that serves the released database."""
    described = describe_database(context.artifact_path(".db"))
    if described is None:
        raise ValueError(f"{context.name}.db has no contract")
    of_instance = {key: described[key] for key in _OF_INSTANCE}
    of_database = {**of_instance, "tables": described["tables"], "queries": described["queries"]}
    write_json(path, {**of_instance, "databases": {context.name: of_database}})
