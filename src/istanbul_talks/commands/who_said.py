"""Through how many mouths a demand or claim reached the page.

\b
Examples:
  talks who-said CLAIM
  talks who-said DEMAND --json
"""

import sqlite3
from collections.abc import Iterable
from itertools import groupby
from typing import Annotated, Any

import typer

from istanbul_talks.cli.command_factory import reads
from istanbul_talks.cli.completion import completing
from istanbul_talks.database.lookup import choose, spellings
from istanbul_talks.database.named_queries import Condition, ask
from istanbul_talks.database.redirects import current
from istanbul_talks.terminal.plain_text import Node, Paper, Piece, paper
from istanbul_talks.terminal.row_output import Csv, Json, print_rows

TABLES = ("demands", "claims")

Content = Annotated[
    str,
    typer.Argument(
        metavar="ID", help="A demand or claim: its id, or how it begins.", autocompletion=completing(*TABLES)
    ),
]

Link = dict[str, Any]


@reads
def run(db: sqlite3.Connection, content: Content, as_json: Json = False, as_csv: Csv = False) -> None:
    chosen = choose(current(db, content), spellings(db, TABLES))
    asked = Condition("statements.demand_id = ? OR statements.claim_id = ?", (chosen, chosen))
    names, rows = ask(db, "voices", [asked])
    if as_json or as_csv:
        print_rows(names, rows, as_json=as_json, as_csv=as_csv)
        return
    with paper() as out:
        _write(chosen, [dict(zip(names, row, strict=True)) for row in rows], out)


def _write(chosen: str, links: list[Link], out: Paper) -> None:
    """Print for each article who says that who says it, as a tree from its author inwards."""
    out.title(links[-1]["content"], chosen)
    for source, in_source in groupby(links, lambda link: link["source"]):
        out.heading(source)
        chains = groupby(in_source, lambda link: link["id"])
        out.tree(_grown(list(chain) for _, chain in chains))


def _grown(chains: Iterable[list[Link]]) -> list[Node]:
    """Return the chains of one article as trees: where they begin alike, they share the beginning."""
    roots: list[Node] = []
    for chain in chains:
        beside = roots
        for link in chain:
            beside = _joined(beside, [Piece(_spoken(link), False)]).children
        last = chain[-1]
        beside.append(Node([Piece(last["words"], True), Piece(f" [{last['quote']}]", False)], []))
    return roots


def _joined(nodes: list[Node], words: list[Piece]) -> Node:
    """Return the last node if it has these words, else a new one after it."""
    if not nodes or nodes[-1].words != words:
        nodes.append(Node(words, []))
    return nodes[-1]


def _spoken(link: Link) -> str:
    """Return a link in words: who, as printed, with which cue, and what the innermost does."""
    printed = link["printed as"]
    return "".join(
        [
            link["speaker"],
            f" ({printed})" if printed and printed != link["speaker"] else "",
            f" “{link['cue']}”" if link["cue"] else "",
            f": {link['stance'].replace('_', ' ')}" if link["stance"] else "",
        ]
    )
