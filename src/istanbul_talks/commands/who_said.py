"""Through how many mouths a demand or claim reached the page.

\b
Examples:
  talks who-said CLAIM
  talks who-said DEMAND --json
"""

import sqlite3
from itertools import groupby
from typing import Annotated, Any

import typer

from istanbul_talks.lookup import choose, spellings
from istanbul_talks.output import Csv, Json, print_rows
from istanbul_talks.paper import Paper, Piece, paper
from istanbul_talks.questions import Condition, ask
from istanbul_talks.running import reads

Content = Annotated[str, typer.Argument(metavar="ID", help="A demand or claim: its id, or how it begins.")]

INDENT = 2


@reads
def run(db: sqlite3.Connection, content: Content, as_json: Json = False, as_csv: Csv = False) -> None:
    chosen = choose(content, spellings(db, ["demands", "claims"]))
    asked = Condition("statements.demand_id = ? OR statements.claim_id = ?", (chosen, chosen))
    names, rows = ask(db, "voices", [asked])
    if as_json or as_csv:
        print_rows(names, rows, as_json=as_json, as_csv=as_csv)
    else:
        write(chosen, [dict(zip(names, row, strict=True)) for row in rows], paper())


def write(chosen: str, links: list[dict[str, Any]], out: Paper) -> None:
    """Print the links of each statement as steps inwards, and its words below the last."""
    out.title(links[-1]["content"], chosen)
    for source, in_source in groupby(links, lambda link: link["source"]):
        out.heading(source)
        for link in in_source:
            out.paragraph(spoken(link), INDENT * link["depth"])
            if link["words"] is not None:
                words = [Piece(link["words"], True), Piece(f" [{link['quote']}]", False)]
                out.passage(words, INDENT * (link["depth"] + 1))


def spoken(link: dict[str, Any]) -> str:
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
