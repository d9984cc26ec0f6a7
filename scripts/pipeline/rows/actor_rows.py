"""Actors: who they are, and the forms under which the articles print them."""

from collections.abc import Iterable, Mapping

from pipeline.contract import Row
from pipeline.identifiers import PERSON
from pipeline.row_store import RowStore
from pipeline.rows.name_rows import ActorName
from pipeline.yaml_documents import Entry


def derive_actors(entries: Iterable[Entry], tables: RowStore) -> None:
    """Add actors and people."""
    for entry in entries:
        tables.add("actors", entry)
        _derive_person(entry, tables)


def derive_names(names: Iterable[ActorName], occurrences: Mapping[str, int], tables: RowStore) -> None:
    """Add the names that are printed, with how often; `occurrences` are by the name's id."""
    for name in names:
        _derive_name(name, occurrences.get(name.id, 0), tables)


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


def _derive_name(name: ActorName, occurrences: int, tables: RowStore) -> None:
    if not occurrences:
        where = f"in {name.source}" if name.source else "in the articles"
        what = f"the form {name.form!r} is not printed {where} by itself; remove it or correct it"
        name.entry.problem(what, unfinished=True)
        return
    row: Row = {"form": name.form, "kind": name.kind, "source_id": name.source}
    tables.add("names", id=name.id, actor_id=name.actor, occurrences=occurrences, **row)
