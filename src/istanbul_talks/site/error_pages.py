"""The pages of errors, in our frame: what is not found, not allowed, not answered, or goes wrong."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import TYPE_CHECKING, Any, NamedTuple

from datasette import Request, Response
from markupsafe import Markup

from istanbul_talks.database import query_limits
from istanbul_talks.site import datasette_metadata, responses

if TYPE_CHECKING:  # Datasette loads its plugins before it has loaded itself
    from datasette.app import Datasette

TITLES = {
    400: "This cannot be answered",
    403: "This is not open to you",
    404: "This is not here",
    405: "This page can only be read",
    410: "This was withdrawn",
    413: "This is too long",
}
"""The titles of pages by the status of the answer."""

FAILED = "The site failed to answer"
"""The title of a page for any other status."""

NO_SUCH_PAGE = "No page has this address"
NOTHING_THERE = ("404", "Database not found")
"""How Datasette's reasons begin where an address is none."""

REFUSED = ("Cannot sort table by", "Cannot use _sort and _sort_desc")
"""How they begin where a table cannot be sorted as is asked, which Datasette 0.65 calls its own failure."""

SAFE_METHODS = {"GET", "HEAD"}


class Explanation(NamedTuple):
    """What went wrong: the status of the answer, the title of the page, and the reason in words."""

    status: int
    title: str
    reason: str


async def show_error(datasette: Datasette, request: Request, exception: Exception) -> Response | None:
    """Return the page of an error; errors as data are Datasette's, but for those of which we say more."""
    if not datasette_metadata.describe_databases(datasette):
        return None
    explanation = _explain(exception)
    if request.path.endswith((".json", ".csv")):
        return _answer_as_data(explanation) if explanation.status != _get_status(exception) else None
    context = {"sql": request.args.get("sql"), "path": request.path}
    return await _render(datasette, request, explanation, context)


def _explain(exception: Exception) -> Explanation:
    """Return what is said of an exception."""
    limit = query_limits.explain_limit(exception)
    reason = limit or getattr(exception, "message", None) or str(exception)
    status = 400 if limit or reason.startswith(REFUSED) else _get_status(exception)
    if getattr(exception, "message_is_html", False):  # words, then the query again, and a script
        reason = Markup(reason.partition("<textarea")[0]).striptags()
    title = getattr(exception, "title", None) or TITLES.get(status, FAILED)
    return Explanation(status, title, NO_SUCH_PAGE if reason.startswith(NOTHING_THERE) else reason)


def _get_status(exception: Exception) -> int:
    """Return the status that an exception brings along."""
    return int(getattr(exception, "status", 500))


def _answer_as_data(explanation: Explanation) -> Response:
    """Return an error in the form in which Datasette has it as data."""
    status, title, reason = explanation
    return Response.json({"ok": False, "error": reason, "status": status, "title": title}, status=status)


async def _render(
    datasette: Datasette, request: Request | None, explanation: Explanation, context: dict[str, Any]
) -> Response:
    status, title, reason = explanation
    context = {**context, "title": title, "error": f"{reason.rstrip('.')}."}
    page = await responses.render_page(datasette, request, "error.html", context)
    page.status = status
    return page


def is_posted(datasette: Datasette, scope: Any, page: str) -> bool:
    """Tell whether a request sends something to a page of ours, of which this is the pattern of the path."""
    return (
        scope["type"] == "http"
        and scope["method"] == "POST"
        and bool(re.match(page, _get_path(datasette, scope)))
    )


def is_refused(datasette: Datasette, scope: Any, pages: Iterable[str]) -> bool:
    """Tell whether a request is to do more than to read one of our pages, or a database that cannot change.

    `pages` are the patterns of our pages' paths.
    """
    if scope["type"] != "http" or scope["method"] in SAFE_METHODS:
        return False
    path = _get_path(datasette, scope)
    if any(re.match(page, path) for page in pages):
        return True
    name = path.split("/")[1]
    is_talks = name in datasette_metadata.describe_databases(datasette)
    return is_talks and scope["method"] != "OPTIONS" and not datasette.get_database(name).is_mutable


def _get_path(datasette: Datasette, scope: Any) -> str:
    """Return the path of a request below that of the site."""
    return "/" + str(scope["path"]).removeprefix(datasette.setting("base_url")).lstrip("/")


async def refuse_method(datasette: Datasette, method: str) -> Response:
    """Return the page that says that a page can only be read."""
    page = await _refuse(datasette, 405, f"The method {method} is not allowed here")
    page.headers["allow"] = ", ".join(sorted(SAFE_METHODS))
    return page


async def refuse_size(datasette: Datasette, most: int) -> Response:
    """Return the page that says that more was sent than is read."""
    reason = f"No more than {most:,} bytes can be sent here; talks check DRAFT reads more in a terminal"
    return await _refuse(datasette, 413, reason)


async def _refuse(datasette: Datasette, status: int, reason: str) -> Response:
    await datasette.invoke_startup()  # which else the first page does that is read
    return await _render(datasette, None, Explanation(status, TITLES[status], reason), {})
