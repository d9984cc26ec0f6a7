"""The printer into a terminal, with rich: wrapped to its width, marked text bold and underlined.

Nothing is ever cut, only wrapped.
"""

from collections.abc import Iterable

from rich.padding import Padding
from rich.table import Table
from rich.text import Text
from rich.tree import Tree

from istanbul_talks.terminal.marked_text import TextRun, TreeNode
from istanbul_talks.terminal.safe_console import SafeConsole
from istanbul_talks.terminal.table_drawing import ID_STYLE, MARK_STYLE

HANGING_INDENT = 4
"""By how much the further lines of an item are indented more than its first, in characters."""


def _make_tree(node: TreeNode) -> Tree:
    """Return a node and all below it as a tree."""
    tree = Tree(_join_runs(node.runs), guide_style="dim")
    for child in node.children:
        tree.children.append(_make_tree(child))
    return tree


def _join_runs(runs: Iterable[TextRun]) -> Text:
    """Return runs as one text, the marked ones styled."""
    return Text.assemble(*((run.text, MARK_STYLE if run.marked else "") for run in runs))


def _make_two_columns(pairs: Iterable[tuple[str, str]]) -> Table:
    """Return names and values in two columns."""
    grid = Table.grid(padding=(0, 2, 0, 0))
    grid.add_column(style=ID_STYLE, no_wrap=True)
    grid.add_column(overflow="fold")
    for name, value in pairs:
        grid.add_row(Text(name), Text(value))
    return grid


class RichTextPrinter:
    """Prints titles, definitions, passages and trees to the width of the terminal."""

    def __init__(self) -> None:
        self._console = SafeConsole()

    def print_title(self, title: str, details: str) -> None:
        """Print what everything below is about."""
        self._console.print(Text.assemble((title, "bold"), "  ", (details, ID_STYLE)))

    def print_heading(self, heading: str) -> None:
        """Print the heading of a part, after an empty line."""
        self._console.print(Text(f"\n{heading}", style="bold"))

    def print_paragraph(self, text: str, indent: int = 0) -> None:
        """Print a text, wrapped and indented by so many characters."""
        self._print_indented(Text(text), indent)

    def print_item(self, text: str, details: str, record_id: str | None, indent: int = 0) -> None:
        """Print a text with muted details and the id to which it leads, its further lines indented more."""
        parts = [(details, "dim"), (record_id or "", ID_STYLE)]
        whole = Text.assemble(text, *((f" {part}", style) for part, style in parts if part))
        width = max(self._console.width - indent - HANGING_INDENT, 1)
        for i, line in enumerate(whole.wrap(self._console, width)):
            line.rstrip()
            self._print_indented(line, indent + (HANGING_INDENT if i else 0))

    def print_definitions(self, pairs: Iterable[tuple[str, str]]) -> None:
        """Print pairs of a name and its value, side by side, or stacked where names are long."""
        defined = list(pairs)
        if max((len(name) for name, _ in defined), default=0) > self._console.width // 2:
            for name, value in defined:
                self._console.print(Text(name, style=ID_STYLE))
                self.print_paragraph(value, indent=2)
        else:
            self._console.print(_make_two_columns(defined))

    def print_passage(self, runs: Iterable[TextRun], indent: int = 0) -> None:
        """Print a text with its marked runs bold and underlined."""
        self._print_indented(_join_runs(runs), indent)

    def print_tree(self, nodes: Iterable[TreeNode], indent: int = 0) -> None:
        """Print nodes, each joined to its children by lines."""
        for node in nodes:
            self._print_indented(_make_tree(node), indent)

    def _print_indented(self, content: Text | Tree, indent: int) -> None:
        """Print something wrapped to the width of the terminal, indented by so many characters."""
        self._console.print(Padding(content, (0, 0, 0, indent), expand=False))
