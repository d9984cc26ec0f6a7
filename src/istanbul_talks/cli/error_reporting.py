"""How errors are reported: one line on stderr that says what to do, and an exit status.

A warning, as of a redirect, is such a line too, but the command goes on.
"""

import os
import sqlite3
import sys
import warnings
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from typing import Any

import typer
from typer.exceptions import TyperException

from istanbul_talks.database import connection
from istanbul_talks.errors import ExitStatus, TalksError, TalksWarning


@contextmanager
def reporting_errors(chosen: str | None = None) -> Iterator[None]:
    """Report an error raised inside and exit; `chosen` is the database that the user named, if any."""
    try:
        with _reporting_warnings():
            yield
    except BrokenPipeError:  # what reads the pipe has ended
        _drop_output()
    except TalksError as error:
        _exit_with(str(error), error.status)
    except sqlite3.DatabaseError as error:
        _exit_with(connection.explain_unusable(connection.locate_database(chosen), error), ExitStatus.MISUSE)
    except TyperException as error:
        _exit_with(_explain_misuse(error), ExitStatus.MISUSE)
    except UnicodeError as error:
        _exit_with(f"this is not UTF-8 ({error}); give or ask for what is", ExitStatus.MISUSE)
    except OSError as error:
        _drop_output()
        place = error.filename or "standard output"
        _exit_with(f"{place} cannot be used ({error.strerror or error})", ExitStatus.MISUSE)
    except (typer.Exit, typer.Abort, SystemExit):
        raise
    except Exception:
        if not (damage := _find_damage(chosen)):
            raise  # a fault of ours
        _exit_with(connection.explain_unusable(connection.locate_database(chosen), damage), ExitStatus.MISUSE)


def _drop_output() -> None:
    """Drop what is not yet written to standard output, which cannot be written."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def _find_damage(chosen: str | None) -> str | None:
    """Return what is wrong with the database, None where it is whole or there is none."""
    try:
        with connection.open_database(chosen) as db:
            return connection.find_damage(db)
    except TalksError:
        return None


@contextmanager
def _reporting_warnings() -> Iterator[None]:
    """Report our warnings; others are shown as usual."""
    with warnings.catch_warnings():
        warnings.simplefilter("always", TalksWarning)
        show = warnings.showwarning

        def report(message: Warning | str, category: type[Warning], *where: Any) -> None:
            if issubclass(category, TalksWarning):
                _print_error(f"{message}")
            else:
                show(message, category, *where)

        warnings.showwarning = report  # type: ignore[assignment]  # (its further parameters are passed on)
        yield


def _explain_misuse(error: TyperException) -> str:
    """Return what is wrong with the options or arguments, and which help explains them."""
    context = getattr(error, "ctx", None)
    command = context.command_path if context else "talks"
    message = error.format_message().rstrip(".")
    return f"{message[:1].lower()}{message[1:]}; see `{command} --help`"


def _exit_with(message: str, status: ExitStatus) -> None:
    """Print a message on stderr and exit with the status."""
    _print_error(message)
    raise typer.Exit(status)


def _print_error(message: str) -> None:
    """Print a line on stderr, if that can be written."""
    with suppress(OSError):
        typer.echo(f"talks: {message}", err=True)
