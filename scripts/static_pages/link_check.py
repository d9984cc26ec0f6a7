"""The check that every link in a folder of pages leads to a file in it, and to a place in that file."""

from collections.abc import Iterator, Mapping
from os.path import normpath
from pathlib import Path
from typing import NamedTuple
from urllib.parse import unquote, urlsplit

from selectolax.lexbor import LexborHTMLParser

from static_pages.page_rewriter import LINK_ATTRIBUTES, LINKS


class PageLinks(NamedTuple):
    """The links of a page, and the ids in it that can be linked to."""

    links: list[str]
    ids: set[str]


def find_broken_links(folder: Path) -> list[str]:
    """Return a line for each link of a page that leads out of the folder, to no file or to no place.

    Links to other sites are not followed.
    """
    pages = {path: read_links(path) for path in sorted(folder.rglob("*.html"))}
    return [
        f"{path.relative_to(folder)}: the link {link!r} {fault}"
        for path, page in pages.items()
        for link in page.links
        if (fault := _find_fault(folder, path, link, pages))
    ]


def read_links(path: Path) -> PageLinks:
    """Return the links of a page, each once, and its ids."""
    tree = LexborHTMLParser(path.read_text(encoding="utf-8"))
    links = dict.fromkeys(_list_links(tree))
    return PageLinks(list(links), {node.attributes["id"] or "" for node in tree.css("[id]")})


def _list_links(tree: LexborHTMLParser) -> Iterator[str]:
    for node in tree.css(LINKS):
        yield from (node.attributes[name] or "" for name in LINK_ATTRIBUTES if name in node.attributes)


def _find_fault(folder: Path, path: Path, link: str, pages: Mapping[Path, PageLinks]) -> str | None:
    """Return what is wrong with a link of a page, None where nothing is."""
    url = urlsplit(link)
    if url.scheme in {"http", "https"}:
        return None
    file = Path(normpath(path.parent / unquote(url.path))) if url.path else path
    if url.scheme or url.netloc or not file.is_relative_to(folder):
        return "leads out of the folder"
    if not file.is_file():
        return "leads to no file"
    if url.fragment and unquote(url.fragment) not in pages[file].ids:
        return "leads to no place in that page"
    return None
