"""Who was in the room, in which post and spelling, side by side.

\b
Examples:
  talks delegations
  talks delegations 2022 --columns person,place,posts
"""

import sqlite3
from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby
from typing import Annotated, Any

import typer

from istanbul_talks.cli.command_factory import lists
from istanbul_talks.database.named_queries import Answer, Condition, ask

Member = dict[str, Any]

Which = Annotated[str | None, typer.Argument(metavar="[WHICH]", help="The year, or how the name begins.")]


def _delegations(db: sqlite3.Connection, which: Which = None) -> Answer:
    beginning = Condition("substr(delegation, 1, length(?)) = ?", (which, which)) if which else None
    return ask(db, "delegations", [beginning])


def _beside(names: Sequence[str], rows: list[Sequence[Any]]) -> None:
    """Draw the sides of each delegation side by side."""
    from istanbul_talks.terminal import side_by_side  # noqa: PLC0415  (rich is slow to import)

    members = [dict(zip(names, row, strict=True)) for row in rows]
    sides = sorted({member["side"] or "" for member in members})
    side_by_side.draw(sides, [side_by_side.Block("", name, seats) for name, seats in _seated(members, sides)])


def _seated(members: Iterable[Member], sides: Sequence[str]) -> Iterator[tuple[str, list[str]]]:
    """Yield each delegation with a text for each side."""
    for delegation, group in groupby(members, lambda member: member["delegation"]):
        sitting = list(group)
        yield delegation, [_side_of([m for m in sitting if (m["side"] or "") == side]) for side in sides]


def _side_of(members: Iterable[Member]) -> str:
    """Return the members of one side, each person once, with what each article says."""
    persons = groupby(members, lambda member: member["person"])
    return "\n\n".join("\n".join([person, *map(_seat, group)]) for person, group in persons)


def _seat(member: Member) -> str:
    """Return what one article says of a member."""
    posts = "; ".join(filter(None, [member["place"], member["posts"]]))
    return f"{posts} (as {member['printed as']}) [{member['id']}]"


run = lists(_delegations, _beside)
