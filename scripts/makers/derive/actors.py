"""Actors: who they are, the forms under which the articles print them, and every place of such a form."""

from collections import Counter
from collections.abc import Iterable, Mapping
from typing import NamedTuple

from makers.contract import Row
from makers.derive.articles import Source
from makers.documents import Entry
from makers.identifiers import PERSON
from makers.seeds import Seeds
from makers.tables import Tables
from makers.text import Span, fold


class Name(NamedTuple):
    """A form of an actor; `source` is the only article in which it means that actor, None if all."""

    id: str
    actor: str
    form: str
    kind: str
    source: str | None
    entry: Entry


def derive_actors(seeds: Seeds, sources: Mapping[str, Source], tables: Tables) -> None:
    """Add actors, people, names and mentions."""
    names = [name for entry in seeds.registers["actors"] for name in _names(entry)]
    occurrences: Counter[str] = Counter()
    for source in sources.values():
        valid = [name for name in names if name.source in (None, source.id)]
        _complain_of_shared_forms(source, valid)
        occurrences.update(_derive_mentions(source, valid))
    for entry in seeds.registers["actors"]:
        tables.add("actors", entry)
        _derive_person(entry, tables)
    for name in names:
        _derive_name(name, occurrences[name.id], tables)
        if occurrences[name.id]:
            seeds.ids.use(name.actor)


def _names(actor: Entry) -> Iterable[Name]:
    for number, entry in enumerate(actor.each("names"), 1):
        written = entry.value if isinstance(entry.value, dict) else {"form": entry.value}
        usual = "preferred" if written["form"] == actor.value["name"] else "variant"
        yield Name(
            id=f"{actor.value['id']}_{number}",
            actor=actor.value["id"],
            form=written["form"],
            kind=written.get("kind", usual),
            source=written.get("source"),
            entry=entry,
        )


def _complain_of_shared_forms(source: Source, names: list[Name]) -> None:
    owners: dict[str, Name] = {}
    for name in names:
        first = owners.setdefault(fold(name.form), name)
        if first is not name:
            name.entry.problem(
                f"in {source.id} the form {name.form!r} already means {first.actor!r}; "
                "limit a form to one article with `source`, or declare it once"
            )


def _derive_mentions(source: Source, names: list[Name]) -> list[str]:
    """Add the mentions in one article, longest form first, never one over another; return the names' ids."""
    excluded = _exclusions(source)
    mentions: list[tuple[Span, Name]] = []
    taken: set[int] = set()
    used: set[tuple[str, Span]] = set()
    for name in sorted(names, key=lambda name: -len(name.form)):
        for span in source.text.find_all(name.form):
            if not taken.isdisjoint(range(*span)):
                continue
            if (name.actor, span) in excluded:
                used.add((name.actor, span))
            else:
                mentions.append((span, name))
                taken.update(range(*span))
    for exclusion in excluded.keys() - used:
        excluded[exclusion].problem("this excludes nothing: the words are no mention of the actor; remove it")
    for span, name in mentions:
        quote_id = source.quote(span)
        source.tables.add("mentions", id=f"{quote_id}_{name.actor}", name_id=name.id, quote_id=quote_id)
    return [name.id for _, name in mentions]


def _exclusions(source: Source) -> dict[tuple[str, Span], Entry]:
    return {
        (entry.value["actor"], span): selector
        for entry in source.section("not_mentions")
        for selector in entry.each("quote")
        for span in source.spans([selector])
    }


def _derive_person(entry: Entry, tables: Tables) -> None:
    own = tables.contract.tables["people"].fields.keys() - tables.contract.tables["actors"].fields.keys()
    person = entry.value["kind"] == PERSON
    for key in sorted(own):
        if person and key not in entry:
            entry.problem(f"the key {key!r} is missing: this actor is a person")
        elif not person and key in entry:
            entry[key].problem(f"only a person has a {key}; this actor is of kind {entry.value['kind']}")
    if person:
        tables.add("people", entry)


def _derive_name(name: Name, occurrences: int, tables: Tables) -> None:
    if not occurrences:
        where = f"in {name.source}" if name.source else "in the articles"
        what = f"the form {name.form!r} is not printed {where} by itself; remove it or correct it"
        name.entry.problem(what, unfinished=True)
        return
    row: Row = {"form": name.form, "kind": name.kind, "source_id": name.source}
    tables.add("names", id=name.id, actor_id=name.actor, occurrences=occurrences, **row)
