"""How a command of scripts/ is made, run and ended: one line on stderr, and an exit status.

A command returns its status: 0 (or None) all is well, 1 something is wrong or out of date. Misuse is 2.
"""

import os
import sys
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import NoReturn

import typer
from typer.main import get_command

from istanbul_talks.text.safe_output import printing_safely

FAILED, MISUSE, STOPPED = 1, 2, 130


def make_app(description: str | None = None) -> typer.Typer:
    """Return an application whose help is plain text; a group of commands is described by its module."""
    return typer.Typer(
        help=description, pretty_exceptions_enable=False, add_completion=False, rich_markup_mode=None
    )


def run(app: typer.Typer) -> NoReturn:
    """Run what the command line asks for, and exit with its status."""
    with printing_safely():
        status = _invoke(app)
    sys.exit(status)


def _invoke(app: typer.Typer) -> int | None:
    status: int | None
    command = get_command(app)
    try:
        with command.make_context(_program(), sys.argv[1:]) as context:
            status = command.invoke(context)
        sys.stdout.flush()
    except typer.Exit as ended:
        status = ended.exit_code
    except typer.TyperException as error:
        status = _report_misuse(error)
    except BrokenPipeError:  # the reader has seen enough
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        status = 0
    except OSError as error:
        typer.echo(f"{_program()}: {_explain(error)}", err=True)
        status = FAILED
    except KeyboardInterrupt:
        typer.echo(f"{_program()}: stopped", err=True)
        status = STOPPED
    return status


@contextmanager
def needs_extra(extra: str) -> Iterator[None]:
    """Name the extra to install where a module that is imported inside is missing."""
    try:
        yield
    except ModuleNotFoundError as error:
        typer.echo(f"{_program()}: needs {error.name}; run: python -m pip install '.[{extra}]'", err=True)
        sys.exit(FAILED)


@contextmanager
def exit_on(*kinds: type[Exception], status: int = FAILED, note: str = "") -> Iterator[None]:
    """End where an error of these kinds is raised inside, with what it says and a note."""
    try:
        yield
    except kinds as error:
        beginning = f"{_program()}: " if status == MISUSE else ""
        typer.echo("\n".join(filter(None, [f"{beginning}{error}", note])), err=True)
        raise typer.Exit(status) from error


def print_or_fill(figures: Mapping[str, str], page: Path | None) -> int:
    """Print the tables that were measured, or write them into a page; return the exit status."""
    if page is None:
        print("\n\n".join(figures.values()))
        return 0
    with needs_extra("dev"):
        from generated_docs.cog_pages import refresh_pages  # noqa: PLC0415  (who only prints needs no cog)
    return refresh_pages([page], figures)


def _report_misuse(error: typer.TyperException) -> int:
    context = getattr(error, "ctx", None)
    command = context.command_path if context else _program()
    message = error.format_message().rstrip(".")
    typer.echo(f"{_program()}: {message[:1].lower()}{message[1:]}; see `{command} --help`", err=True)
    return MISUSE


def _explain(error: OSError) -> str:
    """Return what is wrong, with the file that it is about."""
    if error.strerror is None:
        return str(error)
    return f"{error.filename}: {error.strerror}" if error.filename else error.strerror


def _program() -> str:
    return Path(sys.argv[0]).name
