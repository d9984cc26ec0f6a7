"""Mutations of values: ids, people, names, dates, numbers, topics, links between records."""

import re
from collections.abc import Iterator
from datetime import date, timedelta

from evaluation.mutation_kinds.sampler import REMOVED, Edit, Kind, Mutation, Sampler, put_value, replace_entry
from pipeline.yaml_documents import Entry

REFERENCES = {
    "roles": ("person", "organization", "on_behalf_of"),
    "events": ("event",),
    "attributions": ("holder", "parent", "addressee"),
    "statements": ("claim", "demand", "by"),
}
DAY = re.compile(r"\d{4}-\d\d-\d\d")
FIRST_DATE = re.compile(r"\d{4}(?:-\d\d(?:-\d\d)?)?")


def mistype_id(sampler: Sampler) -> Mutation | None:
    """Two letters of an id exchanged"""
    section = sampler.pick(REFERENCES)
    _, entry = sampler.pick_entry(section)
    keys = [key for key in REFERENCES[section] if key in entry]
    if not keys:
        return None
    key = sampler.pick(keys)
    return put_value(entry, key, _exchange_letters(sampler, entry.value[key]))


def swap_person(sampler: Sampler) -> Mutation | None:
    """The person of a role swapped for another"""
    _, role = sampler.pick_entry("roles")
    people = [actor.value["id"] for actor in sampler.get_entries("actors") if actor.value["kind"] == "person"]
    return put_value(role, "person", sampler.pick_other(people, than=role.value["person"]))


def swap_participant(sampler: Sampler) -> Mutation | None:
    """A participant of an event swapped for another actor"""
    _, event = sampler.pick_entry_with("events", "participants")
    participant = sampler.pick(event.items_under("participants"))
    return put_value(
        participant, "actor", sampler.pick_other(sampler.get_ids("actors"), than=participant.value["actor"])
    )


def misspell_name(sampler: Sampler) -> Mutation | None:
    """A letter of a printed name left out"""
    name = sampler.pick(
        name for actor in sampler.get_entries("actors") for name in actor.items_under("names")
    )
    form = name.get("form") or name
    place = sampler.pick(range(1, len(form.value)))
    return replace_entry(form, (form.value[:place] + form.value[place + 1 :]).strip())


def give_name_to_another(sampler: Sampler) -> Mutation | None:
    """A printed name listed under another actor"""
    actor = sampler.pick(sampler.get_entries("actors"))
    other = sampler.pick_other(sampler.get_entries("actors"), than=actor)
    if not actor.items_under("names"):
        return None
    kept, moved = actor.value["names"][:-1], actor.value["names"][-1]
    file = actor.document.path
    edits = [
        Edit(file, (*actor.keys, "names"), kept),
        Edit(file, (*other.keys, "names"), [*other.value.get("names", []), moved]),
    ]
    form = moved["form"] if isinstance(moved, dict) else moved
    return Mutation(f"{form} of {actor.value['id']} → {other.value['id']}", edits)


def miss_weekday(sampler: Sampler) -> Mutation | None:
    """A day shifted by one against its printed weekday"""
    days = [
        dating
        for dating in _find_dates(sampler)
        if _names_weekday(sampler, dating) and DAY.fullmatch(dating.value["edtf"])
    ]
    return _shift_date(sampler.pick(days))


def shift_date(sampler: Sampler) -> Mutation | None:
    """A date without a weekday shifted by a day, a month or a year"""
    others = (dating for dating in _find_dates(sampler) if not _names_weekday(sampler, dating))
    return _shift_date(sampler.pick(others))


def remove_date_anchor(sampler: Sampler) -> Mutation | None:
    """What a date is counted from removed"""
    return put_value(
        sampler.pick(date for date in _find_dates(sampler) if "anchor" in date), "anchor", REMOVED
    )


def change_quantity(sampler: Sampler) -> Mutation | None:
    """The value of a quantity changed"""
    quantity = sampler.pick(_find_quantities(sampler))
    return put_value(quantity, "value", quantity.value["value"] + sampler.pick((1, 10, -1)))


def swap_comparator(sampler: Sampler) -> Mutation | None:
    """The comparator of a quantity swapped for another"""
    quantity = sampler.pick(_find_quantities(sampler))
    known = sampler.contract.tables["quantities"].fields["comparator"].enum
    return put_value(quantity, "comparator", sampler.pick_other(known, than=quantity.value["comparator"]))


def drop_topic(sampler: Sampler) -> Mutation | None:
    """A topic of a demand, claim, event or disagreement dropped"""
    register = sampler.pick(("demands", "claims", "events", "discrepancies"))
    entry = sampler.pick(entry for entry in sampler.get_entries(register) if entry.items_under("topics"))
    dropped = sampler.pick(entry.value["topics"])
    return put_value(entry, "topics", [topic for topic in entry.value["topics"] if topic != dropped])


def exchange_sides(sampler: Sampler) -> Mutation | None:
    """Demander and addressee of a demand exchanged"""
    demand = sampler.pick(entry for entry in sampler.get_entries("demands") if "addressee" in entry)
    demander, addressee = demand.value["demander"], demand.value["addressee"]
    first, second = put_value(demand, "demander", addressee), put_value(demand, "addressee", demander)
    return Mutation(first.what, first.edits + second.edits)


def swap_occasion(sampler: Sampler) -> Mutation | None:
    """The occasion of a link swapped for another event of the article that can be one"""
    article, link = sampler.pick_entry_with("attributions", "event")
    kinds = sampler.contract.tables["attributions"].fields["event_id"].of_kind
    fitting = {event.value["id"] for event in sampler.get_entries("events") if event.value["kind"] in kinds}
    told = {event.value["event"] for event in article.sections["events"]}
    others = sorted((told & fitting) - {link.value["event"]})
    return put_value(link, "event", sampler.pick(others)) if others else None


def swap_first_putting(sampler: Sampler) -> Mutation | None:
    """The event in which a demand was first put swapped for another"""
    demand = sampler.pick(entry for entry in sampler.get_entries("demands") if "event" in entry)
    return put_value(
        demand, "event", sampler.pick_other(sampler.get_ids("events"), than=demand.value["event"])
    )


def move_side_to_another_article(sampler: Sampler) -> Mutation | None:
    """A side of a discrepancy placed in another article"""
    side = sampler.pick(
        side for entry in sampler.get_entries("discrepancies") for side in entry.items_under("sides")
    )
    articles = [article.id for article in sampler.articles]
    return put_value(side, "source", sampler.pick_other(articles, than=side.value["source"]))


def turn_relation(sampler: Sampler) -> Mutation | None:
    """A relation turned round"""
    relation = sampler.pick(sampler.get_entries("relations"))
    first = put_value(relation, "from", relation.value["to"])
    return Mutation(first.what, first.edits + put_value(relation, "to", relation.value["from"]).edits)


KINDS: tuple[Kind, ...] = (
    mistype_id,
    swap_person,
    swap_participant,
    misspell_name,
    give_name_to_another,
    miss_weekday,
    shift_date,
    remove_date_anchor,
    change_quantity,
    swap_comparator,
    drop_topic,
    exchange_sides,
    swap_occasion,
    swap_first_putting,
    move_side_to_another_article,
    turn_relation,
)


def _exchange_letters(sampler: Sampler, name: str) -> str:
    place = sampler.pick(number for number in range(len(name) - 1) if name[number] != name[number + 1])
    return name[:place] + name[place + 1] + name[place] + name[place + 2 :]


def _find_dates(sampler: Sampler) -> Iterator[Entry]:
    """Yield every dating of an event or a role."""
    for article in sampler.articles:
        for section, key in (("events", "date"), ("roles", "date")):
            for entry in article.sections[section]:
                yield from entry.items_under(key)


def _names_weekday(sampler: Sampler, dating: Entry) -> bool:
    calendars = [rules.file.value["calendar"] for rules in sampler.seeds.languages.values()]
    forms = [form for calendar in calendars for day in calendar["weekdays"].values() for form in day]
    return any(form in str(dating.value["text"]) for form in forms)


def _shift_date(dating: Entry) -> Mutation | None:
    """Shift the first day, month or year of a dating."""
    found = FIRST_DATE.search(dating.value["edtf"])
    if not found:
        return None
    return put_value(dating, "edtf", dating.value["edtf"].replace(found[0], _get_next(found[0]), 1))


def _get_next(day: str) -> str:
    """Return the day, month or year after one."""
    parts = [int(part) for part in day.split("-")]
    if len(parts) == 1:
        return str(parts[0] + 1)
    if len(parts) == 3:  # noqa: PLR2004  (year, month, day)
        return (date(*parts) + timedelta(days=1)).isoformat()
    return f"{parts[0]}-{parts[1] % 12 + 1:02}"


def _find_quantities(sampler: Sampler) -> Iterator[Entry]:
    for article in sampler.articles:
        for section in ("statements", "events"):
            for entry in article.sections[section]:
                yield from entry.items_under("quantities")
