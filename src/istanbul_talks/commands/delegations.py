"""Who was in the room, who headed, who was absent, by article.

\b
Examples:
  talks delegations
  talks delegations --in EVENT --columns part,name,words
"""

from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby
from typing import Any

from istanbul_talks.cli.command_factory import make_listing
from istanbul_talks.cli.filters import filter_by_talks

Member = dict[str, Any]


def _draw_delegations(names: Sequence[str], rows: list[Sequence[Any]]) -> None:
    """Draw the sides of each round side by side, the heads first and the absent last."""
    from istanbul_talks.terminal import side_by_side  # noqa: PLC0415  (rich is slow to import)

    members = [dict(zip(names, row, strict=True)) for row in rows]
    sides = sorted({member["side"] for member in members})
    side_by_side.draw_side_by_side(
        sides,
        [side_by_side.HeadedRow("", name, texts) for name, texts in _arrange_by_side(members, sides)],
    )


def _arrange_by_side(members: Sequence[Member], sides: Sequence[str]) -> Iterator[tuple[str, list[str]]]:
    """Yield each part in each round with a text for each side."""
    parts = dict.fromkeys((member["round"], member["part"]) for member in members)
    for talks, part in parts:
        own = [member for member in members if (member["round"], member["part"]) == (talks, part)]
        yield f"{talks}: {part}", [_format_side(m for m in own if m["side"] == side) for side in sides]


def _format_side(members: Iterable[Member]) -> str:
    """Return the members of one side, each once, with what each article says."""
    known = groupby(members, lambda member: (member["name"], member["id"]))
    return "\n\n".join(
        "\n".join([f"{name} [{row_id}]", *map(_format_telling, told)]) for (name, row_id), told in known
    )


def _format_telling(member: Member) -> str:
    """Return what one article says of a member."""
    printed = [f"{name}: {member[name]}" for name in ("posts in that article", "printed as") if member[name]]
    return "; ".join([f"{member['source']}: “{member['words']}”", *printed])


run = make_listing(
    "delegations",
    _draw_delegations,
    in_=filter_by_talks("delegations.event_id IN ({0})", "In"),
)
