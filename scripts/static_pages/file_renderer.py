"""The content of each file, by its kind, and the files that a page links to."""

from dataclasses import dataclass
from pathlib import Path

from static_pages.datasette_client import DatasetteClient
from static_pages.file_addresses import AddressBook, FileAddress, FileKind
from static_pages.page_frame import PageFrame
from static_pages.page_rewriter import rewrite_page


@dataclass(frozen=True)
class FileRenderer:
    """Renders the files of a site; `note` goes into every footer, `search` is talks.html, if any."""

    client: DatasetteClient
    addresses: AddressBook
    frame: PageFrame
    note: str
    search: Path | None

    async def render(self, address: FileAddress) -> tuple[bytes, list[FileAddress]]:
        """Return the content of a file, and the files it links to."""
        match address.kind:
            case FileKind.PAGE:
                page = await self.client.fetch_page(address.address)
            case FileKind.REDIRECT:
                redirect = self.addresses.redirects[Path(address.file).stem]
                page = self.frame.fill("redirect.html", "A record that is gone", redirect=redirect)
            case FileKind.SEARCH if self.search:
                return self.search.read_bytes(), []
            case _:
                return await self.client.fetch_bytes(address.address), []
        html, targets = rewrite_page(page, address, self.addresses.locate, self.note)
        return html.encode("utf-8"), targets
