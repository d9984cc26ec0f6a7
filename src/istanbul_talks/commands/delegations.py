"""Who was in the room, who headed, who was absent, by article.

\b
Examples:
  talks delegations
  talks delegations --in EVENT --columns part,name,words
"""

import sqlite3
from collections.abc import Mapping, Sequence
from typing import Any

from istanbul_talks.cli.command_factory import make_listing
from istanbul_talks.cli.filters import filter_by_talks
from istanbul_talks.cli.listings import Listing
from istanbul_talks.database import compact_rows

Member = dict[str, Any]


def _draw_delegations(
    db: sqlite3.Connection, options: Mapping[str, Any], names: Sequence[str], rows: list[Sequence[Any]]
) -> None:
    """Draw the members of each side in each round of talks, the heads first and the absent last."""
    from istanbul_talks.terminal.grouped_list import Group, draw_groups, make_footer  # noqa: PLC0415

    members = [dict(zip(names, row, strict=True)) for row in rows]
    articles = {key: voice.short for key, voice in compact_rows.load_article_voices(db).items()}
    groups: dict[str, dict[str, list[Member]]] = {}
    for member in members:
        heading = "" if options["sort"] else f"{member['round']} · {member['side']}"
        groups.setdefault(heading, {}).setdefault(member["id"], []).append(member)
    drawn = [
        Group(heading, [_make_entry(told, articles, options["with_words"]) for told in own.values()])
        for heading, own in groups.items()
    ]
    draw_groups(drawn, make_footer(len({member["id"] for member in members}), "participant", options))


def _make_entry(told: Sequence[Member], articles: Mapping[str, str], in_full: bool) -> Any:
    """Return a member as it is listed: its part and posts, in full what each article says of it."""
    from istanbul_talks.terminal.grouped_list import Entry  # noqa: PLC0415

    posts = dict.fromkeys(member["posts in that article"] for member in told)
    first = told[0]
    text = ": ".join(filter(None, [f"{first['name']}, {first['part']}", "; ".join(filter(None, posts))]))
    return Entry(text, first["id"], [(_format_telling(member, articles), "") for member in told if in_full])


def _format_telling(member: Member, articles: Mapping[str, str]) -> str:
    """Return what one article says of a member."""
    printed = [f"{name}: {member[name]}" for name in ("posts in that article", "printed as") if member[name]]
    return "; ".join([f"{articles[member['source']]}: “{member['words']}”", *printed])


LISTING = Listing(
    "delegations",
    in_=filter_by_talks("delegations.event_id IN ({0})", "In"),
)

run = make_listing(LISTING, _draw_delegations)
