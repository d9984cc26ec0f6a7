"""What one side wants of another, in whose words.

\b
Examples:
  talks demands --by ACTOR --quantity
  talks demands --stance rejects --json
"""

import sqlite3
from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from itertools import groupby
from typing import Any

from istanbul_talks.cli.command_factory import make_listing
from istanbul_talks.cli.filters import (
    LeftOut,
    filter_by_actor,
    filter_by_record,
    filter_by_speaker,
    filter_by_talks,
    filter_by_time_said,
    filter_by_topic,
    filter_by_value,
    filter_by_words,
    filter_with_quantity,
)
from istanbul_talks.cli.listings import Listing
from istanbul_talks.database import compact_rows
from istanbul_talks.database.named_queries import Condition

IN_TALKS = """demands.event_id IN ({0}) OR demands.id IN (
  SELECT demand_id FROM occasions WHERE event_id IN ({0})
)"""
MAKERS = "SELECT actor_id FROM demand_makers WHERE demand_id = demands.id"
IS_MADE = "demands.id IN (SELECT demand_id FROM demand_makers WHERE {})"
TO_NOBODY = LeftOut(
    Condition("demands.addressee_id IS NULL"), "because they name nobody of whom they are wanted"
)

Demand = dict[str, Any]

ARROW = " (→ who would have to do it, asked by name or not)"
NOBODY, NO_TALKS, OTHERS = "nobody named", "not tied to talks", "Others"


def _draw_demands(
    db: sqlite3.Connection, options: Mapping[str, Any], names: Sequence[str], rows: list[Sequence[Any]]
) -> None:
    """Draw the demands by who wants them of whom and the round in which they were first put."""
    from istanbul_talks.terminal.grouped_list import Group, draw_groups, make_footer  # noqa: PLC0415

    listed = {row[0]: dict(zip(names, row, strict=True)) for row in rows}
    demands = compact_rows.load_compact_rows(db, "demands", listed)
    shorten = compact_rows.make_shortener(db)
    for demand in demands:
        demand["details"] = _list_details(listed[demand["id"]]) if options["with_words"] else []
    grouped = [("", demands)] if options["sort"] else _group_demands(demands)
    groups = [
        Group(heading, [_make_entry(demand, heading, shorten) for demand in group])
        for heading, group in grouped
    ]
    draw_groups(groups, make_footer(len(rows), "demand", options, ARROW))


def _group_demands(demands: Iterable[Demand]) -> list[tuple[str, list[Demand]]]:
    """Return the demands under their headings, the sides with most first; single ones are put together."""
    numbers = Counter(map(_name_sides, demands))
    order = sorted(demands, key=lambda d: (-numbers[_name_sides(d)], _name_sides(d), d["begins"], d["id"]))
    groups = [(heading, list(group)) for heading, group in groupby(order, _make_heading)]
    single = [demand for _, group in groups if len(group) == 1 for demand in group]
    if len(single) == 1:
        return groups
    others = [(OTHERS if len(single) < len(order) else "", single)] if single else []
    return [(heading, group) for heading, group in groups if len(group) > 1] + others


def _name_sides(demand: Demand) -> str:
    """Return which side wants something of which."""
    return f"{demand['side']} → {demand['addressed_side'] or NOBODY}"


def _make_heading(demand: Demand) -> str:
    """Return the heading under which a demand stands."""
    heading = f"{_name_sides(demand)} · {demand['round'] or NO_TALKS}"
    return heading[:1].upper() + heading[1:]


def _make_entry(demand: Demand, heading: str, shorten: Callable[[str], str]) -> Any:
    """Return a demand as it is listed: what its heading does not say of its voices, and what is wanted."""
    from istanbul_talks.terminal.grouped_list import Entry  # noqa: PLC0415

    own = heading == _make_heading(demand)
    maker = "" if own and demand["demanders"] == demand["side"] else demand["demanders"]
    addressee = "" if own and demand["addressee"] == demand["addressed_side"] else demand["addressee"]
    sides = " → ".join(filter(None, [maker or (addressee and demand["side"]), addressee]))
    account = f"per {demand['account']}" if demand["account"] else ""
    round_named = f" ({demand['round'] or NO_TALKS})" if heading == OTHERS else ""
    voices = shorten(", ".join(filter(None, [account, sides]))) + round_named
    text = ": ".join(filter(None, [voices, demand["content"]]))
    return Entry(
        text[:1].upper() + text[1:] if sides and not account else text, demand["id"], demand["details"]
    )


def _list_details(row: Demand) -> list[tuple[str, str]]:
    """Return what else is told of a demand: its kind, date and events, then each statement's words."""
    told = "; ".join(filter(None, [row["kind"], row["in"], row["when"], row["event"], row.get("as one of")]))
    return [(told[:1].upper() + told[1:], ""), *compact_rows.list_words(row["words"])]


LISTING = Listing(
    "demands",
    by=filter_by_actor("demand_makers.actor_id", "Wanted by", MAKERS, IS_MADE),
    of=filter_by_actor("demands.addressee_id", "Wanted of", "demands.addressee_id", left_out=TO_NOBODY),
    said_by=filter_by_speaker("demand", "Put forward or answered, in the article's words, by"),
    period=filter_by_time_said("demand", "demands.event_id"),
    topic=filter_by_topic("demands"),
    in_=filter_by_talks(IN_TALKS, "First put, repeated or answered in"),
    kind=filter_by_value("demands.kind", "Of this kind"),
    stance=filter_by_value("statements.stance", "Where the speaker takes this stance"),
    mode=filter_by_value("statements.mode", "In this kind of speech"),
    source=filter_by_record("statements.source_id", "sources", "In the words of this article."),
    quantity=filter_with_quantity("demand"),
    about=filter_by_words("demands"),
)

run = make_listing(LISTING, _draw_demands)
