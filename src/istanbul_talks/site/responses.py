"""What all our pages have in common: their frame, who may see them, and what they may load.

Datasette's own pages keep Datasette's frame; they get a policy too, a wider one, because their
scripts and styles stand inside them.
"""

from __future__ import annotations

import gzip
import sqlite3
from collections.abc import Awaitable, Callable
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
Application = Callable[[Any, Any, Any], Awaitable[None]]

HEADER = "content-security-policy"
HTML = "text/html; charset=utf-8"
QUICK = 3
"""Level of compression: most of the gain for a fifth of the time."""

KEPT = 400
"""Pages that are kept ready; an article compresses to 20 kB."""

_made: WeakKeyDictionary[Datasette, dict[tuple[str, bool], Response]] = WeakKeyDictionary()

CLOSED = "base-uri 'none'; form-action 'self'; frame-ancestors 'none'"
OURS = f"default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; {CLOSED}"
DATASETTES = (
    "default-src 'none'; script-src 'self' 'unsafe-inline'; style-src 'self' 'unsafe-inline'; "
    f"img-src 'self' data:; connect-src 'self'; {CLOSED}"
)


class Gone(NotFound):  # type: ignore[misc]  # (Datasette carries no types)
    """There was such a page once, and nothing took its place."""

    status = 410


def guarded(app: Application) -> Application:
    """Return the application with a policy on every response that has none."""

    async def answer(scope: Any, receive: Any, send: Any) -> None:
        async def send_with_policy(message: dict[str, Any]) -> None:
            headers = message.get("headers", [])
            if message["type"] == "http.response.start" and HEADER.encode() not in dict(headers):
                message = {**message, "headers": [*headers, (HEADER.encode(), DATASETTES.encode())]}
            await send(message)

        await app(scope, receive, send_with_policy)

    return answer


async def seen(datasette: Datasette, request: Request) -> list[Database]:
    """Return the talks databases; raises Forbidden where the visitor may not see one."""
    names = list(datasette_metadata.databases(datasette))
    for name in names:
        await datasette_versions.require_seen(datasette, request.actor, name)
    return [datasette.get_database(name) for name in names]


def kept(view: View) -> View:
    """Return a view that makes a page once, while the databases cannot change; the oldest are forgotten."""

    @wraps(view)
    async def answer(request: Request, datasette: Datasette) -> Response:
        if any(database.is_mutable for database in await seen(datasette, request)):
            return await view(request, datasette)
        known = _made.setdefault(datasette, {})
        address = request.full_path, _zips(request)
        if address not in known:
            known[address] = await view(request, datasette)
            for oldest in [*known][:-KEPT]:
                del known[oldest]
        return known[address]

    return answer


def lasting(view: View) -> View:
    """Return a view of a record that leads on from an id that was merged; raises Gone for one withdrawn."""

    @wraps(view)
    async def answer(request: Request, datasette: Datasette) -> Response:
        try:
            return await view(request, datasette)
        except NotFound:
            start, _, record_id = request.path.rpartition("/")
            for database in await seen(datasette, request):
                redirect = await database.execute_fn(lambda db: find_redirect(db, record_id))
                if redirect and redirect.to_id is None:
                    raise Gone(str(redirect)) from None
                if redirect:
                    query = f"?{request.query_string}" if request.query_string else ""
                    return Response.redirect(f"{start}/{redirect.to_id}{query}", status=301)
            raise

    return answer


def _zips(request: Request) -> bool:
    """Tell whether the browser takes compressed pages."""
    return "gzip" in (request.headers.get("accept-encoding") or "")


async def first(
    datasette: Datasette, request: Request, find: Callable[[sqlite3.Connection], Found | None], missing: str
) -> tuple[Database, Found]:
    """Return what is found in the first talks database that has it; raises NotFound, with what is missing."""
    for database in await seen(datasette, request):
        found = await database.execute_fn(find)
        if found is not None:
            return database, found
    raise NotFound(missing)


async def page(
    datasette: Datasette, request: Request, template: str, shown: dict[str, Any], database: str | None = None
) -> Response:
    """Return a page of ours; `database` names the one it is about, where it is about one."""
    served = datasette_metadata.databases(datasette)
    name = database or next(iter(served))
    frame = {"dataset": served[name], "database": name}
    html = await datasette.render_template(template, {**frame, **shown}, request=request)
    return _packed(html, request)


def _packed(html: str, request: Request) -> Response:
    """Return a page with our policy, compressed where the browser takes it."""
    headers = {HEADER: OURS, "vary": "accept-encoding"}
    if not _zips(request):
        return Response.html(html, headers=headers)
    body = gzip.compress(html.encode(), compresslevel=QUICK, mtime=0)
    return Response(body, headers=headers | {"content-encoding": "gzip"}, content_type=HTML)
