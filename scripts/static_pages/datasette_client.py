"""Visiting: the served site of one database, in this process, and what it answers."""

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
"""A page has all its rows, for nobody can ask for the next ones."""

OK = 200


class Site:
    """The served site; `name` is that of the database in its addresses."""

    def __init__(self, database: Path) -> None:
        self.name = database.stem
        self._client = Datasette([], immutables=[str(database)], settings=SETTINGS).client

    async def content(self, address: str) -> bytes:
        """Return what the site answers. Raises BuildError where that is no success."""
        response = await self._client.get(address)
        if response.status_code != OK:
            raise BuildError([f"{address}: the site answers {response.status_code}, where 200 was expected"])
        return bytes(response.content)

    async def page(self, address: str) -> str:
        """Return a page that the site answers."""
        return (await self.content(address)).decode("utf-8")

    async def questions(self) -> list[str]:
        """Return the names of the questions in addresses."""
        described: dict[str, Any] = (await self._client.get(f"/{self.name}.json")).json()
        return [question["name"] for question in described["queries"]]
