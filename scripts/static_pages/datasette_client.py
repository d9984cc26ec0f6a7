"""A client of the served site of one database, in this process."""

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from datasette import hookimpl
from datasette.app import Datasette
from datasette.plugins import pm

from pipeline.problems import BuildError
from pipeline.table_ddl import quote_identifier

SETTINGS = {
    "max_returned_rows": 1_000_000,
    "sql_time_limit_ms": 60_000,
    "num_sql_threads": 1,
}
"""A page shows all rows, because a folder has no next page, and one thread keeps the views."""

OK = 200
UNPACKED = {"accept-encoding": "identity"}
VIEWS = "SELECT name FROM main.sqlite_master WHERE type = 'view'"


class _ViewsAsTables:
    """A plugin that computes every view once in each connection of one Datasette with a fixed database.

    The pages of a site ask the same views hundreds of times.
    """

    def __init__(self, datasette: Datasette) -> None:
        self._datasette = datasette

    @hookimpl  # type: ignore[untyped-decorator]  # (Datasette carries no types)
    def prepare_connection(self, conn: sqlite3.Connection, datasette: Datasette) -> None:
        """Shadow the views by temporary tables; a broken view is left to the page that asks it."""
        if datasette is self._datasette:
            for (view,) in conn.execute(VIEWS).fetchall():
                with suppress(sqlite3.OperationalError):
                    _copy_view(conn, view)


def _copy_view(connection: sqlite3.Connection, view: str) -> None:
    """Make a temporary table of a view's rows, which are looked up by the ids in them."""
    name = quote_identifier(view)
    connection.execute(f"CREATE TEMP TABLE {name} AS SELECT * FROM main.{name}")
    rows = connection.execute(f"SELECT * FROM temp.{name} LIMIT 0")
    for column in [column[0] for column in rows.description if column[0].endswith("id")]:
        index = quote_identifier(f"{view} {column}")
        connection.execute(f"CREATE INDEX temp.{index} ON {name} ({quote_identifier(column)})")


@contextmanager
def open_client(database: Path) -> Iterator["DatasetteClient"]:
    """Provide a client of the site of a database."""
    datasette = Datasette([], immutables=[str(database)], settings=SETTINGS)
    plugin = _ViewsAsTables(datasette)
    pm.register(plugin)
    try:
        yield DatasetteClient(datasette, database.stem)
    finally:
        pm.unregister(plugin)


class DatasetteClient:
    """The served site; `name` is the name of the database in its addresses."""

    def __init__(self, datasette: Datasette, name: str) -> None:
        self.name, self._datasette = name, datasette

    async def fetch_bytes(self, address: str) -> bytes:
        """Return the content at an address. Raises BuildError unless the site answers 200."""
        response = await self._datasette.client.get(address, headers=UNPACKED)
        if response.status_code != OK:
            raise BuildError([f"{address}: the site answers {response.status_code}, where 200 was expected"])
        return bytes(response.content)

    async def fetch_page(self, address: str) -> str:
        """Return the page at an address. Raises BuildError unless the site answers 200."""
        return (await self.fetch_bytes(address)).decode("utf-8")

    async def list_queries(self) -> list[str]:
        """Return the names of the named queries in addresses."""
        return list(await self._datasette.get_canned_queries(self.name, None))
