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
from istanbul_talks.errors import ExitStatus, RedirectWarning, TalksError


@contextmanager
def reporting_errors(chosen: str | None = None) -> Iterator[None]:
    """Tell what goes wrong inside, with the chosen database, and end."""
    try:
        with _reporting_redirects():
            yield
    except BrokenPipeError:  # the reader has seen enough
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    except TalksError as error:
        _exit_with(str(error), error.status)
    except sqlite3.DatabaseError as error:
        _exit_with(connection.explain_unusable(connection.locate(chosen), error), ExitStatus.MISUSE)
    except TyperException as error:
        _exit_with(_explain_misuse(error), ExitStatus.MISUSE)


@contextmanager
def _reporting_redirects() -> Iterator[None]:
    """Tell each redirect inside; other warnings are shown as ever."""
    with warnings.catch_warnings():
        warnings.simplefilter("always", RedirectWarning)
        show = warnings.showwarning

        def tell(message: Warning | str, category: type[Warning], *where: Any) -> None:
            if category is RedirectWarning:
                typer.echo(f"talks: {message}", err=True)
            else:
                show(message, category, *where)

        warnings.showwarning = tell  # type: ignore[assignment]  # (its further parameters are passed on)
        yield


def _explain_misuse(error: TyperException) -> str:
    """Return what is wrong with the options or arguments, and where they are explained."""
    context = getattr(error, "ctx", None)
    command = context.command_path if context else "talks"
    message = error.format_message().rstrip(".")
    return f"{message[:1].lower()}{message[1:]}; see `{command} --help`"


def _exit_with(message: str, status: ExitStatus) -> None:
    """End with a message to the user."""
    typer.echo(f"talks: {message}", err=True)
    raise typer.Exit(status)
