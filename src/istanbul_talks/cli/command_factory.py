"""Turning functions of an open database into commands: what all commands share.

`reads` opens the database for a function; `lists` prints the rows that a function returns besides, and gives
it the options of output.py; `listing` is a whole command: a question of sql/ with its filters.
"""

import sqlite3
from collections.abc import Callable, Iterable
from contextlib import closing
from inspect import Parameter, Signature, signature
from typing import Any

import typer

from istanbul_talks.cli.filters import Filter
from istanbul_talks.database import connection
from istanbul_talks.database.named_queries import QueryResult, run_query
from istanbul_talks.terminal.row_output import DrawRows, print_rows

CONTEXT_PARAMETER = Parameter("ctx", Parameter.POSITIONAL_OR_KEYWORD, annotation=typer.Context)
DATABASE_PARAMETER = Parameter("db", Parameter.POSITIONAL_OR_KEYWORD, annotation=sqlite3.Connection)
PRINTING_OPTIONS = [p for p in signature(print_rows).parameters.values() if p.kind is Parameter.KEYWORD_ONLY]


def make_command(function: Callable[..., None]) -> Callable[..., None]:
    """Make a command of a function of the open database and its options."""

    def command(ctx: typer.Context, **options: Any) -> None:
        with closing(connection.connect(connection.locate(ctx.obj))) as db:
            function(db, **options)

    return set_signature(command, CONTEXT_PARAMETER, list_options(function))


def make_row_command(
    function: Callable[..., QueryResult], drawing: DrawRows | None = None
) -> Callable[..., None]:
    """Make a command of a function of the open database and its options that returns an answer to print."""

    def print_answer(db: sqlite3.Connection, **options: Any) -> None:
        printing = {option.name: options.pop(option.name) for option in PRINTING_OPTIONS}
        print_rows(*function(db, **options), drawing, **printing)

    return make_command(
        set_signature(print_answer, DATABASE_PARAMETER, [*list_options(function), *PRINTING_OPTIONS])
    )


def make_listing(question: str, drawing: DrawRows | None = None, /, **filters: Filter) -> Callable[..., None]:
    """Make a command that asks a question, with an option for each filter."""

    def answer(db: sqlite3.Connection, **options: Any) -> QueryResult:
        return run_query(db, question, [filters[name].narrow(db, value) for name, value in options.items()])

    options = [each.option(name) for name, each in filters.items()]
    return make_row_command(set_signature(answer, DATABASE_PARAMETER, options), drawing)


def list_options(function: Callable[..., Any]) -> list[Parameter]:
    """Return the parameters of a function after its first, the open database."""
    return list(signature(function).parameters.values())[1:]


def set_signature(
    function: Callable[..., Any], first: Parameter, options: Iterable[Parameter]
) -> Callable[..., Any]:
    """Give a function the signature from which Typer makes its options."""
    function.__signature__ = Signature([first, *options])  # type: ignore[attr-defined]
    return function
