"""The site: a Datasette plugin that gives a talks database its titles, descriptions, questions and pages.

Datasette serves. Here are only the hooks; each calls the module beside that does the work. Databases that are
not talks databases are left alone.
"""

from __future__ import annotations

import re
import sqlite3
from collections.abc import Awaitable, Callable
from typing import TYPE_CHECKING, Any

from datasette import Response, hookimpl
from markupsafe import Markup

from istanbul_talks.database import query_limits
from istanbul_talks.site import (
    about_page,
    cell_links,
    check_page,
    compare_page,
    datasette_metadata,
    datasette_versions,
    error_pages,
    front_page,
    question_page,
    reading_page,
    record_page,
    responses,
    search_page,
    table_filters,
    timeline_page,
)
from istanbul_talks.text.characters import decode_masked
from istanbul_talks.text.running_text import put_in_quotes

if TYPE_CHECKING:  # Datasette loads its plugins before it has loaded itself
    from datasette import Request
    from datasette.app import Datasette
    from datasette.filters import FilterArguments
    from jinja2 import Environment


@hookimpl
def startup(datasette: Datasette) -> Callable[[], Awaitable[None]] | None:
    """Store the metadata in Datasette 1.0, which has no hook get_metadata.

    Neither version may print exceptions with rich, which fails where an address is not found, and both stop a
    query as we do: their own clock is looked at after a thousand steps, each of which may take seconds.
    """
    from datasette import database, handle_exception  # noqa: PLC0415  (not loaded when plugins are)

    handle_exception.rich = None
    database.sqlite_timelimit = search_page.limit_milliseconds
    if not datasette_versions.stores_metadata(datasette):
        return None
    return lambda: datasette_versions.store_metadata(
        datasette, datasette_metadata.describe_databases(datasette)
    )


@hookimpl(optionalhook=True)  # 1.0 has none
def get_metadata(datasette: Datasette, key: str | None) -> dict[str, Any]:
    """Describe the databases, their tables and columns, and name the questions.

    Datasette asks for each permission of each page and table, which we leave to it, and copies all that it is
    given. (Besides, it asks the tables how many values a facet shows, of which we say nothing.)
    """
    if key in {"allow", "allow_sql", "tables"}:
        return {}
    return {"databases": datasette_metadata.describe_databases(datasette)}


PAGES: dict[str, Callable[..., Any]] = {
    r"^/$": front_page.show_front_page,
    r"^/robots\.txt$": front_page.show_robots,
    r"^/-/questions$": front_page.show_questions,
    r"^/-/timeline$": timeline_page.show_timeline,
    r"^/-/questions/(?P<question>[^/.]+)(?P<ending>\.csv|\.json)?$": question_page.show_question,
    r"^/-/search$": search_page.show_search,
    r"^/-/read/(?P<source>[^/]+)$": reading_page.show_article,
    r"^/-/record/(?P<id>[^/]+)$": record_page.show_record,
    r"^/-/compare$": compare_page.show_choices,
    r"^/-/compare/(?P<id>[^/]+)$": compare_page.show_comparison,
    check_page.PATH: check_page.show_check,
    r"^/-/about(/(?P<document>[^/]+))?$": about_page.show_document,
}
"""The views of our pages by the pattern of their paths."""


@hookimpl
def register_routes(datasette: Datasette) -> list[tuple[str, Callable[..., Any]]]:
    """Add our pages, the front page among them, where a talks database is served."""
    names = [*datasette_metadata.describe_databases(datasette)]
    if not names:
        return []
    database, question = "|".join(map(re.escape, names)), "|".join(question_page.NAMES)
    query = rf"^/(?P<database>{database})/(?P<question>{question})$"
    return [*PAGES.items(), (query, question_page.redirect_query)]


@hookimpl
def asgi_wrapper(datasette: Datasette) -> Callable[[responses.Application], responses.Application]:
    """Answer what reads or sends a draft, with headers that keep the pages safe, where talks are served."""

    def wrap(app: responses.Application) -> responses.Application:
        async def answer(scope: Any, receive: Any, send: Any) -> None:
            if error_pages.is_posted(datasette, scope, check_page.PATH):
                sent = await responses.receive_all(receive, check_page.MAX_SENT)
                if sent is None:
                    page = await error_pages.refuse_size(datasette, check_page.MAX_SENT)
                    await page.asgi_send(send)
                else:
                    await app(scope, sent, send)
            elif error_pages.is_refused(datasette, scope, [*PAGES]):
                page = await error_pages.refuse_method(datasette, scope["method"])
                await page.asgi_send(send)
            else:
                await app(scope, receive, send)

        return responses.add_headers(answer)

    return wrap if datasette_metadata.describe_databases(datasette) else lambda app: app


@hookimpl(optionalhook=True)  # 1.0 has none: it looks where a request comes from
def skip_csrf(datasette: Datasette, scope: Any) -> bool | None:
    """Want no token, and so no cookie, with a draft: checking one changes nothing."""
    return error_pages.is_posted(datasette, scope, check_page.PATH) or None


@hookimpl
def handle_exception(
    datasette: Datasette, request: Request, exception: Exception
) -> Callable[[], Awaitable[Response | None]]:
    """Show the page of an error in our frame, with the query that was typed."""
    return lambda: error_pages.show_error(datasette, request, exception)


@hookimpl
def prepare_jinja2_environment(env: Environment) -> None:
    """Give our templates the filter that puts words of an article in quotation marks."""
    env.filters["in_quotes"] = put_in_quotes


@hookimpl
def prepare_connection(conn: sqlite3.Connection, database: str, datasette: Datasette) -> None:
    """Keep a search from failing, SQL of one's own from taking too much, and texts from turning a page."""
    search_page.tolerate_any_words(conn)
    if database in datasette_metadata.describe_databases(datasette):
        query_limits.limit_connection(conn)
        conn.text_factory = decode_masked


@hookimpl
def filters_from_request(
    request: Request, datasette: Datasette, database: str, table: str
) -> FilterArguments | None:
    """Filter the tables of a talks database by topic and by year."""
    if database not in datasette_metadata.describe_databases(datasette):
        return None
    return table_filters.build_filter(request, table)


@hookimpl
def render_cell(row: Any, value: Any, column: str, table: str | None, datasette: Datasette) -> Markup | None:
    """Link quoted words to their place in the article, and an id to its record."""
    return cell_links.link_cell(row, value, column, table, datasette)


@hookimpl
def extra_template_vars(database: str | None, datasette: Datasette) -> dict[str, Any]:
    """Give every page, Datasette's too, the dataset that it is about, for its frame: the first by default."""
    served = datasette_metadata.describe_databases(datasette)
    name = database or next(iter(served), None)
    return {"dataset": served[name] | {"database": name} if name in served else None}


@hookimpl
def extra_js_urls(datasette: Datasette) -> list[dict[str, Any]]:
    """Add the script that labels form fields which Datasette's own pages leave unlabelled."""
    return [{"url": datasette.urls.static_plugins("istanbul_talks", "datasette.js"), "module": True}]
