"""What all our pages have in common: their frame, who may see them, and what they may load.

Datasette's own pages keep Datasette's frame; they get a policy too, a wider one, because their
scripts and styles stand inside them.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Awaitable, Callable
from typing import TYPE_CHECKING, Any, TypeVar

from datasette import NotFound, Request, Response

from istanbul_talks.site import metadata

if TYPE_CHECKING:  # Datasette loads its plugins before it has loaded itself
    from datasette.app import Datasette
    from datasette.database import Database

Found = TypeVar("Found")
Application = Callable[[Any, Any, Any], Awaitable[None]]

HEADER = "content-security-policy"
CLOSED = "base-uri 'none'; form-action 'self'; frame-ancestors 'none'"
OURS = f"default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; {CLOSED}"
DATASETTES = (
    "default-src 'none'; script-src 'self' 'unsafe-inline'; style-src 'self' 'unsafe-inline'; "
    f"img-src 'self' data:; connect-src 'self'; {CLOSED}"
)


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
    names = list(metadata.databases(datasette))
    for name in names:
        await datasette.ensure_permissions(request.actor, [("view-database", name), "view-instance"])
    return [datasette.get_database(name) for name in names]


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
    served = metadata.databases(datasette)
    name = database or next(iter(served))
    frame = {"dataset": served[name], "database": name}
    html = await datasette.render_template(template, {**frame, **shown}, request=request)
    return Response.html(html, headers={HEADER: OURS})
