"""Links in the cells of Datasette's tables: from quoted words to their place, from an id to its record."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, Any

from markupsafe import Markup, escape

from istanbul_talks.database import json_cells

if TYPE_CHECKING:  # Datasette loads its plugins before it has loaded itself
    from datasette.app import Datasette

QUOTED_COLUMNS = {"exact", "words", "printed"}
SPAN_COLUMNS = {"source_id", "start_char", "end_char"}
ARTICLE_COLUMNS = {"source", "source_id", "sources"}
QUOTE_ID = re.compile(r"\b([a-z0-9-]+)_\d+-\d+\b")


def link_cell(
    row: Mapping[str, Any], value: Any, column: str, table: str | None, datasette: Datasette
) -> Markup | None:
    """Return a cell with its links, None to leave it to Datasette, which links foreign keys."""
    if isinstance(value, dict) and column.endswith("quote_id"):
        return _build_link(_build_quote_path(datasette, value["value"]), value["label"])
    if not isinstance(value, str):
        return None
    if column in QUOTED_COLUMNS and SPAN_COLUMNS.issubset(row.keys()):
        quote_id = f"{_drop_label(row['source_id'])}_{row['start_char']}-{row['end_char']}"
        return _build_link(_build_quote_path(datasette, quote_id), value)
    if column in {"words", "quote", "sides"}:
        return _link_quote_ids(json_cells.display(value), datasette)
    path = _choose_path_builder(column, table)
    return path and Markup(", ").join(_build_link(path(datasette, id_), id_) for id_ in value.split(", "))


def _choose_path_builder(column: str, table: str | None) -> Callable[[Datasette, str], str] | None:
    """Return the function that builds a path from an id of a column, None where the column holds no ids."""
    if column in ARTICLE_COLUMNS:
        return _build_article_path
    if column.endswith("quote_id"):
        return _build_quote_path
    if column == "ids" or column.endswith("_id") or (column == "id" and table is None):
        return _build_record_path
    return None


def _drop_label(value: Any) -> Any:
    """Return a value of a row; Datasette makes a foreign key a dictionary of value and label."""
    return value["value"] if isinstance(value, dict) else value


def _link_quote_ids(text: str, datasette: Datasette) -> Markup:
    """Return a text in which every quote's id links to its place in the article."""
    linked, end = Markup(), 0
    for found in QUOTE_ID.finditer(text):
        link = _build_link(_build_quote_path(datasette, found[0]), found[0])
        linked += escape(text[end : found.start()]) + link
        end = found.end()
    return linked + escape(text[end:])


def _build_link(path: str, words: str) -> Markup:
    """Return a link."""
    return Markup('<a href="{}">{}</a>').format(path, words)


def _build_record_path(datasette: Datasette, record_id: str) -> str:
    """Return the path of a record's page."""
    return str(datasette.urls.path(f"/-/record/{record_id}"))


def _build_article_path(datasette: Datasette, source_id: str) -> str:
    """Return the path of an article's reading page."""
    return str(datasette.urls.path(f"/-/read/{source_id}"))


def _build_quote_path(datasette: Datasette, quote_id: str) -> str:
    """Return the path of a quote's place in its article."""
    source_id, _, _ = quote_id.rpartition("_")
    return f"{_build_article_path(datasette, source_id)}?quote={quote_id}#{quote_id}"
