"""Drawing records side by side in a terminal, with rich: a column for each article, speaker or side."""

from collections.abc import Sequence
from typing import NamedTuple

from rich.console import Console
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from istanbul_talks.terminal.table_drawing import ID_STYLE
from istanbul_talks.text.running_text import format_running_text

MINIMUM_WIDTH = 72
"""Width of the terminal below which the columns are stacked, in characters."""

COLUMN_WIDTH = 24
"""Minimum width of a column, the space after it included, in characters."""

MOST_NAMED = 5
"""Maximum number of empty columns that are named; of more only the number is printed."""


class HeadedRow(NamedTuple):
    """A record: its id, a heading, and a cell for each column, empty where there is nothing."""

    id: str
    heading: str
    cells: Sequence[str]


def draw_side_by_side(columns: Sequence[str], records: Sequence[HeadedRow]) -> None:
    """Draw the records one below the other, their cells in columns, or stacked where there is no room."""
    console = Console(highlight=False)
    has_room = console.width >= max(MINIMUM_WIDTH, COLUMN_WIDTH * len(columns))
    if has_room:
        console.print(_make_row([Text(column, style="bold") for column in columns]))
    for record in records:
        console.print(Text.assemble("\n", (record.heading, "bold"), " ", (record.id, ID_STYLE)))
        if not any(record.cells):
            continue
        if has_room:
            console.print(_make_row([Text(format_running_text(cell)) for cell in record.cells]))
        else:
            _print_stacked(columns, record, console)


def _make_row(cells: Sequence[Text]) -> Table:
    """Return cells as a row of columns of the same width."""
    grid = Table.grid(padding=(0, 2, 0, 0), expand=True)
    for _ in cells:
        grid.add_column(ratio=1, overflow="fold")
    grid.add_row(*cells)
    return grid


def _print_stacked(columns: Sequence[str], record: HeadedRow, console: Console) -> None:
    """Print the filled cells of a record, each below the name of its column, and which columns are empty."""
    for column, cell in zip(columns, record.cells, strict=True):
        if cell:
            console.print(Padding(Text(column, style="dim"), (0, 0, 0, 2), expand=False))
            console.print(Padding(Text(format_running_text(cell)), (0, 0, 0, 4), expand=False))
    empty = [column for column, cell in zip(columns, record.cells, strict=True) if not cell]
    if empty:
        names = ", ".join(empty) if len(empty) <= MOST_NAMED else f"{len(empty)} others"
        console.print(Padding(Text(f"nothing from {names}", style="dim"), (0, 0, 0, 2), expand=False))
