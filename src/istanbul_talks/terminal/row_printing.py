"""Printing rows: the options that every listing has, and what they do to the rows.

In a terminal rows are drawn as a table; into a pipe or file they go as tab-separated values. The formats are
in row_formats.py.
"""

import sys
from collections.abc import Callable, Iterable, Sequence
from inspect import Parameter, signature
from itertools import islice
from typing import Annotated, Any, TextIO

import typer

from istanbul_talks.database.json_cells import display
from istanbul_talks.errors import NothingFound, TalksError
from istanbul_talks.terminal.row_formats import FORMAT_WRITERS, OtherFormat, Row, RowWriter, write_tsv

DrawRows = Callable[[Sequence[str], list[Row]], None]
"""Draws column names and rows in a terminal; cells that hold JSON come as they are."""

Json = Annotated[bool, typer.Option("--json", help="Print a JSON array of objects.")]
Csv = Annotated[bool, typer.Option("--csv", help="Print comma-separated values.")]
FormatOption = Annotated[
    OtherFormat | None,
    typer.Option("--format", metavar="FORMAT", help=f"Print {', '.join(OtherFormat)}."),
]
Columns = Annotated[str | None, typer.Option(metavar="A,B", help="Only these columns, in this order.")]
Sort = Annotated[
    str | None, typer.Option(metavar="COLUMN", help="In the order of this column; -COLUMN backwards.")
]
Limit = Annotated[
    int | None, typer.Option(min=0, max=sys.maxsize, metavar="N", help="No more than so many rows.")
]
Count = Annotated[bool, typer.Option("--count", help="Print only how many rows there are.")]


def print_rows(
    names: Sequence[str],
    rows: Iterable[Row],
    draw: DrawRows | None = None,
    *,
    as_json: Json = False,
    as_csv: Csv = False,
    form: FormatOption = None,
    columns: Columns = None,
    sort: Sort = None,
    limit: Limit = None,
    count: Count = False,
) -> None:
    """Print the rows as the options ask; NothingFound when there are none.

    In a terminal whole rows are drawn by `draw`, by default as a table.
    """
    chosen = choose_format(as_json=as_json, as_csv=as_csv, form=form)
    write = FORMAT_WRITERS[chosen] if chosen else _choose_writer(None if columns else draw)
    rows = choose_rows(names, rows, sort, limit)
    if columns:
        names, rows = _select_columns(names, rows, columns)
    rows = list(rows)
    if count:
        print(len(rows))
    else:
        write(names, rows, sys.stdout)
    if not rows:
        raise NothingFound("nothing found; `--help` lists the filters, `talks search WORDS` looks everywhere")


PRINTING_OPTIONS = [p for p in signature(print_rows).parameters.values() if p.kind is Parameter.KEYWORD_ONLY]
"""The options of every listing, as parameters."""


def choose_rows(
    names: Sequence[str], rows: Iterable[Row], sort: str | None, limit: int | None
) -> Iterable[Row]:
    """Return the rows in the order that is asked for, and no more than so many."""
    return islice(_sort_rows(names, rows, sort) if sort else rows, limit)


def choose_format(*, as_json: bool, as_csv: bool, form: OtherFormat | None) -> str | None:
    """Return the name of the one format asked for, if any."""
    named = {"--json": as_json and "json", "--csv": as_csv and "csv", "--format": form}
    asked = {option: chosen for option, chosen in named.items() if chosen}
    if len(asked) > 1:
        raise TalksError(f"{' and '.join(asked)} exclude each other; give one of them")
    return next(iter(asked.values()), None)


def _choose_writer(draw: DrawRows | None) -> RowWriter:
    """Return the writer that suits the terminal or pipe."""
    return _make_drawing_writer(draw) if sys.stdout.isatty() else write_tsv


def _make_drawing_writer(draw: DrawRows | None) -> RowWriter:
    """Return a writer that draws the rows in the terminal, by default as a table."""

    def write(names: Sequence[str], rows: Iterable[Row], _stream: TextIO) -> None:
        from istanbul_talks.terminal import table_drawing  # noqa: PLC0415  (rich is slow to import)
        from istanbul_talks.terminal.pager import paging_output  # noqa: PLC0415

        with paging_output():
            if draw and rows:
                draw(names, list(rows))
            else:
                table_drawing.draw_table(names, [list(map(display, row)) for row in rows])

    return write


def _select_columns(
    names: Sequence[str], rows: Iterable[Row], columns: str
) -> tuple[Sequence[str], Iterable[Row]]:
    """Return the columns asked for, in the order asked for."""
    wanted = [column.strip() for column in columns.split(",")]
    positions = [_find_column(names, column) for column in wanted]
    return wanted, ([row[i] for i in positions] for row in rows)


def _sort_rows(names: Sequence[str], rows: Iterable[Row], column: str) -> list[Row]:
    """Return the rows sorted by a column as SQLite sorts, but with empty values last."""
    i = _find_column(names, column.removeprefix("-"))
    filled: list[Row] = []
    empty: list[Row] = []
    for row in rows:
        (empty if row[i] is None else filled).append(row)
    filled.sort(key=lambda row: (_rank_type(row[i]), row[i]), reverse=column.startswith("-"))
    return filled + empty


def _rank_type(value: Any) -> int:
    """Return the place of a value's type among all: numbers, then texts, then bytes."""
    return 0 if isinstance(value, int | float) else 1 if isinstance(value, str) else 2


def _find_column(names: Sequence[str], column: str) -> int:
    """Return the position of a column among the names; TalksError where there is none."""
    if column not in names:
        raise TalksError(f"there is no column “{column}”; there are {', '.join(names)}")
    return list(names).index(column)
