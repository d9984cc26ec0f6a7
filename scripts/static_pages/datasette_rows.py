"""Rows: what a question or a choice in a table answers, taken from the page that Datasette makes of it."""

from typing import NamedTuple

from markupsafe import Markup
from selectolax.lexbor import LexborHTMLParser, LexborNode


class Rows(NamedTuple):
    """A table with its title and description; the cells are HTML, with the links that lead on."""

    title: str
    description: str
    columns: list[str]
    rows: list[list[Markup]]


def read_rows(html: str) -> Rows:
    """Return the rows of a page of Datasette; a page without a table has none."""
    tree = LexborHTMLParser(html)
    columns = [_words(each) for each in tree.css("table.rows-and-columns th")]
    rows = [[_cell(each) for each in row.css("td")] for row in tree.css("table.rows-and-columns tbody tr")]
    title, description = tree.css_first("h1"), tree.css_first(".metadata-description")
    return Rows(_words(title), _words(description), columns, rows)


def _words(node: LexborNode | None) -> str:
    """Return the words of an element, without the signs by which Datasette sorts."""
    return " ".join(node.text().replace("\N{BLACK DOWN-POINTING TRIANGLE}", "").split()) if node else ""


def _cell(node: LexborNode) -> Markup:
    return Markup((node.inner_html or "").strip())
