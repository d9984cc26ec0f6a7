"""Drawing rows in a terminal, with rich: a table where it fits, else one card a row.

Nothing is ever cut, only wrapped. What is no table is printed by rich_text.py.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Any

from rich.console import Console
from rich.text import Text

from istanbul_talks.terminal.safe_console import SafeConsole

if TYPE_CHECKING:
    from rich.table import Table

ID_STYLE = "cyan"
"""The style of ids and names, which can be typed in the next command."""

MARK_STYLE = "bold underline"
"""The style of marked text: the quote, or the words found."""

TEXT_COLUMN_WIDTH = 24
"""Width that a column of longer texts needs for a table to be more readable than cards, in characters."""

COLUMN_GAP = 2
"""Width between two columns, in characters."""


def draw_table(names: Sequence[str], rows: Sequence[Sequence[Any]]) -> None:
    """Draw the rows to the width of the terminal."""
    if not rows:
        return
    console = SafeConsole()
    width = console.width
    names, rows = _drop_empty_columns(names, rows)
    longest = _measure_columns(names, rows)
    if width >= longest[0] + sum(min(length, TEXT_COLUMN_WIDTH) + COLUMN_GAP for length in longest[1:]):
        has_gaps = width < sum(longest) + COLUMN_GAP * (len(longest) - 1)
        console.print(_make_table(names, rows, has_gaps))
    else:
        cards = [part for row in rows for part in _format_card(names, row, width, console)]
        console.print(Text.assemble(*cards), soft_wrap=True, end="")


def _drop_empty_columns(
    names: Sequence[str], rows: Sequence[Sequence[Any]]
) -> tuple[list[str], list[list[Any]]]:
    """Leave out the columns that are empty in every row, but for the first."""
    used = [i for i in range(len(names)) if i == 0 or any(row[i] is not None for row in rows)]
    return [names[i] for i in used], [[row[i] for i in used] for row in rows]


def _measure_columns(names: Sequence[str], rows: Sequence[Sequence[Any]]) -> list[int]:
    """Return the length of the longest value of each column, its name included, in characters."""
    return [max(len(name), *(len(str(row[i] or "")) for row in rows)) for i, name in enumerate(names)]


def _make_table(names: Sequence[str], rows: Sequence[Sequence[Any]], has_gaps: bool) -> Table:
    """Return a table without lines, with a bold header and wrapped texts; `has_gaps` parts the rows."""
    from rich.table import Table  # noqa: PLC0415  (not needed for cards)

    table = Table(box=None, pad_edge=False, padding=(0, COLUMN_GAP, int(has_gaps), 0), header_style="bold")
    for i, name in enumerate(names):
        numeric = all(isinstance(row[i], int | float | None) for row in rows)
        table.add_column(
            name,
            justify="right" if numeric else "left",
            overflow="fold",
            no_wrap=numeric or i == 0,
            style=ID_STYLE if i == 0 else "",
        )
    for row in rows:
        table.add_row(*map(_make_text, row))
    return table


def _format_card(
    names: Sequence[str], row: Sequence[Any], width: int, console: Console
) -> Iterator[Text | str | tuple[str, str]]:
    """Yield one row as lines of name and value, without the empty ones, as parts of a text."""
    margin = max(map(len, names)) + COLUMN_GAP
    for i, (name, value) in enumerate(zip(names, row, strict=True)):
        if value is not None:
            text = _wrap_text(_make_text(value), width - margin, " " * margin, console)
            text.stylize(ID_STYLE if i == 0 else "")
            yield f"{name:{margin}}", "dim"
            yield text
            yield "\n"
    yield "\n"


def _wrap_text(text: Text, width: int, indent: str, console: Console) -> Text:
    """Return a text wrapped to a width, each line but the first indented."""
    if "\n" not in text.plain and len(text) <= width and text.cell_len <= width:
        return text
    lines = text.wrap(console, max(width, 1))
    for line in lines:
        line.rstrip()
    return Text(f"\n{indent}").join(lines)


def _make_text(value: Any) -> Text:
    """Return a value as text, without reading markup in it."""
    return value if isinstance(value, Text) else Text("" if value is None else str(value))


def highlight(text: str, mark: str) -> Text:
    """Return a text with the passages between marks styled."""
    parts = text.split(mark)
    return Text.assemble(*((part, MARK_STYLE if i % 2 else "") for i, part in enumerate(parts)))
