"""Printing that is no table: titles, definitions, passages. Plain lines here; screen.py draws them."""

import sys
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from itertools import groupby
from typing import NamedTuple

from istanbul_talks.database.article_text import Fragment


class TextRun(NamedTuple):
    """Words of an article, marked where they are what is shown."""

    words: str
    marked: bool


class TreeNode(NamedTuple):
    """Words, and what hangs from them."""

    words: list[TextRun]
    children: list["TreeNode"]


def mark_text(cuts: Iterable[Fragment]) -> list[TextRun]:
    """Return the words of an article, marked where any span covers them."""
    grouped = groupby(cuts, lambda cut: bool(cut.spans))
    return [TextRun("".join(cut.words for cut in group), covered) for covered, group in grouped]


class PlainTextPrinter:
    """Standard output into a pipe or file: one line for each thing, marked words between asterisks."""

    def title(self, title: str, beside: str) -> None:
        """Print what everything below is about."""
        print(f"{title}\t{beside}")

    def heading(self, heading: str) -> None:
        """Print the heading of a part."""
        print(f"\n{heading}")

    def paragraph(self, words: str, indent: int = 0) -> None:
        """Print words, moved in by so many characters."""
        print(" " * indent + words)

    def definitions(self, pairs: Iterable[tuple[str, str]]) -> None:
        """Print names and what stands beside them."""
        for name, value in pairs:
            print(f"{name}\t{value}")

    def passage(self, pieces: Iterable[TextRun], indent: int = 0) -> None:
        """Print words of an article with the marked ones set off."""
        self.paragraph(
            "".join(f"**{piece.words}**" if piece.marked else piece.words for piece in pieces), indent
        )

    def tree(self, nodes: Iterable[TreeNode], indent: int = 0) -> None:
        """Print nodes, each above those that hang from it, which are moved in."""
        for node in nodes:
            self.passage(node.words, indent)
            self.tree(node.children, indent + 2)


@contextmanager
def open_printer() -> Iterator[PlainTextPrinter]:
    """Give what suits standard output, to print one thing on."""
    if not sys.stdout.isatty():
        yield PlainTextPrinter()
        return
    from istanbul_talks.terminal.pager import paging_output  # noqa: PLC0415
    from istanbul_talks.terminal.rich_text import RichTextPrinter  # noqa: PLC0415  (rich is slow to import)

    with paging_output():
        yield RichTextPrinter()
