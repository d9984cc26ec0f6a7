"""What the printers print: text with marked passages, and trees of such texts."""

from collections.abc import Iterable
from itertools import groupby
from typing import NamedTuple

from istanbul_talks.database.article_text import Fragment


class TextRun(NamedTuple):
    """Consecutive characters, all of them marked or none."""

    text: str
    marked: bool = False


class TreeNode(NamedTuple):
    """A text and the nodes below it."""

    runs: list[TextRun]
    children: list["TreeNode"]


def mark_text(fragments: Iterable[Fragment]) -> list[TextRun]:
    """Return the text of an article, marked where any span covers it."""
    grouped = groupby(fragments, lambda fragment: bool(fragment.spans))
    return [TextRun("".join(fragment.text for fragment in group), covered) for covered, group in grouped]
