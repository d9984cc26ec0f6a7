"""What all our pages share: who may see them, the cache, redirects, and the headers that keep them safe.

Datasette's own pages get a content policy too, a wider one, because they contain scripts and styles.
"""

from __future__ import annotations

import gzip
import re
import sqlite3
from collections.abc import Awaitable, Callable, Iterable
from functools import wraps
from typing import TYPE_CHECKING, Any, TypeVar
from weakref import WeakKeyDictionary

from datasette import NotFound, Request, Response

from istanbul_talks.database.redirects import find_redirect
from istanbul_talks.site import datasette_metadata, datasette_versions

if TYPE_CHECKING:  # Datasette loads its plugins before it has loaded itself
    from datasette.app import Datasette
    from datasette.database import Database

Found = TypeVar("Found")
View = Callable[[Request, "Datasette"], Awaitable[Response]]
Receive = Callable[[], Awaitable[dict[str, Any]]]
Application = Callable[[Any, Any, Any], Awaitable[None]]

POLICY_HEADER = "content-security-policy"
HTML = "text/html; charset=utf-8"
GZIP_LEVEL = 3
"""Level of compression: most of the gain for a fifth of the time."""

PAGES_CACHED = 400
"""Pages that are kept in memory; an article compresses to 20 kB."""

_cache: WeakKeyDictionary[Datasette, dict[tuple[str, bool], Response]] = WeakKeyDictionary()

COMMON_POLICY = "base-uri 'none'; form-action 'self'; frame-ancestors 'none'"
PAGE_POLICY = f"default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; {COMMON_POLICY}"
"""The policy of our pages."""

DATASETTE_POLICY = (
    "default-src 'none'; script-src 'self' 'unsafe-inline'; style-src 'self' 'unsafe-inline'; "
    f"img-src 'self' data:; connect-src 'self'; {COMMON_POLICY}"
)
"""The policy of Datasette's own pages."""


COMMON_HEADERS = {
    POLICY_HEADER.encode(): DATASETTE_POLICY.encode(),
    b"x-content-type-options": b"nosniff",
}
"""The headers of every answer that has no other of the name."""


MARKDOWN_LINK = re.compile(r"\[([^\[\]]+)\]\(#\)")
"""A link as an article that was received as Markdown has it; on our pages its words alone stand."""

VERBATIM = {"check_page.html", "reading_page.html"}
"""The templates that show a draft or an article character for character."""


class RecordGone(NotFound):  # type: ignore[misc]  # (Datasette carries no types)
    """The record was withdrawn: the id is retired, and no other took its place."""

    status = 410


def add_headers(app: Application) -> Application:
    """Return the application with no guessing of types, and Datasette's policy where an answer has none."""

    async def answer(scope: Any, receive: Any, send: Any) -> None:
        async def send_with_headers(message: dict[str, Any]) -> None:
            if message["type"] == "http.response.start":
                message = {**message, "headers": _complete_headers(message.get("headers", []))}
            await send(message)

        await app(scope, receive, send_with_headers)

    return answer


def _complete_headers(headers: Iterable[tuple[bytes, bytes]]) -> list[tuple[bytes, bytes]]:
    """Return the headers of an answer with those that every answer has."""
    given = {name.lower(): value for name, value in headers}
    return [
        *headers,
        *((name, value) for name, value in COMMON_HEADERS.items() if name not in given),
    ]


async def receive_all(receive: Receive, most: int) -> Receive | None:
    """Return what gives again all that is sent; None where that is more than so many bytes.

    All of it is taken in any case, so that whoever sends it reads the answer.
    """
    body, size, is_whole = [], 0, False
    while not is_whole:
        message = await receive()
        size += len(message.get("body", b""))
        body += [message["body"]] if "body" in message and size <= most else []
        is_whole = not message.get("more_body", False)
    messages = [{"type": "http.request", "body": b"".join(body)}]

    async def receive_again() -> dict[str, Any]:
        return messages.pop() if messages else await receive()

    return receive_again if size <= most else None


async def authorize(datasette: Datasette, request: Request) -> list[Database]:
    """Return the talks databases; raises Forbidden where the visitor may not see one."""
    names = list(datasette_metadata.describe_databases(datasette))
    for name in names:
        await datasette_versions.require_permission(datasette, request.actor, name)
    return [datasette.get_database(name) for name in names]


def cache_page(view: View) -> View:
    """Return a view that keeps its pages while no database can change; the oldest are dropped."""

    @wraps(view)
    async def answer(request: Request, datasette: Datasette) -> Response:
        if any(database.is_mutable for database in await authorize(datasette, request)):
            return await view(request, datasette)
        cached = _cache.setdefault(datasette, {})
        key = request.full_path, _accepts_gzip(request)
        if key not in cached:
            cached[key] = await view(request, datasette)
            for oldest in [*cached][:-PAGES_CACHED]:
                del cached[oldest]
        return cached[key]

    return answer


def follow_redirects(view: View) -> View:
    """Return a view of a record that redirects from a merged id; raises RecordGone for a withdrawn one."""

    @wraps(view)
    async def answer(request: Request, datasette: Datasette) -> Response:
        try:
            return await view(request, datasette)
        except NotFound:
            start, _, record_id = request.path.rpartition("/")
            for database in await authorize(datasette, request):
                redirect = await database.execute_fn(lambda db: find_redirect(db, record_id))
                if redirect and redirect.to_id is None:
                    raise RecordGone(str(redirect)) from None
                if redirect:
                    query = f"?{request.query_string}" if request.query_string else ""
                    return Response.redirect(f"{start}/{redirect.to_id}{query}", status=301)
            raise

    return answer


def _accepts_gzip(request: Request) -> bool:
    """Tell whether the browser accepts compressed pages."""
    return "gzip" in (request.headers.get("accept-encoding") or "")


async def find_first(
    datasette: Datasette, request: Request, find: Callable[[sqlite3.Connection], Found | None], missing: str
) -> tuple[Database, Found]:
    """Return the first talks database in which `find` finds something, and what that is.

    Raises NotFound with the message `missing` where none has it.
    """
    for database in await authorize(datasette, request):
        found = await database.execute_fn(find)
        if found is not None:
            return database, found
    raise NotFound(missing)


async def render_page(
    datasette: Datasette,
    request: Request | None,
    template: str,
    context: dict[str, Any],
    name: str | None = None,
) -> Response:
    """Return a page of ours; `name` is that of the database it is about, the first by default."""
    name = name or next(iter(datasette_metadata.describe_databases(datasette)))
    html = await datasette.render_template(template, {"database": name, **context}, request=request)
    if template not in VERBATIM:
        html = MARKDOWN_LINK.sub(r"\1", html)
    return _build_response(html, compressed=request is not None and _accepts_gzip(request))


def _build_response(html: str, *, compressed: bool) -> Response:
    """Return a page with our policy, compressed where the browser accepts that."""
    headers = {POLICY_HEADER: PAGE_POLICY, "vary": "accept-encoding"}
    if not compressed:
        return Response.html(html, headers=headers)
    body = gzip.compress(html.encode(), compresslevel=GZIP_LEVEL, mtime=0)
    return Response(body, headers=headers | {"content-encoding": "gzip"}, content_type=HTML)
