"""A client of the served site of one database, in this process."""

from pathlib import Path
from typing import Any

from datasette.app import Datasette

from pipeline.problems import BuildError

SETTINGS = {
    "default_page_size": 1_000_000,
    "max_returned_rows": 1_000_000,
    "sql_time_limit_ms": 60_000,
    "suggest_facets": False,
}
"""A page shows all rows, because a folder has no next page."""

OK = 200


class DatasetteClient:
    """The served site; `name` is the name of the database in its addresses."""

    def __init__(self, database: Path) -> None:
        self.name = database.stem
        self._client = Datasette([], immutables=[str(database)], settings=SETTINGS).client

    async def fetch_bytes(self, address: str) -> bytes:
        """Return the content at an address. Raises BuildError unless the site answers 200."""
        response = await self._client.get(address)
        if response.status_code != OK:
            raise BuildError([f"{address}: the site answers {response.status_code}, where 200 was expected"])
        return bytes(response.content)

    async def fetch_page(self, address: str) -> str:
        """Return the page at an address. Raises BuildError unless the site answers 200."""
        return (await self.fetch_bytes(address)).decode("utf-8")

    async def list_queries(self) -> list[str]:
        """Return the names of the named queries in addresses."""
        described: dict[str, Any] = (await self._client.get(f"/{self.name}.json")).json()
        return [query["name"] for query in described["queries"]]
