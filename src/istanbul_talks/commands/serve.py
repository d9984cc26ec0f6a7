"""Open the database in a browser, with Datasette.

Where other computers get in (--host), the articles are shown as in a release, by their quotes.

\b
Examples:
  talks serve
  talks serve --port 8080 --no-open
"""

import signal
import socket
import sys
import webbrowser
from contextlib import suppress
from ipaddress import ip_address
from pathlib import Path
from tempfile import TemporaryDirectory
from threading import Thread
from typing import Annotated

import typer

from istanbul_talks.database import connection, query_limits
from istanbul_talks.errors import TalksError

SETTINGS = {
    "suggest_facets": False,
    "sql_time_limit_ms": int(query_limits.SECONDS * 1000),
    "default_page_size": 50,
    "num_sql_threads": 2,
}

Port = Annotated[int, typer.Option("--port", min=0, max=65535, metavar="PORT", help="0 takes any free one.")]
Host = Annotated[
    str, typer.Option(metavar="ADDRESS", help="Where to listen; by default only this computer gets in.")
]
WithText = Annotated[
    bool, typer.Option("--with-text", help="Give other computers the articles' whole text, too.")
]
Open = Annotated[
    bool | None,
    typer.Option(
        "--open/--no-open", help="Open it in the browser; by default in a terminal, if there is one."
    ),
]
Verbose = Annotated[bool, typer.Option("--verbose", help="Log every request.")]


def run(
    ctx: typer.Context,
    *,
    port: Port = 8001,
    host: Host = "127.0.0.1",
    with_text: WithText = False,
    open_browser: Open = None,
    verbose: Verbose = False,
) -> None:
    path = connection.locate_database(ctx.obj)
    connection.connect(path).close()
    with _listen(host, port) as listener, TemporaryDirectory() as folder:
        name, port = listener.getsockname()[:2]
        address, note = f"http://{_name_in_address(name)}:{port}/", ""
        if not ip_address(name).is_loopback:
            note = ", for other computers too"
            if not with_text:
                path = connection.copy_without_text(path, Path(folder))
                note += ", without the articles' whole text"
        print(f"{address}{note}; Ctrl+C stops it", flush=True)
        if sys.stdout.isatty() and _has_window() if open_browser is None else open_browser:
            Thread(target=webbrowser.open, args=[address], daemon=True).start()
        _answer(path, listener, verbose=verbose)


def _listen(host: str, port: int) -> socket.socket:
    """Return a socket that listens there, so that a browser can wait for the server."""
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    try:
        return socket.create_server((host, port), family=family)
    except OSError as error:
        reason = str(error.strerror).partition(" (while")[0]
        raise TalksError(f"{host}:{port} cannot be used ({reason}); give another --port") from error


def _name_in_address(name: str) -> str:
    """Return what a browser on this computer is told in place of the address that is listened at."""
    if ip_address(name).is_unspecified:
        return "localhost"
    return f"[{name}]" if ":" in name else name


def _has_window() -> bool:
    """Tell whether there is a browser other than those that take over the terminal."""
    try:
        return type(webbrowser.get()) is not webbrowser.GenericBrowser
    except webbrowser.Error:
        return False


def _answer(path: Path, listener: socket.socket, *, verbose: bool) -> None:
    """Answer requests until somebody stops it."""
    import uvicorn  # noqa: PLC0415
    from datasette.app import Datasette  # noqa: PLC0415

    site = Datasette([], immutables=[str(path)], settings=SETTINGS)
    level = "info" if verbose else "warning"
    server = uvicorn.Server(uvicorn.Config(site.app(), lifespan="on", log_level=level, use_colors=False))
    signal.signal(signal.SIGTERM, signal.default_int_handler)  # what is temporary is removed at any end
    with suppress(KeyboardInterrupt):
        server.run(sockets=[listener])
