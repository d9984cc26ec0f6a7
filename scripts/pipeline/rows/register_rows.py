"""Rows of the registers that hold them as they are, from topics to comparisons, and links to topics."""

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
        first, kind, second = (entry.value[key] for key in ("from", "kind", "to"))
        tables.add("relations", entry, id=f"{first}_{kind}_{second}", **_fill_ends(first, second, tables))
    for entry in registers["comparisons"]:
        first, second = sorted(entry.value[key] for key in ("from", "to"))
        tables.add("comparisons", entry, id=f"{first}_{second}", **_fill_ends(first, second, tables))


def _fill_ends(first: str, second: str, tables: RowStore) -> dict[str, str | None]:
    """Return the columns for two ids of demands or claims, each in the column of its table."""
    return {
        f"{end}_{name}_id": value if tables.get(f"{name}s", value) else None
        for end, value in (("from", first), ("to", second))
        for name in ("demand", "claim")
    }
