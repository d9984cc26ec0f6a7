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
from istanbul_talks.database.named_queries import Answer, ask
from istanbul_talks.terminal.row_output import Drawing, print_rows

CONTEXT = Parameter("ctx", Parameter.POSITIONAL_OR_KEYWORD, annotation=typer.Context)
DATABASE = Parameter("db", Parameter.POSITIONAL_OR_KEYWORD, annotation=sqlite3.Connection)
PRINTING = [p for p in signature(print_rows).parameters.values() if p.kind is Parameter.KEYWORD_ONLY]


def reads(function: Callable[..., None]) -> Callable[..., None]:
    """Make a command of a function of the open database and its options."""

    def command(ctx: typer.Context, **options: Any) -> None:
        with closing(connection.connect(connection.locate(ctx.obj))) as db:
            function(db, **options)

    return declared(command, CONTEXT, options_of(function))


def lists(function: Callable[..., Answer], drawing: Drawing | None = None) -> Callable[..., None]:
    """Make a command of a function of the open database and its options that returns an answer to print."""

    def print_answer(db: sqlite3.Connection, **options: Any) -> None:
        printing = {option.name: options.pop(option.name) for option in PRINTING}
        print_rows(*function(db, **options), drawing, **printing)

    return reads(declared(print_answer, DATABASE, [*options_of(function), *PRINTING]))


def listing(question: str, drawing: Drawing | None = None, /, **filters: Filter) -> Callable[..., None]:
    """Make a command that asks a question, with an option for each filter."""

    def answer(db: sqlite3.Connection, **options: Any) -> Answer:
        return ask(db, question, [filters[name].narrow(db, value) for name, value in options.items()])

    options = [each.option(name) for name, each in filters.items()]
    return lists(declared(answer, DATABASE, options), drawing)


def options_of(function: Callable[..., Any]) -> list[Parameter]:
    """Return the parameters of a function after its first, the open database."""
    return list(signature(function).parameters.values())[1:]


def declared(
    function: Callable[..., Any], first: Parameter, options: Iterable[Parameter]
) -> Callable[..., Any]:
    """Give a function the signature from which Typer makes its options."""
    function.__signature__ = Signature([first, *options])  # type: ignore[attr-defined]
    return function
