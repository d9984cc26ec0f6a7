"""Columns side by side under shared headings, in a terminal, with rich; stacked where they have no room."""

from collections.abc import Sequence
from typing import NamedTuple

from rich.console import Console
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from istanbul_talks.terminal.table_drawing import ID_STYLE

MINIMUM_WIDTH = 72
"""Characters that a terminal has at least where columns stand side by side."""

COLUMN_WIDTH = 24
"""Characters that a column needs to be read, the space after it included."""


MOST_NAMED = 5
"""Empty columns that are named; of more only the number is told."""


class ComparedRecord(NamedTuple):
    """What is compared: its id, a heading, and a cell for each column, empty where there is nothing."""

    id: str
    heading: str
    cells: Sequence[str]


def draw_side_by_side(columns: Sequence[str], blocks: Sequence[ComparedRecord]) -> None:
    """Draw the blocks one below the other, their cells in columns that line up from block to block."""
    console = Console(highlight=False)
    beside = console.width >= max(MINIMUM_WIDTH, COLUMN_WIDTH * len(columns))
    if beside:
        console.print(_make_row([Text(column, style="bold") for column in columns]))
    for block in blocks:
        console.print(Text.assemble("\n", (block.heading, "bold"), " ", (block.id, ID_STYLE)))
        if beside:
            console.print(_make_row([Text(cell) for cell in block.cells]))
        else:
            _print_stacked(columns, block, console)


def _make_row(cells: Sequence[Text]) -> Table:
    """Return cells in columns of the same width, whatever they hold."""
    grid = Table.grid(padding=(0, 2, 0, 0), expand=True)
    for _ in cells:
        grid.add_column(ratio=1, overflow="fold")
    grid.add_row(*cells)
    return grid


def _print_stacked(columns: Sequence[str], block: ComparedRecord, console: Console) -> None:
    """Print the filled cells of a block, each below the name of its column, and which columns are empty."""
    for column, cell in zip(columns, block.cells, strict=True):
        if cell:
            console.print(Padding(Text(column, style="dim"), (0, 0, 0, 2), expand=False))
            console.print(Padding(Text(cell), (0, 0, 0, 4), expand=False))
    empty = [column for column, cell in zip(columns, block.cells, strict=True) if not cell]
    if empty:
        told = ", ".join(empty) if len(empty) <= MOST_NAMED else f"{len(empty)} others"
        console.print(Padding(Text(f"nothing from {told}", style="dim"), (0, 0, 0, 2), expand=False))
