"""The rows of a query or a filtered table, read from the page that Datasette makes of them."""

from typing import NamedTuple

from markupsafe import Markup
from selectolax.lexbor import LexborHTMLParser, LexborNode


class TableRows(NamedTuple):
    """A table with its title and description; the cells are HTML, with the links that lead on."""

    title: str
    description: str
    columns: list[str]
    rows: list[list[Markup]]


def read_rows(html: str) -> TableRows:
    """Return the rows of a Datasette page; a page without a table has none."""
    tree = LexborHTMLParser(html)
    columns = [_read_words(heading) for heading in tree.css("table.rows-and-columns th")]
    body = tree.css("table.rows-and-columns tbody tr")
    rows = [[_read_cell(cell) for cell in row.css("td")] for row in body]
    title, description = tree.css_first("h1"), tree.css_first(".metadata-description")
    return TableRows(_read_words(title), _read_words(description), columns, rows)


def _read_words(node: LexborNode | None) -> str:
    """Return the text of an element, without Datasette's sorting arrows."""
    return " ".join(node.text().replace("\N{BLACK DOWN-POINTING TRIANGLE}", "").split()) if node else ""


def _read_cell(node: LexborNode) -> Markup:
    return Markup((node.inner_html or "").strip())
