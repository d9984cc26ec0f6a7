"""Checking: that every link of a folder of pages leads to a file in it, and to a place in that file."""

from collections.abc import Iterator, Mapping
from os.path import normpath
from pathlib import Path
from typing import NamedTuple
from urllib.parse import unquote, urlsplit

from selectolax.lexbor import LexborHTMLParser

from static_pages.rewrite_html import LINKING


class Page(NamedTuple):
    """What a page links to, and the places in it that can be linked to."""

    links: list[str]
    ids: set[str]


def broken_links(folder: Path) -> list[str]:
    """Return a line for each link of a page that leads out of the folder, to no file or to no place.

    Links to other sites are not followed.
    """
    pages = {path: read_page(path) for path in sorted(folder.rglob("*.html"))}
    return [
        f"{path.relative_to(folder)}: the link {link!r} {wrong}"
        for path, page in pages.items()
        for link in page.links
        if (wrong := _wrong(folder, path, link, pages))
    ]


def read_page(path: Path) -> Page:
    """Return the links of a page, each once, and its ids."""
    tree = LexborHTMLParser(path.read_text(encoding="utf-8"))
    links = dict.fromkeys(_links(tree))
    return Page(list(links), {node.attributes["id"] or "" for node in tree.css("[id]")})


def _links(tree: LexborHTMLParser) -> Iterator[str]:
    for node in tree.css(", ".join(f"[{name}]" for name in LINKING)):
        yield from (node.attributes[name] or "" for name in LINKING if name in node.attributes)


def _wrong(folder: Path, path: Path, link: str, pages: Mapping[Path, Page]) -> str | None:
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
