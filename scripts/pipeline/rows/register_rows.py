"""Rows of topics, demands, claims and relations, which registers hold as they are, and links to topics."""

from collections.abc import Mapping

from pipeline.row_store import RowStore
from pipeline.yaml_documents import Entry

SINGULARS = {"events": "event", "demands": "demand", "claims": "claim", "discrepancies": "discrepancy"}
"""What an entry of each register whose entries have topics is called in columns."""


def derive_registers(registers: Mapping[str, list[Entry]], tables: RowStore) -> None:
    """Add the rows of these registers."""
    for name in ("topics", "demands", "claims"):
        for entry in registers[name]:
            tables.add(name, entry)
    for register, name in SINGULARS.items():
        for entry in registers[register]:
            for topic in entry.items_under("topics"):
                row = {f"{name}_id": entry.value["id"], "topic_id": topic.value}
                tables.add(f"{name}_topics", **row)
    for entry in registers["relations"]:
        _derive_relation(entry, tables)


def _derive_relation(entry: Entry, tables: RowStore) -> None:
    first, kind, second = (entry.value[key] for key in ("from", "kind", "to"))
    ends = {
        f"{end}_{name}_id": entry.value[end] if tables.get(f"{name}s", entry.value[end]) else None
        for end in ("from", "to")
        for name in ("demand", "claim")
    }
    tables.add("relations", entry, id=f"{first}_{kind}_{second}", **ends)
