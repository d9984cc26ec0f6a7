"""Drawing records side by side in a terminal, with rich: in columns, or one answer below the other."""

from collections.abc import Iterable, Sequence
from itertools import groupby
from operator import itemgetter
from typing import NamedTuple

from rich.console import Console
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from istanbul_talks.terminal.table_drawing import ID_STYLE

COLUMN_WIDTH = 36
"""Width of a column below which the columns are stacked, in characters."""


class HeadedRow(NamedTuple):
    """A record: the verdict on it, a heading, its id, and a cell for each column, empty where silent."""

    verdict: str
    heading: str
    id: str
    cells: Sequence[str]


def draw_side_by_side(
    columns: Sequence[str], records: Iterable[tuple[str, HeadedRow]], console: Console
) -> None:
    """Draw records under the headings given with them, in columns, or stacked where there is no room."""
    has_room = console.width >= COLUMN_WIDTH * len(columns)
    if has_room:
        console.print(_make_row([Text(column, style="bold") for column in columns]))
    for heading, of_heading in groupby(records, itemgetter(0)):
        if heading:
            console.print(Text(f"\n{heading}", style="bold underline"))
        for _, record in of_heading:
            verdict = (f"{record.verdict}  ", "bold") if record.verdict else ""
            console.print(Text.assemble("\n", verdict, record.heading, " ", (record.id, ID_STYLE)))
            if has_room and any(record.cells):
                console.print(_make_row([Text(cell) for cell in record.cells]))
            elif not has_room:
                _print_stacked(columns, record, console)


def draw_muted(text: str, console: Console) -> None:
    """Draw a line of what is not compared, after an empty one."""
    console.print(Text(f"\n{text}", style="dim"))


def _make_row(cells: Sequence[Text]) -> Table:
    """Return cells as a row of columns of the same width."""
    grid = Table.grid(padding=(0, 2, 0, 0), expand=True)
    for _ in cells:
        grid.add_column(ratio=1, overflow="fold")
    grid.add_row(*cells)
    return grid


def _print_stacked(columns: Sequence[str], record: HeadedRow, console: Console) -> None:
    """Print the filled cells of a record, each below the name of its column."""
    for column, cell in zip(columns, record.cells, strict=True):
        if cell:
            console.print(Padding(Text(column, style="dim"), (0, 0, 0, 2), expand=False))
            console.print(Padding(Text(cell), (0, 0, 0, 4), expand=False))
