"""The site: a Datasette plugin that gives a talks database its titles, descriptions, questions and pages.

Datasette does the serving. Here stand the hooks only; what they give is made in the modules beside. Databases
that are not talks databases are left alone.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Awaitable, Callable
from typing import TYPE_CHECKING, Any

from datasette import hookimpl
from markupsafe import Markup

from istanbul_talks.site import (
    about_page,
    cell_links,
    compare_page,
    datasette_metadata,
    datasette_versions,
    front_page,
    reading_page,
    record_page,
    responses,
    search_page,
    table_filters,
)

if TYPE_CHECKING:  # Datasette loads its plugins before it has loaded itself
    from datasette import Request
    from datasette.app import Datasette
    from datasette.filters import FilterArguments


@hookimpl
def startup(datasette: Datasette) -> Callable[[], Awaitable[None]] | None:
    """Tell Datasette 1.0 what 0.65 asks for with get_metadata.

    Neither may draw exceptions with rich, which fails where an address is not found.
    """
    from datasette import handle_exception  # noqa: PLC0415  (not loaded when plugins are)

    handle_exception.rich = None
    if not datasette_versions.is_told(datasette):
        return None
    return lambda: datasette_versions.tell(datasette, datasette_metadata.databases(datasette))


@hookimpl(optionalhook=True)  # 1.0 has none
def get_metadata(datasette: Datasette) -> dict[str, Any]:
    """Describe the databases, their tables and columns, and name the questions."""
    return {"databases": datasette_metadata.databases(datasette)}


@hookimpl
def register_routes(datasette: Datasette) -> list[tuple[str, Callable[..., Any]]]:
    """Add our pages, the front page among them, where a talks database is served."""
    if not datasette_metadata.databases(datasette):
        return []
    return [
        (r"^/$", front_page.page),
        (r"^/-/questions$", front_page.questions),
        (r"^/-/search$", search_page.page),
        (r"^/-/read/(?P<source>[^/]+)$", reading_page.page),
        (r"^/-/record/(?P<id>[^/]+)$", record_page.page),
        (r"^/-/compare$", compare_page.choices),
        (r"^/-/compare/(?P<id>[^/]+)$", compare_page.page),
        (r"^/-/about(/(?P<document>[^/]+))?$", about_page.page),
    ]


@hookimpl
def asgi_wrapper(datasette: Datasette) -> Callable[[responses.Application], responses.Application]:
    """Say on every response what a page may load, where a talks database is served."""
    return responses.guarded if datasette_metadata.databases(datasette) else lambda app: app


@hookimpl
def prepare_connection(conn: sqlite3.Connection) -> None:
    """Let no search fail over what is typed."""
    search_page.prepare(conn)


@hookimpl
def filters_from_request(
    request: Request, datasette: Datasette, database: str, table: str
) -> FilterArguments | None:
    """Narrow the tables of a talks database by topic and by year."""
    if database not in datasette_metadata.databases(datasette):
        return None
    return table_filters.by(request, table)


@hookimpl
def render_cell(row: Any, value: Any, column: str, table: str | None, datasette: Datasette) -> Markup | None:
    """Lead from quoted words to their place in the article, from an id to its record."""
    return cell_links.cell(row, value, column, table, datasette)


@hookimpl
def extra_template_vars(database: str | None, datasette: Datasette) -> dict[str, Any]:
    """Tell a row's page whether there is a record's page."""
    return {"of_talks": database in datasette_metadata.databases(datasette)}


@hookimpl
def extra_css_urls(datasette: Datasette) -> list[str]:
    """Style Datasette's own pages: their colours, light and dark, and the cells of their tables."""
    return [datasette.urls.static_plugins("istanbul_talks", file) for file in ("colours.css", "site.css")]


@hookimpl
def extra_js_urls(datasette: Datasette) -> list[dict[str, Any]]:
    """Name what Datasette's own pages leave without a name."""
    return [{"url": datasette.urls.static_plugins("istanbul_talks", "site.js"), "module": True}]
