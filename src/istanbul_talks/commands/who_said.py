"""The attribution chain: who says that who said it.

\b
Examples:
  talks who-said CLAIM
  talks who-said DEMAND --json
"""

import sqlite3
from collections.abc import Iterable
from itertools import groupby
from typing import Annotated

import typer

from istanbul_talks.cli.command_factory import make_command
from istanbul_talks.cli.completion import make_id_completer
from istanbul_talks.database.attribution_tree import Link, load_links
from istanbul_talks.database.lookup import load_spellings, match_spelling
from istanbul_talks.database.records import get_label, list_tables_with
from istanbul_talks.database.redirects import follow_redirect
from istanbul_talks.terminal.marked_text import TextRun, TreeNode
from istanbul_talks.terminal.printer import Printer, open_printer
from istanbul_talks.terminal.row_printing import Csv, Json, print_rows

TABLES = ("demands", "claims")

Content = Annotated[
    str,
    typer.Argument(
        metavar="ID",
        help="A demand or claim: its id, or how it begins.",
        autocompletion=make_id_completer(*TABLES),
    ),
]

COLUMNS = (
    *("id", "source", "depth", "speaker", "printed as", "cue"),
    *("stance", "sentence", "words", "quote", "ground"),
)
"""The columns of the formats for programs."""


@make_command
def run(db: sqlite3.Connection, content: Content, as_json: Json = False, as_csv: Csv = False) -> None:
    chosen = match_spelling(follow_redirect(db, content), load_spellings(db, TABLES))
    links = load_links(db, chosen)
    if as_json or as_csv:
        rows = [[link[name] for name in COLUMNS] for link in links]
        print_rows(COLUMNS, rows, as_json=as_json, as_csv=as_csv)
        return
    with open_printer() as printer:
        printer.print_title(get_label(db, list_tables_with(db, chosen)[0], chosen), chosen)
        _print_chains(links, printer)


def _print_chains(links: list[Link], printer: Printer) -> None:
    """Print the chains of each article as a tree, from its author inwards."""
    for source, in_source in groupby(links, lambda link: link["source"]):
        printer.print_heading(source)
        chains = groupby(in_source, lambda link: link["id"])
        printer.print_tree(_build_trees(list(chain) for _, chain in chains))


def _build_trees(chains: Iterable[list[Link]]) -> list[TreeNode]:
    """Return the chains of one article as trees: consecutive chains share the links that are the same."""
    roots: list[TreeNode] = []
    for chain in chains:
        siblings = roots
        for link in chain:
            siblings = _add_node(siblings, [TextRun(_format_link(link))]).children
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


def _format_link(link: Link) -> str:
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
