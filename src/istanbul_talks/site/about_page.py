"""The pages about the dataset: method, quality, rights, how to cite, from the repository's documents."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from itertools import pairwise
from os.path import normpath
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from datasette import NotFound, Request, Response
from markupsafe import Markup

from istanbul_talks.database.connection import PACKAGE
from istanbul_talks.site import responses

if TYPE_CHECKING:  # Datasette loads its plugins before it has loaded itself
    from datasette.app import Datasette
    from markdown_it.token import Token

INSTALLED = PACKAGE / "documents"
CHECKOUT = PACKAGE.parents[1]

DOCUMENTS = {
    "": "README.md",
    "codebook": "docs/codebook.md",
    "quality": "docs/quality.md",
    "versions": "docs/versions.md",
    "changes": "CHANGELOG.md",
}
"""The documents by their page's name; the first is the page /-/about itself."""


DRAWN = {
    "<table>": '<div class="scroll" tabindex="0" role="group" aria-label="A table"><table>',
    "</table>": "</table></div>",
    "<th></th>": "<td></td>",
}
"""How tables are drawn: wide ones scroll, also with the keyboard, and an empty cell heads nothing."""


class Document(NamedTuple):
    """A document's title and its text as HTML."""

    title: str
    html: Markup


async def page(request: Request, datasette: Datasette) -> Response:
    """Answer /-/about and /-/about/<document>."""
    name = request.url_vars.get("document") or ""
    if name not in DOCUMENTS:
        raise NotFound(f"There is no page about “{name}”.")
    await responses.seen(datasette, request)
    prefix = datasette.urls.path("/-/about")
    titles = {each: _document(each, prefix).title for each in DOCUMENTS}
    shown = {"document": _document(name, prefix), "titles": titles, "name": name, "prefix": prefix}
    return await responses.page(datasette, request, "about.html", shown)


@cache
def _document(name: str, prefix: str) -> Document:
    """Return a document by its page's name; links between documents get the prefix of these pages."""
    from markdown_it import MarkdownIt  # noqa: PLC0415  (only these pages need it)

    parser = MarkdownIt("commonmark", {"html": False}).enable("table")
    tokens = parser.parse(re.sub(r"^<!--.*?-->$", "", _text(DOCUMENTS[name]), flags=re.MULTILINE))
    for opening, inside in pairwise(tokens):
        opening.attrs.pop("style", None)  # the policy of our pages allows none
        if opening.type == "heading_open":
            opening.attrSet("id", _anchor(inside.content))
        if opening.children:
            opening.children = list(_inline(opening.children, name, prefix))
    html = parser.renderer.render(tokens, parser.options, {})
    for written, drawn in DRAWN.items():
        html = html.replace(written, drawn)
    return Document(tokens[1].content, Markup(html))


def _text(path: str) -> str:
    """Return a document of the repository, which an installed package carries."""
    folder = INSTALLED if INSTALLED.is_dir() else CHECKOUT
    return (folder / path).read_text(encoding="utf-8")


def _anchor(heading: str) -> str:
    """Return a heading's id, as those who host repositories make it."""
    return re.sub(r"[^\w\- ]", "", heading.lower()).replace(" ", "-")


def _inline(tokens: list[Token], name: str, prefix: str) -> Iterator[Token]:
    """Yield the parts of a paragraph: without pictures, and with links only to what the site has."""
    leads = True
    for token in tokens:
        if token.type == "link_open":
            path = _target(str(token.attrGet("href")), name, prefix)
            leads = path is not None
            token.attrSet("href", path or "")
        if token.type != "image" and (leads or not token.type.startswith("link_")):
            yield token


def _target(href: str, name: str, prefix: str) -> str | None:
    """Return where a link of a document leads on the site, None where the site has no such page."""
    path, mark, section = href.partition("#")
    if "://" in path or not path:
        return href
    inside = normpath(Path(DOCUMENTS[name]).parent / path)
    pages_by_path = {each: page_name for page_name, each in DOCUMENTS.items()}
    if inside not in pages_by_path:
        return None
    return f"{prefix}/{pages_by_path[inside]}".rstrip("/") + mark + section
