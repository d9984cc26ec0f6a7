"""The site: a Datasette plugin that gives a talks database its titles, descriptions, questions and pages.

Datasette does the serving. Here stand the hooks only; what they give is made in the modules beside. Databases
that are not talks databases are left alone.
"""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from typing import TYPE_CHECKING, Any

from datasette import hookimpl
from markupsafe import Markup

from istanbul_talks.site import front, links, metadata, reading, record_page, searching

if TYPE_CHECKING:  # Datasette loads its plugins before it has loaded itself
    from datasette.app import Datasette


@hookimpl
def startup() -> None:
    """Keep Datasette 0.65 from drawing exceptions with rich, which fails where an address is not found."""
    from datasette import handle_exception  # noqa: PLC0415  (not loaded when plugins are)

    handle_exception.rich = None


@hookimpl
def get_metadata(datasette: Datasette) -> dict[str, Any]:
    """Describe the databases, their tables and columns, and name the questions."""
    return {"databases": metadata.databases(datasette)}


@hookimpl
def register_routes() -> list[tuple[str, Callable[..., Any]]]:
    """Add the search page, the reading page of an article, and the page of a record."""
    return [
        (r"^/-/search$", searching.page),
        (r"^/-/read/(?P<source>[^/]+)$", reading.page),
        (r"^/-/record/(?P<id>[^/]+)$", record_page.page),
    ]


@hookimpl
def render_cell(row: Any, value: Any, column: str, table: str | None, datasette: Datasette) -> Markup | None:
    """Lead from quoted words to their place in the article, from an id to its record."""
    return links.cell(row, value, column, table, datasette)


@hookimpl
def extra_template_vars(
    view_name: str, database: str | None, datasette: Datasette
) -> Awaitable[dict[str, Any]] | dict[str, Any]:
    """Give the front page what it shows, and a row's page whether there is a record's page."""
    if view_name == "index":
        return front.contents(datasette)
    return {"of_talks": database in metadata.databases(datasette)}


@hookimpl
def extra_css_urls(datasette: Datasette) -> list[str]:
    """Style the front page and long cells."""
    return [datasette.urls.static_plugins("istanbul_talks", "site.css")]
