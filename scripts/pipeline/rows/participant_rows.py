"""Rows of participants, and which of them sit in a delegation to which they cannot belong."""

from collections.abc import Iterable, Iterator, Mapping

from pipeline.row_store import RowStore
from pipeline.yaml_documents import Entry

DELEGATION, TALKS = "delegation", "talks"
MEMBER_PARTS = ("head_of_delegation", "delegate", "expert")

Participation = tuple[Entry, str]
"""What an article says of an actor in an event, with the event's id."""


def make_participant_id(entry: Entry, event_id: str) -> str:
    """Return the id of the row to which an entry belongs."""
    return f"{event_id}_{entry.value['actor']}_{entry.value['part']}"


def derive_participants(told: Iterable[Participation], tables: RowStore) -> None:
    """Add the actors' parts in events; the same part in several articles is one row."""
    for entry, event_id in told:
        row_id = make_participant_id(entry, event_id)
        known = tables.get("participants", row_id)
        side = entry.value.get("on_behalf_of")
        if known and None in (side, known["on_behalf_of_id"]):
            known["on_behalf_of_id"] = known["on_behalf_of_id"] or side
        else:
            tables.add("participants", entry, id=row_id, event_id=event_id)


def report_misplaced_delegates(
    told: Iterable[Participation], registers: Mapping[str, list[Entry]], tables: RowStore
) -> None:
    """Note members without a delegation, and delegations that take part in several rounds of talks."""
    kinds = {actor.value["id"]: actor.value["kind"] for actor in registers["actors"]}
    rounds = _find_rounds(registers["events"])
    homes: dict[str, Participation] = {}
    for entry, event_id in told:
        row = tables.get("participants", make_participant_id(entry, event_id))
        _report_no_delegation(entry, row and row["on_behalf_of_id"], kinds)
        for named in _find_delegations(entry, kinds) if event_id in rounds else ():
            first, home = homes.setdefault(named.value, (named, rounds[event_id]))
            if home != rounds[event_id]:
                named.problem(
                    f"{named.value!r} takes part in {home!r} ({first.location}), and this event belongs to "
                    f"{rounds[event_id]!r}; a delegation is of one round of talks: name that of this one"
                )


def _report_no_delegation(entry: Entry, side: object, kinds: Mapping[object, str]) -> None:
    """Note a member who acts for no delegation; an unknown one is noted elsewhere."""
    part = entry.value["part"]
    if part in MEMBER_PARTS and kinds.get(side, DELEGATION if side else None) != DELEGATION:
        instead = f", not {side!r} of kind {kinds[side]}" if side else ""
        what = f"a {part} sits in a delegation: name it with `on_behalf_of`{instead}"
        entry.problem(what, dependent=True)


def _find_delegations(entry: Entry, kinds: Mapping[object, str]) -> Iterator[Entry]:
    """Yield the names of delegations that an entry has take part."""
    for key in ("actor", "on_behalf_of"):
        if kinds.get(entry.value.get(key)) == DELEGATION:
            yield entry[key]


def _find_rounds(events: Iterable[Entry]) -> dict[str, str]:
    """Return the round of talks to which each event belongs, by the ids of both; others are left out."""
    by_id = {event.value["id"]: event.value for event in events}
    rounds = {}
    for event_id in by_id:
        top, seen = event_id, set[str]()
        while (parent := by_id[top].get("parent")) in by_id and parent not in seen:
            seen.add(top := parent)
        if by_id[top]["kind"] == TALKS:
            rounds[event_id] = top
    return rounds
