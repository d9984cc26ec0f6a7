"""Rows of history: retired ids with what each became, and the changes of each version.

A retired id is never used again; what it redirects to is a record of today.
"""

from pipeline.row_store import RowStore
from pipeline.seeds import REGISTERS_WITH_IDS, Seeds
from pipeline.yaml_documents import Entry

ENDINGS = ("merged", "withdrawn")


def derive_history(seeds: Seeds, tables: RowStore) -> None:
    """Add the redirects and the changes."""
    gone: dict[str, Entry] = {}
    for entry in seeds.registers["redirects"]:
        first = gone.setdefault(entry.value["id"], entry)
        if first is not entry:
            entry.problem(
                f"what became of {entry.value['id']!r} is told at {first.location} already; keep one"
            )
    for entry in gone.values():
        _check_redirect(entry, gone, seeds)
        tables.add("redirects", entry, to_id=entry.value.get("to"))
    for version, changes in seeds.changes.items():
        for number, entry in enumerate(changes, 1):
            _check_ending(entry, gone)
            tables.add("changes", entry, id=f"{version}_{number}", version=version)


def _check_redirect(entry: Entry, gone: dict[str, Entry], seeds: Seeds) -> None:
    name = entry.value["id"]
    if place := seeds.ids.location_of(name):
        entry["id"].problem(
            f"{name!r} is in use at {place}; an id that is gone is never used again: choose another there, "
            "or remove this entry"
        )
    successor = entry.get("to")
    if successor is None:
        return
    if successor.value in gone:
        place = gone[successor.value].location
        successor.problem(f"{successor.value!r} is gone too, see {place}; write what it is now")
    else:
        seeds.ids.resolve(successor, (*REGISTERS_WITH_IDS, "sources"))


def _check_ending(entry: Entry, gone: dict[str, Entry]) -> None:
    """Note a problem if a record that a version ended is not among those that are gone."""
    name = entry.value.get("row_id")
    if entry.value["change"] not in ENDINGS or name is None:
        return
    if name not in gone:
        what = f"{name!r} is gone; write what became of it into the register of redirects"
        entry.problem(what, dependent=True)
