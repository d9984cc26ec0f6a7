"""The content of each file, by its kind, and the files that a page links to."""

import gzip
import sqlite3
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from pipeline.readonly_database import count_rows
from static_pages.datasette_client import DatasetteClient
from static_pages.datasette_rows import read_rows
from static_pages.file_addresses import AddressBook, FileAddress, FileKind, make_link
from static_pages.page_frame import PageFrame
from static_pages.page_rewriter import rewrite_page
from static_pages.search_data import group_by_table, load_records, render_script

SCRIPTS = Path(__file__).parent / "static"
TABLES = "SELECT name, title, description FROM contract_tables WHERE kind = 'table' ORDER BY position"


@dataclass(frozen=True)
class FileRenderer:
    """Renders the files of one site: of the database in `file`, which is open as `database`.

    `note` is written into the footer of every page.
    """

    client: DatasetteClient
    file: Path
    database: sqlite3.Connection
    addresses: AddressBook
    frame: PageFrame
    note: str

    async def render(self, address: FileAddress) -> tuple[bytes, list[FileAddress]]:
        """Return the content of a file, and the files it links to."""
        match address.kind:
            case FileKind.PAGE:
                page = await self.client.fetch_page(address.address)
            case FileKind.ROWS:
                page = await self._render_rows(address)
            case FileKind.REDIRECT:
                redirect = self.addresses.redirects[Path(address.file).stem]
                page = self.frame.fill("redirect.html", "A record that is gone", redirect=redirect)
            case FileKind.TABLES:
                tables = list(self._list_tables())
                page = self.frame.fill("tables.html", "Tables", database=self.client.name, tables=tables)
            case FileKind.SEARCH:
                # The frame of the search page itself, which has no search box in its header.
                frame = PageFrame(await self.client.fetch_page(address.address))
                records = group_by_table(load_records(self.database))
                page = frame.fill("search.html", "Search", tables=records)
            case _:
                return await self._render_other(address), []
        html, targets = rewrite_page(page, address, self.addresses.locate, self.note)
        return html.encode("utf-8"), targets

    async def _render_rows(self, address: FileAddress) -> str:
        """Return a page with the rows of a query or a filtered table."""
        found = read_rows(await self.client.fetch_page(address.address))
        csv = "" if "?" in address.address else f"{address.address}.csv"
        return self.frame.fill("rows.html", found.title, found=found, csv=csv)

    def _list_tables(self) -> Iterator[dict[str, object]]:
        """Yield the name, title, description and number of rows of each table."""
        for name, title, description in self.database.execute(TABLES).fetchall():
            rows = count_rows(self.database, name)
            yield {"name": name, "title": title, "description": description, "rows": rows}

    async def _render_other(self, address: FileAddress) -> bytes:
        """Return the content of a file that is no page."""
        match address.kind:
            case FileKind.RECORDS:
                return render_script(self.database, self._link_record).encode("utf-8")
            case FileKind.SCRIPT:
                return (SCRIPTS / Path(address.file).name).read_bytes()
            case FileKind.DATABASE:
                return gzip.compress(self.file.read_bytes(), mtime=0)
            case _:
                return await self.client.fetch_bytes(address.address)

    def _link_record(self, record: str) -> str:
        """Return the link from the search page to the page of a record, or to a quote in its article."""
        page, search = (self.addresses.locate(path) for path in (f"/-/record/{record}", "/-/search"))
        return make_link(search, page) if page and search else ""
