"""The content of each file, by its kind, and the files that a page links to."""

import sqlite3
from dataclasses import dataclass
from pathlib import Path

from static_pages.datasette_client import DatasetteClient
from static_pages.file_addresses import AddressBook, FileAddress, FileKind, make_link
from static_pages.page_frame import PageFrame
from static_pages.page_rewriter import rewrite_page
from static_pages.search_data import SearchRecord, group_by_table, load_records, render_script

SCRIPTS = Path(__file__).parent / "static"


@dataclass(frozen=True)
class FileRenderer:
    """Renders the files of the site of one database; `note` is written into the footer of every page."""

    client: DatasetteClient
    database: sqlite3.Connection
    addresses: AddressBook
    frame: PageFrame
    note: str

    async def render(self, address: FileAddress) -> tuple[bytes, list[FileAddress]]:
        """Return the content of a file, and the files it links to."""
        match address.kind:
            case FileKind.PAGE:
                page = await self.client.fetch_page(address.address)
            case FileKind.REDIRECT:
                redirect = self.addresses.redirects[Path(address.file).stem]
                page = self.frame.fill("redirect.html", "A record that is gone", redirect=redirect)
            case FileKind.SEARCH:
                # The frame of the search page itself, which has no search box in its header.
                frame = PageFrame(await self.client.fetch_page(address.address))
                records = group_by_table(filter(self._has_page, load_records(self.database)))
                page = frame.fill("search.html", "Search", tables=records)
            case _:
                return await self._render_other(address), []
        html, targets = rewrite_page(page, address, self.addresses.locate, self.note)
        return html.encode("utf-8"), targets

    async def _render_other(self, address: FileAddress) -> bytes:
        """Return the content of a file that is no page."""
        match address.kind:
            case FileKind.RECORDS:
                return render_script(self.database, self._link_record).encode("utf-8")
            case FileKind.SCRIPT:
                return (SCRIPTS / Path(address.file).name).read_bytes()
            case _:
                return await self.client.fetch_bytes(address.address)

    def _has_page(self, record: SearchRecord) -> bool:
        """Tell whether a record has a page of its own."""
        page = self.addresses.locate(f"/-/record/{record.id}")
        return page is not None and Path(page.file).stem == record.id

    def _link_record(self, record: str) -> str:
        """Return the link from the search page to the page of a record, or to a quote in its article."""
        page, search = (self.addresses.locate(path) for path in (f"/-/record/{record}", "/-/search"))
        return make_link(search, page) if page and search else ""
