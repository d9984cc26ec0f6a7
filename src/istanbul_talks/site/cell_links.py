"""Links in Datasette's cells: from quoted words to their place in the article, from an id to its record."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, Any

from markupsafe import Markup, escape

from istanbul_talks.database import json_cells

if TYPE_CHECKING:  # Datasette loads its plugins before it has loaded itself
    from datasette.app import Datasette

QUOTED = {"exact", "words", "printed"}
PLACE = {"source_id", "start_char", "end_char"}
ARTICLES = {"source", "source_id", "sources"}
QUOTE_ID = re.compile(r"\b([a-z0-9-]+)_\d+-\d+\b")


def cell(
    row: Mapping[str, Any], value: Any, column: str, table: str | None, datasette: Datasette
) -> Markup | None:
    """Return a cell with its links, None to leave it to Datasette, which links what refers to another row."""
    if isinstance(value, dict) and column.endswith("quote_id"):
        return _link(_reading_path(datasette, value["value"]), value["label"])
    if not isinstance(value, str):
        return None
    if column in QUOTED and PLACE.issubset(row.keys()):
        quote_id = f"{_plain(row['source_id'])}_{row['start_char']}-{row['end_char']}"
        return _link(_reading_path(datasette, quote_id), value)
    if column in {"words", "quote", "sides"}:
        return _with_quotes_linked(json_cells.display(value), datasette)
    path = _leading(column, table)
    return path and Markup(", ").join(_link(path(datasette, each), each) for each in value.split(", "))


def _leading(column: str, table: str | None) -> Callable[[Datasette, str], str] | None:
    """Return what makes a path from each id of a column, None where it holds no ids."""
    if column in ARTICLES:
        return _article_path
    if column.endswith("quote_id"):
        return _reading_path
    if column == "ids" or column.endswith("_id") or (column == "id" and table is None):
        return _record_path
    return None


def _plain(value: Any) -> Any:
    """Return a row's value, which Datasette has joined with a label where it refers to another row."""
    return value["value"] if isinstance(value, dict) else value


def _with_quotes_linked(text: str, datasette: Datasette) -> Markup:
    """Return a text in which every quote's id leads to its place in the article."""
    linked, reached = Markup(), 0
    for found in QUOTE_ID.finditer(text):
        linked += escape(text[reached : found.start()]) + _link(_reading_path(datasette, found[0]), found[0])
        reached = found.end()
    return linked + escape(text[reached:])


def _link(path: str, words: str) -> Markup:
    """Return a link."""
    return Markup('<a href="{}">{}</a>').format(path, words)


def _record_path(datasette: Datasette, record_id: str) -> str:
    """Return the path of a record's page."""
    return str(datasette.urls.path(f"/-/record/{record_id}"))


def _article_path(datasette: Datasette, source_id: str) -> str:
    """Return the path of an article's reading page."""
    return str(datasette.urls.path(f"/-/read/{source_id}"))


def _reading_path(datasette: Datasette, quote_id: str) -> str:
    """Return the path of a quote's place in its article."""
    source_id, _, _ = quote_id.rpartition("_")
    return f"{_article_path(datasette, source_id)}?quote={quote_id}#{quote_id}"
