"""How a command ends when it fails: one line on stderr with what to do, and an exit status.

A redirect is told in such a line too, but the command goes on.
"""

import os
import sqlite3
import sys
import warnings
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import typer
from typer.exceptions import TyperException

from istanbul_talks.database import connection
from istanbul_talks.errors import ExitStatus, Redirected, TalksError


@contextmanager
def told(chosen: str | None = None) -> Iterator[None]:
    """Tell what goes wrong inside, with the chosen database, and end."""
    try:
        with _redirects_told():
            yield
    except BrokenPipeError:  # the reader has seen enough
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    except TalksError as error:
        _end(str(error), error.status)
    except sqlite3.DatabaseError as error:
        _end(connection.unusable(connection.locate(chosen), error), ExitStatus.MISUSE)
    except TyperException as error:
        _end(_misused(error), ExitStatus.MISUSE)


@contextmanager
def _redirects_told() -> Iterator[None]:
    """Tell each redirect inside; other warnings are shown as ever."""
    with warnings.catch_warnings():
        warnings.simplefilter("always", Redirected)
        show = warnings.showwarning

        def tell(message: Warning | str, category: type[Warning], *where: Any) -> None:
            if category is Redirected:
                typer.echo(f"talks: {message}", err=True)
            else:
                show(message, category, *where)

        warnings.showwarning = tell  # type: ignore[assignment]  # (its further parameters are passed on)
        yield


def _misused(error: TyperException) -> str:
    """Return what is wrong with the options or arguments, and where they are explained."""
    context = getattr(error, "ctx", None)
    command = context.command_path if context else "talks"
    message = error.format_message().rstrip(".")
    return f"{message[:1].lower()}{message[1:]}; see `{command} --help`"


def _end(message: str, status: ExitStatus) -> None:
    """End with a message to the user."""
    typer.echo(f"talks: {message}", err=True)
    raise typer.Exit(status)
