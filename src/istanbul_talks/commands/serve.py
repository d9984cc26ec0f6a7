"""Open the database in a browser, with Datasette.

\b
Examples:
  talks serve
  talks serve --port 8080 --open
"""

import socket
from typing import Annotated

import typer

from istanbul_talks.database import connection
from istanbul_talks.errors import TalksError

SETTINGS = {
    "suggest_facets": "off",
    "sql_time_limit_ms": "3000",
    "default_page_size": "50",
    "num_sql_threads": "2",
}

Port = Annotated[int, typer.Option("--port", min=0, max=65535, metavar="PORT", help="0 takes any free one.")]
Host = Annotated[
    str, typer.Option(metavar="ADDRESS", help="Where to listen; by default only this computer gets in.")
]
Open = Annotated[bool, typer.Option("--open", help="Open it in the browser.")]


def run(ctx: typer.Context, port: Port = 8001, host: Host = "127.0.0.1", open_browser: Open = False) -> None:
    path = connection.locate_database(ctx.obj)
    connection.connect(path).close()
    _check_port(host, port)
    from datasette.cli import cli  # noqa: PLC0415

    settings = [word for setting in SETTINGS.items() for word in ("--setting", *setting)]
    opening = ["--open"] if open_browser else []
    cli(["serve", "--immutable", str(path), "--host", host, "--port", str(port), *settings, *opening])


def _check_port(host: str, port: int) -> None:
    """Make sure that nothing else listens there."""
    with socket.socket() as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((host, port))
        except OSError as error:
            raise TalksError(
                f"{host}:{port} cannot be used ({error.strerror}); give another --port"
            ) from error
