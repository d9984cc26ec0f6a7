"""Drawing in a terminal what is no table: titles, definitions, passages, trees, with rich.

Nothing is ever cut, only wrapped. Rows are drawn by terminal.py.
"""

from collections.abc import Iterable

from rich.console import Console
from rich.padding import Padding
from rich.table import Table
from rich.text import Text
from rich.tree import Tree

from istanbul_talks.terminal.plain_text import PlainTextPrinter, TextRun, TreeNode
from istanbul_talks.terminal.table_drawing import ID_STYLE, MARK_STYLE


def _make_tree(node: TreeNode) -> Tree:
    """Return a node and all below it as a tree."""
    drawn = Tree(_join_runs(node.words), guide_style="dim")
    for child in node.children:
        drawn.children.append(_make_tree(child))
    return drawn


def _join_runs(pieces: Iterable[TextRun]) -> Text:
    """Return pieces as one text, the marked ones set off."""
    return Text.assemble(*((piece.words, MARK_STYLE if piece.marked else "") for piece in pieces))


def _make_two_columns(pairs: Iterable[tuple[str, str]]) -> Table:
    """Return names and what stands beside them, in two columns."""
    grid = Table.grid(padding=(0, 2, 0, 0))
    grid.add_column(style=ID_STYLE, no_wrap=True)
    grid.add_column(overflow="fold")
    for name, value in pairs:
        grid.add_row(Text(name), Text(value))
    return grid


class RichTextPrinter(PlainTextPrinter):
    """Standard output into a terminal: wrapped to its width, marked words bold and underlined."""

    def __init__(self) -> None:
        self._console = Console(highlight=False)

    def title(self, title: str, beside: str) -> None:
        """Print what everything below is about."""
        self._console.print(Text.assemble((title, "bold"), "  ", (beside, ID_STYLE)))

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
                self._console.print(Text(name, style=ID_STYLE))
                self.paragraph(value, indent=2)
        else:
            self._console.print(_make_two_columns(defined))

    def passage(self, pieces: Iterable[TextRun], indent: int = 0) -> None:
        """Print words of an article with the marked ones set off."""
        self._console.print(Padding(_join_runs(pieces), (0, 0, 0, indent), expand=False))

    def tree(self, nodes: Iterable[TreeNode], indent: int = 0) -> None:
        """Print nodes, each with those below it hanging from it by lines."""
        for node in nodes:
            self._console.print(Padding(_make_tree(node), (0, 0, 0, indent), expand=False))
