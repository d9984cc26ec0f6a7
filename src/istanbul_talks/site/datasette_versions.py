"""What Datasette 0.65 and the alphas of 1.0 do each in their own way; the rest of the site is one for both.

0.65 asks its plugins for metadata whenever it needs some. 1.0 is told once, when it starts: descriptions,
configuration of the tables and named queries, each in its place. What an owner forbids stands in
metadata.yaml for 0.65 and in datasette.yaml for 1.0, which passes over `allow_sql` in the former.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:  # Datasette loads its plugins before it has loaded itself
    from datasette.app import Datasette

CONFIGURED = ("facets", "hidden", "label_column", "sort")
"""What 1.0 looks for in a table's configuration rather than in its metadata."""


async def require_seen(datasette: Datasette, actor: Any, database: str) -> None:
    """Raise Forbidden where the visitor may not see the database."""
    if is_told(datasette):
        from datasette.resources import DatabaseResource  # noqa: PLC0415  (1.0 only)

        resource = DatabaseResource(database)
        await datasette.ensure_permission(action="view-database", resource=resource, actor=actor)
    else:
        await datasette.ensure_permissions(actor, [("view-database", database), "view-instance"])


def is_told(datasette: Datasette) -> bool:
    """Tell whether this is a Datasette that is told its metadata, as 1.0 is."""
    return hasattr(datasette, "set_database_metadata")


async def tell(datasette: Datasette, databases: dict[str, dict[str, Any]]) -> None:
    """Tell Datasette 1.0 the metadata that 0.65 asks for, by database; what its owner says comes last."""
    for name, metadata in databases.items():
        for key, value in metadata.items():
            if isinstance(value, str):
                await datasette.set_database_metadata(name, key, value)
        for table, described in metadata["tables"].items():
            await _tell_table(datasette, name, table, described)
        for query, asked in metadata["queries"].items():
            await datasette.add_query(name, query, **asked, is_trusted=True)
    await datasette.apply_metadata_json()


async def _tell_table(datasette: Datasette, database: str, table: str, metadata: dict[str, Any]) -> None:
    """Tell Datasette 1.0 the metadata of a table; what its owner has configured stays."""
    tables = datasette.config.setdefault("databases", {}).setdefault(database, {}).setdefault("tables", {})
    configured = {key: metadata[key] for key in CONFIGURED if key in metadata}
    tables[table] = configured | tables.get(table, {})
    for key in {"title", "description"}.intersection(metadata):
        await datasette.set_resource_metadata(database, table, key, metadata[key])
    for column, description in metadata.get("columns", {}).items():
        await datasette.set_column_metadata(database, table, column, "description", description)
