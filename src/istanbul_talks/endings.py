"""How a command ends when it fails: one line on stderr with what to do, and an exit status."""

import os
import sqlite3
import sys
from collections.abc import Iterator
from contextlib import contextmanager

import typer
from typer.exceptions import TyperException

from istanbul_talks import database
from istanbul_talks.errors import ExitStatus, TalksError


@contextmanager
def told(chosen: str | None = None) -> Iterator[None]:
    """Tell what goes wrong inside, with the chosen database, and end."""
    try:
        yield
    except BrokenPipeError:  # the reader has seen enough
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    except TalksError as error:
        end(str(error), error.status)
    except sqlite3.DatabaseError as error:
        end(database.unusable(database.locate(chosen), error), ExitStatus.MISUSE)
    except TyperException as error:
        end(misused(error), ExitStatus.MISUSE)


def misused(error: TyperException) -> str:
    """Return what is wrong with the options or arguments, and where they are explained."""
    context = getattr(error, "ctx", None)
    command = context.command_path if context else "talks"
    message = error.format_message().rstrip(".")
    return f"{message[:1].lower()}{message[1:]}; see `{command} --help`"


def end(message: str, status: ExitStatus) -> None:
    """End with a message to the user."""
    typer.echo(f"talks: {message}", err=True)
    raise typer.Exit(status)
