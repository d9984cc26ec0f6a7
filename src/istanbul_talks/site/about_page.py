"""The pages about the dataset: method, quality, rights, how to cite, from the repository's documents."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from html import unescape
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
    "": "docs/about.md",
    "codebook": "docs/codebook.md",
    "quality": "docs/quality.md",
    "versions": "docs/versions.md",
    "changes": "CHANGELOG.md",
}
"""The documents by the name of their page; the first is the page /-/about itself."""

TABLE_MARKUP = {
    "<table>": '<div class="scroll" tabindex="0" role="group" aria-label="A table"><table>',
    "</table>": "</table></div>",
    "<th></th>": "<td></td>",
}
"""Replacements in a document's tables: wide ones scroll, by keyboard too; an empty cell is no heading."""


DETAILS = re.compile(r"<p>(&lt;details&gt;&lt;summary&gt;.+?&lt;/summary&gt;|&lt;/details&gt;)</p>")
"""The only markup in a document: what opens and closes a part that is shown when asked for."""


class Document(NamedTuple):
    """A document's title and its text as HTML."""

    title: str
    html: Markup


async def show_document(request: Request, datasette: Datasette) -> Response:
    """Answer /-/about and /-/about/<document>."""
    name = request.url_vars.get("document") or ""
    if name not in DOCUMENTS:
        raise NotFound(f"There is no page about “{name}”.")
    await responses.authorize(datasette, request)
    prefix = datasette.urls.path("/-/about")
    titles = {page: _load_document(page, prefix).title for page in DOCUMENTS}
    context = {"document": _load_document(name, prefix), "titles": titles, "name": name, "prefix": prefix}
    return await responses.render_page(datasette, request, "about_page.html", context)


@cache
def _load_document(name: str, prefix: str) -> Document:
    """Return the document of a page; `prefix` is the path of /-/about, for links between documents."""
    from markdown_it import MarkdownIt  # noqa: PLC0415  (only these pages need it)

    parser = MarkdownIt("commonmark", {"html": False}).enable("table")
    tokens = parser.parse(re.sub(r"^<!--.*?-->$", "", _read_document(DOCUMENTS[name]), flags=re.MULTILINE))
    for opening, content in pairwise(tokens):
        opening.attrs.pop("style", None)  # the policy of our pages allows none
        if opening.type == "heading_open":
            opening.attrSet("id", _make_heading_id(content.content))
        if opening.children:
            opening.children = list(_adapt_inline(opening.children, name, prefix))
    html = parser.renderer.render(tokens, parser.options, {})
    for rendered, replacement in TABLE_MARKUP.items():
        html = html.replace(rendered, replacement)
    html = DETAILS.sub(lambda tag: unescape(tag[1]), html)
    return Document(tokens[1].content, Markup(html))


def _read_document(path: str) -> str:
    """Return the text of a document: of the checkout, or the copy in an installed package."""
    folder = INSTALLED if INSTALLED.is_dir() else CHECKOUT
    return (folder / path).read_text(encoding="utf-8")


def _make_heading_id(heading: str) -> str:
    """Return a heading's id, as GitHub makes it."""
    return re.sub(r"[^\w\- ]", "", heading.lower()).replace(" ", "-")


def _adapt_inline(tokens: list[Token], name: str, prefix: str) -> Iterator[Token]:
    """Yield the tokens of a paragraph without pictures, and with links only to what the site has."""
    has_page = True
    for token in tokens:
        if token.type == "link_open":
            path = _resolve_link(str(token.attrGet("href")), name, prefix)
            has_page = path is not None
            token.attrSet("href", path or "")
        if token.type != "image" and (has_page or not token.type.startswith("link_")):
            yield token


def _resolve_link(href: str, name: str, prefix: str) -> str | None:
    """Return the address on the site for a link of a document, None where the site has no such page."""
    path, mark, section = href.partition("#")
    if "://" in path or not path:
        return href
    target = normpath(Path(DOCUMENTS[name]).parent / path)
    pages_by_path = {document: page for page, document in DOCUMENTS.items()}
    if target not in pages_by_path:
        return None
    return f"{prefix}/{pages_by_path[target]}".rstrip("/") + mark + section
