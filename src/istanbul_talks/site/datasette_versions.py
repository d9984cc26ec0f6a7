"""The differences between Datasette 0.65 and the alphas of 1.0; the rest of the site is the same for both.

0.65 asks its plugins for metadata whenever it needs some. 1.0 stores it once, when it starts: descriptions,
configuration of the tables and named queries, each in its place. What an owner forbids is written in
metadata.yaml for 0.65 and in datasette.yaml for 1.0, which ignores `allow_sql` in the former.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:  # Datasette loads its plugins before it has loaded itself
    from datasette.app import Datasette

CONFIGURATION_KEYS = ("facets", "hidden", "label_column", "sort")
"""The keys of a table's metadata that 1.0 reads from its configuration instead."""


async def require_permission(datasette: Datasette, actor: Any, database: str) -> None:
    """Raise Forbidden where the visitor may not see the database."""
    if stores_metadata(datasette):
        from datasette.resources import DatabaseResource  # noqa: PLC0415  (1.0 only)

        resource = DatabaseResource(database)
        await datasette.ensure_permission(action="view-database", resource=resource, actor=actor)
    else:
        await datasette.ensure_permissions(actor, [("view-database", database), "view-instance"])


def stores_metadata(datasette: Datasette) -> bool:
    """Tell whether this Datasette stores its metadata, as 1.0 does."""
    return hasattr(datasette, "set_database_metadata")


async def store_metadata(datasette: Datasette, databases: dict[str, dict[str, Any]]) -> None:
    """Store the metadata of each database in Datasette 1.0; the owner's own comes last and wins."""
    for name, metadata in databases.items():
        for key, value in metadata.items():
            if isinstance(value, str):
                await datasette.set_database_metadata(name, key, value)
        for table, description in metadata["tables"].items():
            await _store_table_metadata(datasette, name, table, description)
        for query, settings in metadata["queries"].items():
            await datasette.add_query(name, query, **settings, is_trusted=True)
    await datasette.apply_metadata_json()


async def _store_table_metadata(
    datasette: Datasette, database: str, table: str, metadata: dict[str, Any]
) -> None:
    """Tell Datasette 1.0 the metadata of a table; what its owner has configured stays."""
    tables = datasette.config.setdefault("databases", {}).setdefault(database, {}).setdefault("tables", {})
    configured = {key: metadata[key] for key in CONFIGURATION_KEYS if key in metadata}
    tables[table] = configured | tables.get(table, {})
    for key in {"title", "description"}.intersection(metadata):
        await datasette.set_resource_metadata(database, table, key, metadata[key])
    for column, description in metadata.get("columns", {}).items():
        await datasette.set_column_metadata(database, table, column, "description", description)
