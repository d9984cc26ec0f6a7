"""Printing that is no table: titles, definitions, passages. Plain lines here; terminal.py draws them."""

import sys
from collections.abc import Iterable
from itertools import groupby
from typing import NamedTuple

from istanbul_talks.article import Cut


class Piece(NamedTuple):
    """Words of an article, marked where they are what is shown."""

    words: str
    marked: bool


def pieces(cuts: Iterable[Cut]) -> list[Piece]:
    """Return the words of an article, marked where any span covers them."""
    grouped = groupby(cuts, lambda cut: bool(cut.spans))
    return [Piece("".join(cut.words for cut in group), covered) for covered, group in grouped]


class Paper:
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

    def passage(self, pieces: Iterable[Piece], indent: int = 0) -> None:
        """Print words of an article with the marked ones set off."""
        self.paragraph(
            "".join(f"**{piece.words}**" if piece.marked else piece.words for piece in pieces), indent
        )


def paper() -> Paper:
    """Return what suits standard output."""
    if not sys.stdout.isatty():
        return Paper()
    from istanbul_talks.terminal import Screen  # noqa: PLC0415  (rich is slow to import)

    return Screen()
