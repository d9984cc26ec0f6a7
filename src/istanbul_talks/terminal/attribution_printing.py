"""Printing who said a demand or claim in an article: the chains as a tree, from the author inwards."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import groupby
from typing import TYPE_CHECKING

from istanbul_talks.terminal.marked_text import TextRun, TreeNode

if TYPE_CHECKING:
    from istanbul_talks.database.attribution_tree import Link


def build_trees(links: Iterable[Link]) -> list[TreeNode]:
    """Return the chains of one article as trees: chains share the links that are the same."""
    roots: list[TreeNode] = []
    nodes: dict[tuple[str, ...], TreeNode] = {}
    for _, chain in groupby(links, lambda link: link["id"]):
        path: tuple[str, ...] = ()
        for link in chain:
            siblings = nodes[path].children if path else roots
            path += (_format_speaker(link),)
            if path not in nodes:
                nodes[path] = TreeNode([TextRun(path[-1])], [])
                siblings.append(nodes[path])
            if stand := _format_stand(link):
                _add_stand(nodes[path], stand, is_author=link["depth"] == 0)
    return roots


def _add_stand(node: TreeNode, stand: str, *, is_author: bool) -> None:
    """Add what a speaker does with it: after the speaker, but below the author of the article."""
    if is_author:
        if all(child.runs != [TextRun(stand)] for child in node.children):
            node.children.append(TreeNode([TextRun(stand)], []))
        return
    text = "".join(run.text for run in node.runs)
    if not text.endswith(stand):
        node.runs.append(TextRun(f"{';' if len(node.runs) > 1 else ':'} {stand}"))


def _format_stand(link: Link) -> str:
    """Return what the innermost speaker does with it, unless the cue says it, and on which ground."""
    stand = [
        f"{link['verb']} it" if link["verb"] else "",
        link["ground"] and f"on the ground of {link['ground']}",
    ]
    return " ".join(filter(None, stand))


def format_link(link: Link) -> str:
    """Return a link as text: the speaker, and of the innermost what it does with what is said."""
    return ": ".join(filter(None, [_format_speaker(link), _format_stand(link)]))


def _format_speaker(link: Link) -> str:
    """Return a speaker, as printed, with the cue, how far it is told at a distance, and when it was said."""
    printed = link["printed as"]
    return "".join(
        [
            link["speaker"],
            f" (printed “{printed}”)" if printed and printed != link["speaker"] else "",
            f" “{link['cue']}”" if link["cue"] else "",
            f" {link['remark']}" if link["remark"] else "",
            f", {link['said']}" if link["said"] else "",
        ]
    )
