"""Making: the content of each file, by its kind, and the places that a page leads to."""

import gzip
import sqlite3
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from pipeline.table_ddl import quote_identifier
from static_pages.datasette_client import Site
from static_pages.datasette_rows import read_rows
from static_pages.file_addresses import Addresses, Kind, Place, link
from static_pages.page_frame import Frame
from static_pages.rewrite_html import rewritten
from static_pages.search_data import as_script, by_table, records

SCRIPTS = Path(__file__).parent / "static"
TABLES = "SELECT name, title, description FROM contract_tables WHERE kind = 'table' ORDER BY position"


@dataclass(frozen=True)
class Maker:
    """Makes the files of one site: of the database in `file`, which is open as `database`.

    `note` is what every page says of its edition.
    """

    site: Site
    file: Path
    database: sqlite3.Connection
    addresses: Addresses
    frame: Frame
    note: str

    async def make(self, place: Place) -> tuple[bytes, list[Place]]:
        """Return the content of a file, and the places it leads to."""
        match place.kind:
            case Kind.PAGE:
                page = await self.site.page(place.address)
            case Kind.ROWS:
                page = await self._rows(place)
            case Kind.GONE:
                what = self.addresses.gone[Path(place.file).stem]
                page = self.frame.page("gone.html", "A record that is gone", gone=what)
            case Kind.TABLES:
                tables = list(self._tables())
                page = self.frame.page("tables.html", "Tables", database=self.site.name, tables=tables)
            case Kind.SEARCH:
                frame = Frame(await self.site.page(place.address))  # whose search stands in the contents
                page = frame.page("search.html", "Search", tables=by_table(records(self.database)))
            case _:
                return await self._plain(place), []
        html, places = rewritten(page, place, self.addresses.place, self.note)
        return html.encode("utf-8"), places

    async def _rows(self, place: Place) -> str:
        """Return a page with the rows of a question or of a choice in a table."""
        found = read_rows(await self.site.page(place.address))
        csv = "" if "?" in place.address else f"{place.address}.csv"
        return self.frame.page("rows.html", found.title, found=found, csv=csv)

    def _tables(self) -> Iterator[dict[str, object]]:
        """Yield what the list of tables says of each."""
        for name, title, description in self.database.execute(TABLES).fetchall():
            (rows,) = self.database.execute(f"SELECT count(*) FROM {quote_identifier(name)}").fetchone()
            yield {"name": name, "title": title, "description": description, "rows": rows}

    async def _plain(self, place: Place) -> bytes:
        """Return the content of a file that is no page."""
        match place.kind:
            case Kind.RECORDS:
                return as_script(records(self.database), self._page_of).encode("utf-8")
            case Kind.SCRIPT:
                return (SCRIPTS / Path(place.file).name).read_bytes()
            case Kind.DATABASE:
                return gzip.compress(self.file.read_bytes(), mtime=0)
            case _:
                return await self.site.content(place.address)

    def _page_of(self, record: str) -> str:
        """Return the link from the search to the page of a record."""
        page, search = (self.addresses.place(address) for address in (f"/-/record/{record}", "/-/search"))
        return link(search, page) if page and search else ""
