"""Drawing in a terminal, with rich. Nothing is ever cut, only wrapped.

Rows become a table where it fits, else one card a row.
"""

from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from rich.console import Console
from rich.padding import Padding
from rich.table import Table
from rich.text import Text
from rich.tree import Tree

from istanbul_talks.paper import Node, Paper, Piece

ID = "cyan"
"""The style of what can be typed in the next command."""

MARKED = "bold underline"
"""The style of words that are what is shown."""

ROOM = 18
"""Characters a column of longer texts needs for a table to be more readable than cards."""


def draw(names: Sequence[str], rows: Sequence[Sequence[Any]]) -> None:
    """Draw the rows to the width of the terminal."""
    if not rows:
        return
    console = Console(highlight=False)
    names, rows = without_empty(names, rows)
    if console.width >= width_needed(names, rows):
        console.print(table(names, rows))
    else:
        lines = [line for row in rows for line in card(names, row, console)]
        console.print(Text("\n").join(lines), soft_wrap=True)


def width_needed(names: Sequence[str], rows: Sequence[Sequence[Any]]) -> int:
    """Return how wide a table must be to be read: the first column unbroken, the others with some room."""
    first, *others = (
        max(len(name), *(len(str(row[i] or "")) for row in rows)) for i, name in enumerate(names)
    )
    return first + sum(min(longest, ROOM) + len("  ") for longest in others)


def without_empty(names: Sequence[str], rows: Sequence[Sequence[Any]]) -> tuple[list[str], list[list[Any]]]:
    """Leave out the columns that are empty in every row, but for the first."""
    used = [i for i in range(len(names)) if i == 0 or any(row[i] is not None for row in rows)]
    return [names[i] for i in used], [[row[i] for i in used] for row in rows]


def table(names: Sequence[str], rows: Sequence[Sequence[Any]]) -> Table:
    """Return a table without lines, a head in bold, wide texts wrapped."""
    drawn = Table(box=None, pad_edge=False, padding=(0, 2, 1, 0), header_style="bold")
    for i, name in enumerate(names):
        numeric = all(isinstance(row[i], int | float | None) for row in rows)
        drawn.add_column(
            name,
            justify="right" if numeric else "left",
            overflow="fold",
            no_wrap=numeric or i == 0,
            style=ID if i == 0 else "",
        )
    for row in rows:
        drawn.add_row(*map(cell, row))
    return drawn


def card(names: Sequence[str], row: Sequence[Any], console: Console) -> Iterator[Text]:
    """Yield one row as lines of name and value, without the empty ones."""
    margin = max(map(len, names)) + len("  ")
    for i, (name, value) in enumerate(zip(names, row, strict=True)):
        if value is not None:
            beside = [name]
            for line in cell(value).wrap(console, max(console.width - margin, 1)):
                line.rstrip()
                line.stylize(ID if i == 0 else "")
                yield Text.assemble((f"{beside.pop() if beside else '':{margin}}", "dim"), line)
    yield Text()


def cell(value: Any) -> Text:
    """Return a value as it is drawn, whatever it looks like."""
    return value if isinstance(value, Text) else Text("" if value is None else str(value))


def lit(words: str, mark: str) -> Text:
    """Return words in which those between marks stand out."""
    parts = words.split(mark)
    return Text.assemble(*((part, MARKED if i % 2 else "") for i, part in enumerate(parts)))


def branch(node: Node) -> Tree:
    """Return a node and all below it as a tree."""
    drawn = Tree(assembled(node.words), guide_style="dim")
    for child in node.children:
        drawn.children.append(branch(child))
    return drawn


def assembled(pieces: Iterable[Piece]) -> Text:
    """Return pieces as one text, the marked ones set off."""
    return Text.assemble(*((piece.words, MARKED if piece.marked else "") for piece in pieces))


def columns(pairs: Iterable[tuple[str, str]]) -> Table:
    """Return names and what stands beside them, in two columns."""
    grid = Table.grid(padding=(0, 2, 0, 0))
    grid.add_column(style=ID, no_wrap=True)
    grid.add_column(overflow="fold")
    for name, value in pairs:
        grid.add_row(Text(name), Text(value))
    return grid


class Screen(Paper):
    """Standard output into a terminal: wrapped to its width, marked words bold and underlined."""

    def __init__(self) -> None:
        self._console = Console(highlight=False)

    def title(self, title: str, beside: str) -> None:
        """Print what everything below is about."""
        self._console.print(Text.assemble((title, "bold"), "  ", (beside, ID)))

    def heading(self, heading: str) -> None:
        """Print the heading of a part."""
        self._console.print(Text(f"\n{heading}", style="bold"))

    def paragraph(self, words: str, indent: int = 0) -> None:
        """Print words, wrapped and moved in by so many characters."""
        self._console.print(Padding(Text(words), (0, 0, 0, indent), expand=False))

    def definitions(self, pairs: Iterable[tuple[str, str]]) -> None:
        """Print names and what stands beside them, or below them where names are long."""
        defined = list(pairs)
        if max((len(name) for name, _ in defined), default=0) > self._console.width // 2:
            for name, value in defined:
                self._console.print(Text(name, style=ID))
                self.paragraph(value, indent=2)
        else:
            self._console.print(columns(defined))

    def passage(self, pieces: Iterable[Piece], indent: int = 0) -> None:
        """Print words of an article with the marked ones set off."""
        self._console.print(Padding(assembled(pieces), (0, 0, 0, indent), expand=False))

    def tree(self, nodes: Iterable[Node], indent: int = 0) -> None:
        """Print nodes, each with those below it hanging from it by lines."""
        for node in nodes:
            self._console.print(Padding(branch(node), (0, 0, 0, indent), expand=False))
