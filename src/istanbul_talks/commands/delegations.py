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

from istanbul_talks.cli.command_factory import make_row_command
from istanbul_talks.database.named_queries import Condition, QueryResult, run_query

Member = dict[str, Any]

WhichArgument = Annotated[
    str | None, typer.Argument(metavar="[WHICH]", help="The year, or how the name begins.")
]


def _list_delegates(db: sqlite3.Connection, which: WhichArgument = None) -> QueryResult:
    condition = Condition("substr(delegation, 1, length(?)) = ?", (which, which)) if which else None
    return run_query(db, "delegations", [condition])


def _draw_delegations(names: Sequence[str], rows: list[Sequence[Any]]) -> None:
    """Draw the sides of each delegation side by side."""
    from istanbul_talks.terminal import side_by_side  # noqa: PLC0415  (rich is slow to import)

    members = [dict(zip(names, row, strict=True)) for row in rows]
    sides = sorted({member["side"] or "" for member in members})
    side_by_side.draw_side_by_side(
        sides,
        [side_by_side.HeadedRow("", name, texts) for name, texts in _arrange_by_side(members, sides)],
    )


def _arrange_by_side(members: Iterable[Member], sides: Sequence[str]) -> Iterator[tuple[str, list[str]]]:
    """Yield each delegation with a text for each side."""
    for delegation, group in groupby(members, lambda member: member["delegation"]):
        of_delegation = list(group)
        yield (
            delegation,
            [_format_side([m for m in of_delegation if (m["side"] or "") == side]) for side in sides],
        )


def _format_side(members: Iterable[Member]) -> str:
    """Return the members of one side, each person once, with what each article says."""
    persons = groupby(members, lambda member: member["person"])
    return "\n\n".join("\n".join([person, *map(_format_delegate, group)]) for person, group in persons)


def _format_delegate(member: Member) -> str:
    """Return what one article says of a member."""
    posts = "; ".join(filter(None, [member["place"], member["posts"]]))
    return f"{posts} (as {member['printed as']}) [{member['id']}]"


run = make_row_command(_list_delegates, _draw_delegations)
