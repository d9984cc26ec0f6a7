"""What the front page shows of each talks database: counts, articles and questions."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from istanbul_talks.site import metadata

if TYPE_CHECKING:  # Datasette loads its plugins before it has loaded itself
    from datasette.app import Datasette

ARTICLES = """
SELECT id, label, (SELECT count(*) FROM quotes WHERE source_id = sources.id) AS quotes
FROM sources
ORDER BY id
"""

SEARCHABLE = "SELECT name FROM contract_tables WHERE json_array_length(search_fields) > 0 ORDER BY position"


async def contents(datasette: Datasette) -> dict[str, Any]:
    """Return the template's variable `talks`: one entry for each talks database."""
    served = metadata.databases(datasette)
    return {"talks": [await content(datasette, name, served[name]) for name in served]}


async def content(datasette: Datasette, name: str, described: metadata.Metadata) -> dict[str, Any]:
    """Return what the front page shows of one database."""
    db = datasette.get_database(name)
    return {
        **described,
        "name": name,
        "counts": [
            (table, (await db.execute(f'SELECT count(*) FROM "{table}"')).first()[0])
            for (table,) in (await db.execute(SEARCHABLE)).rows
        ],
        "articles": (await db.execute(ARTICLES)).rows,
    }
