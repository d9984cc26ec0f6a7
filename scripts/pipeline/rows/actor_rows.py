"""Rows of actors and people."""

from collections.abc import Iterable

from pipeline.identifiers import PERSON
from pipeline.row_store import RowStore
from pipeline.yaml_documents import Entry


def derive_actors(entries: Iterable[Entry], tables: RowStore) -> None:
    """Add the actors of the register, and the people among them."""
    for entry in entries:
        tables.add("actors", entry)
        _derive_person(entry, tables)


def _derive_person(entry: Entry, tables: RowStore) -> None:
    own = tables.contract.tables["people"].fields.keys() - tables.contract.tables["actors"].fields.keys()
    person = entry.value["kind"] == PERSON
    for key in sorted(own):
        if person and key not in entry:
            entry.problem(f"the key {key!r} is missing: this actor is a person")
        elif not person and key in entry:
            entry[key].problem(f"only a person has a {key}; this actor is of kind {entry.value['kind']}")
    if person:
        tables.add("people", entry)
