"""Making commands from functions that take an open database.

`make_command` opens the database for a function; `make_row_command` also prints the rows that the function
returns, with the options of terminal/row_printing.py; `make_listing` makes a command of a listing, and
`make_query` a function where a command has several.
"""

import sqlite3
import warnings
from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import partial
from inspect import Parameter, Signature, signature
from typing import Annotated, Any

import typer

from istanbul_talks.cli.filters import Filter, PeriodFilter
from istanbul_talks.cli.listings import Listing
from istanbul_talks.database.connection import open_database
from istanbul_talks.database.json_cells import display
from istanbul_talks.database.named_queries import QueryResult
from istanbul_talks.errors import TalksWarning
from istanbul_talks.terminal.row_printing import PRINTING_OPTIONS, DrawRows, print_rows

DrawListing = Callable[[sqlite3.Connection, Mapping[str, Any], Sequence[str], list[Sequence[Any]]], None]
"""Draws rows in a terminal, given the database, the values of the options, and the names of the columns."""

CONTEXT_PARAMETER = Parameter("ctx", Parameter.POSITIONAL_OR_KEYWORD, annotation=typer.Context)
DATABASE_PARAMETER = Parameter("db", Parameter.POSITIONAL_OR_KEYWORD, annotation=sqlite3.Connection)
WORDS_PARAMETER = Parameter(
    "with_words",
    Parameter.KEYWORD_ONLY,
    default=False,
    annotation=Annotated[
        bool, typer.Option("--words", help="In a terminal: each record with its words, voices and dates.")
    ],
)


def make_command(function: Callable[..., None]) -> Callable[..., None]:
    """Return a command that opens the database and calls the function with it and the options."""

    def command(ctx: typer.Context, **options: Any) -> None:
        with open_database(ctx.obj) as db:
            function(db, **options)

    return set_signature(command, CONTEXT_PARAMETER, list_options(function))


def make_row_command(
    function: Callable[..., QueryResult],
    draw: DrawRows | None = None,
    shown: int | None = None,
    draw_listing: DrawListing | None = None,
    *,
    draws_json: bool = False,
) -> Callable[..., None]:
    """Return a command that prints the rows that the function returns, the first `shown` by default.

    A function with such a number gets `most` where no more rows are needed, and warns itself of those left.
    A listing with a drawing of its own has --words, too. `draw` gets cells as people read them, or, if it
    `draws_json`, as they are.
    """
    own = [*list_options(function), *([WORDS_PARAMETER] if draw_listing else [])]

    def print_result(db: sqlite3.Connection, **options: Any) -> None:
        given = dict(options)
        options.pop(WORDS_PARAMETER.name, None)
        printing = {option.name: options.pop(option.name) for option in PRINTING_OPTIONS}
        is_cut = shown is not None and printing["limit"] is None and not printing["count"]
        if is_cut and not printing["sort"]:
            options["most"] = shown
        names, rows = function(db, **options)
        if is_cut:
            rows = list(rows)
            printing["limit"] = shown
            warn_of_more(len(rows), shown)
        drawing = draw if draws_json else draw and partial(_draw_cells, draw)
        if draw_listing:
            drawing = partial(draw_listing, db, given)
        print_rows(names, rows, drawing, **printing)

    return make_command(set_signature(print_result, DATABASE_PARAMETER, [*own, *PRINTING_OPTIONS]))


def _draw_cells(draw: DrawRows, names: Sequence[str], rows: list[Sequence[Any]]) -> None:
    """Draw rows as people read their cells."""
    draw(names, [list(map(display, row)) for row in rows])


def warn_of_more(count: int, shown: int | None) -> None:
    """Warn where there are more rows than are shown."""
    if shown is not None and count > shown:
        warnings.warn(f"the first {shown} of {count}; --limit {count} for all", TalksWarning, stacklevel=2)


def make_listing(listing: Listing, draw: DrawListing | None = None) -> Callable[..., None]:
    """Return a command that prints the rows of a listing, with the options of each filter."""
    return make_row_command(_make_finder(listing), draw_listing=draw)


def make_query(query_name: str, /, **filters: Filter | PeriodFilter) -> Callable[..., QueryResult]:
    """Return a function that runs a named query, with the options of each filter."""
    return _make_finder(Listing(query_name, **filters))


def _make_finder(listing: Listing) -> Callable[..., QueryResult]:
    """Return a function that finds the rows of a listing, and warns of what its options leave out."""

    def find(db: sqlite3.Connection, **options: Any) -> QueryResult:
        for number, reason in listing.explain_left_out(db, **options):
            message = f"{listing.query_name} left out {reason}: {number}"
            warnings.warn(message, TalksWarning, stacklevel=2)
        return listing.find(db, **options)

    return set_signature(find, DATABASE_PARAMETER, listing.list_options())


def list_options(function: Callable[..., Any]) -> list[Parameter]:
    """Return the named parameters of a function after the first, which is the open database."""
    parameters = list(signature(function).parameters.values())[1:]
    return [parameter for parameter in parameters if parameter.kind is not Parameter.VAR_KEYWORD]


def set_signature(
    function: Callable[..., Any], first: Parameter, options: Iterable[Parameter]
) -> Callable[..., Any]:
    """Give a function the signature from which Typer makes its options."""
    function.__signature__ = Signature([first, *options])  # type: ignore[attr-defined]
    return function
