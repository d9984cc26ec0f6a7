"""The attribution chains behind a demand or claim, as links and as one tree for each article."""

from __future__ import annotations

import sqlite3
from dataclasses import dataclass, field
from typing import Any, NamedTuple

from istanbul_talks.database.named_queries import Condition, run_query

Link = dict[str, Any]
"""A link of the chain of a statement: a row of the named query `attribution_links`."""


class AttributedStatement(NamedTuple):
    """What the innermost holder of a chain does with it, how certain, on which ground, and the quote.

    `verb` is None where the cue says it.
    """

    stance: str
    verb: str | None
    certainty: str
    ground: str | None
    quote_id: str


@dataclass
class Attribution:
    """A holder with the statements made, and the attributions to holders whom this one reports.

    `printed` is the holder as printed, where that differs from the name; `cue` the words of reporting; `said`
    a date in words; `remark` how far this one is told at a distance.
    """

    source_id: str
    holder_id: str
    holder: str
    printed: str | None
    cue: str | None
    said: str | None
    remark: str | None
    statements: list[AttributedStatement] = field(default_factory=list)
    inner: list[Attribution] = field(default_factory=list)


def load_links(db: sqlite3.Connection, record_id: str) -> list[Link]:
    """Return the links of each statement on a demand or claim, from the article's author inwards.

    Statements are in the order of their quotes in the articles.
    """
    condition = Condition("statements.demand_id = ? OR statements.claim_id = ?", (record_id, record_id))
    names, rows = run_query(db, "attribution_links", [condition])
    return [dict(zip(names, row, strict=True)) for row in rows]


def load_attribution_trees(db: sqlite3.Connection, record_id: str) -> list[Attribution]:
    """Return the author of each article that has statements on a demand or claim, as the root of a tree."""
    links = load_links(db, record_id)
    attributions: dict[str, Attribution] = {}
    roots: list[Attribution] = []
    for link in sorted(links, key=_get_position):
        if link["attribution"] not in attributions:
            made = attributions[link["attribution"]] = _make_attribution(link)
            (attributions[link["parent"]].inner if link["parent"] else roots).append(made)
    for link in links:
        if link["stance"]:
            made = attributions[link["attribution"]]
            made.statements.append(AttributedStatement(*(link[name] for name in STATED)))
    return roots


STATED = ("stance", "verb", "certainty", "ground", "quote")


def _get_position(link: Link) -> tuple[str, int, int, str]:
    """Return by what links are ordered: outer before inner, then as the articles report them."""
    cue_start = -1 if link["cue start"] is None else link["cue start"]
    return link["source"], link["depth"], cue_start, link["attribution"]


def _make_attribution(link: Link) -> Attribution:
    """Return the attribution of a link, without what is within."""
    printed = None if link["printed as"] == link["speaker"] else link["printed as"]
    holder = (link["source"], link["holder"], link["speaker"], printed)
    return Attribution(*holder, link["cue"], link["said"], link["remark"])
