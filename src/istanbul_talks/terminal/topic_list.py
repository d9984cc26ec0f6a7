"""Drawing the list of topics in a terminal: each with how much is coded under it, below the one above it."""

from collections.abc import Mapping, Sequence
from typing import Any

from istanbul_talks.terminal.grouped_list import Entry, Group, count_records, draw_groups

COUNTED = ("demand", "claim", "event", "disagreement")


def draw_topics(names: Sequence[str], rows: Sequence[Sequence[Any]]) -> None:
    """Draw the topics, in a group for each that has narrower ones."""
    groups: dict[str, list[Entry]] = {}
    for row in (dict(zip(names, values, strict=True)) for values in rows):
        name = row["topic"] if row["broader"] else "All of it"
        groups.setdefault(row["broader"] or row["topic"], []).append(
            Entry(f"{name}: {_count_coded(row)}", row["id"])
        )
    asked = "talks compare ID: what each article says · --json, --csv: as data"
    footer = f"{count_records(len(rows), 'topic')}. {asked}"
    draw_groups([Group(heading, entries) for heading, entries in groups.items()], footer)


def _count_coded(row: Mapping[str, Any]) -> str:
    """Return how many records of each kind are on a topic or a narrower one."""
    counts = {noun: row[f"{noun}s"] for noun in COUNTED}
    return ", ".join(count_records(number, noun) for noun, number in counts.items() if number) or "nothing"
