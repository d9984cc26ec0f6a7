"""Drawing rows in a terminal, with rich: a table where it fits, else one card a row.

Nothing is ever cut, only wrapped. What is no table is drawn by screen.py.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Any

from rich.console import Console
from rich.text import Text

if TYPE_CHECKING:
    from rich.table import Table

ID_STYLE = "cyan"
"""The style of what can be typed in the next command."""

MARK_STYLE = "bold underline"
"""The style of words that are what is shown."""

TEXT_COLUMN_WIDTH = 24
"""Characters a column of longer texts needs for a table to be more readable than cards."""


COLUMN_GAP = 2
"""Characters between two columns."""


def draw_table(names: Sequence[str], rows: Sequence[Sequence[Any]]) -> None:
    """Draw the rows to the width of the terminal."""
    if not rows:
        return
    console = Console(highlight=False)
    width = console.width
    names, rows = _drop_empty_columns(names, rows)
    longest = _measure_columns(names, rows)
    if width >= longest[0] + sum(min(each, TEXT_COLUMN_WIDTH) + COLUMN_GAP for each in longest[1:]):
        airy = width < sum(longest) + COLUMN_GAP * (len(longest) - 1)
        console.print(_make_table(names, rows, airy))
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
    """Return how many characters the longest value of each column has, its name included."""
    return [max(len(name), *(len(str(row[i] or "")) for row in rows)) for i, name in enumerate(names)]


def _make_table(names: Sequence[str], rows: Sequence[Sequence[Any]], airy: bool) -> Table:
    """Return a table without lines, a head in bold, wide texts wrapped; airy ones part their rows."""
    from rich.table import Table  # noqa: PLC0415  (not needed for cards)

    drawn = Table(box=None, pad_edge=False, padding=(0, COLUMN_GAP, int(airy), 0), header_style="bold")
    for i, name in enumerate(names):
        numeric = all(isinstance(row[i], int | float | None) for row in rows)
        drawn.add_column(
            name,
            justify="right" if numeric else "left",
            overflow="fold",
            no_wrap=numeric or i == 0,
            style=ID_STYLE if i == 0 else "",
        )
    for row in rows:
        drawn.add_row(*map(_make_text, row))
    return drawn


def _format_card(
    names: Sequence[str], row: Sequence[Any], width: int, console: Console
) -> Iterator[Text | str | tuple[str, str]]:
    """Yield one row as lines of name and value, without the empty ones, in parts that a text is made of."""
    margin = max(map(len, names)) + COLUMN_GAP
    for i, (name, value) in enumerate(zip(names, row, strict=True)):
        if value is not None:
            words = _wrap_text(_make_text(value), width - margin, " " * margin, console)
            words.stylize(ID_STYLE if i == 0 else "")
            yield f"{name:{margin}}", "dim"
            yield words
            yield "\n"
    yield "\n"


def _wrap_text(words: Text, room: int, indent: str, console: Console) -> Text:
    """Return words in lines that fit into the room, each but the first indented; most fit as they are."""
    if "\n" not in words.plain and len(words) <= room and words.cell_len <= room:
        return words
    lines = words.wrap(console, max(room, 1))
    for line in lines:
        line.rstrip()
    return Text(f"\n{indent}").join(lines)


def _make_text(value: Any) -> Text:
    """Return a value as it is drawn, whatever it looks like."""
    return value if isinstance(value, Text) else Text("" if value is None else str(value))


def highlight(words: str, mark: str) -> Text:
    """Return words in which those between marks stand out."""
    parts = words.split(mark)
    return Text.assemble(*((part, MARK_STYLE if i % 2 else "") for i, part in enumerate(parts)))
