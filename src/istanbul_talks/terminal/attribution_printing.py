"""Printing who said a demand or claim: the chains of each article as a tree, from its author inwards."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import groupby
from typing import TYPE_CHECKING

from istanbul_talks.terminal.marked_text import TextRun, TreeNode

if TYPE_CHECKING:
    from istanbul_talks.database.attribution_tree import Link
    from istanbul_talks.terminal.printer import Printer


def print_chains(links: Sequence[Link], printer: Printer) -> None:
    """Print the chains of each article as a tree, under the article."""
    for source, in_source in groupby(links, lambda link: link["source"]):
        printer.print_heading(f"who said it in {source}")
        chains = groupby(in_source, lambda link: link["id"])
        printer.print_tree(_build_trees(list(chain) for _, chain in chains))


def _build_trees(chains: Iterable[list[Link]]) -> list[TreeNode]:
    """Return the chains of one article as trees: consecutive chains share the links that are the same."""
    roots: list[TreeNode] = []
    for chain in chains:
        siblings = roots
        for link in chain:
            siblings = _add_node(siblings, [TextRun(format_link(link))]).children
        last = chain[-1]
        runs = [TextRun(last["words"], True), TextRun(f" [{last['quote']}]")]
        ground = [TextRun(f" on the ground of {last['ground']}")] if last["ground"] else []
        siblings.append(TreeNode(runs + ground, []))
    return roots


def _add_node(nodes: list[TreeNode], runs: list[TextRun]) -> TreeNode:
    """Return the last node if it has these runs, else a new one after it."""
    if not nodes or nodes[-1].runs != runs:
        nodes.append(TreeNode(runs, []))
    return nodes[-1]


def format_link(link: Link) -> str:
    """Return a link as text: the speaker, as printed, the cue, and the stance of the innermost."""
    printed = link["printed as"]
    return "".join(
        [
            link["speaker"],
            f" ({printed})" if printed and printed != link["speaker"] else "",
            f" “{link['cue']}”" if link["cue"] else "",
            f": {link['stance'].replace('_', ' ')}" if link["stance"] else "",
        ]
    )
