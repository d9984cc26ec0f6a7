"""Corruptions of values: ids, people, names, dates, numbers, topics, links between records."""

import re
from collections.abc import Iterator
from datetime import date, timedelta

from evaluation.mutation_kinds.sampler import REMOVED, Corruption, Edit, Hand, Kind, put, replace
from pipeline.date_bounds import WEEKDAYS
from pipeline.yaml_documents import Entry

REFERENCES = {
    "roles": ("person", "organization", "on_behalf_of"),
    "events": ("event",),
    "attributions": ("holder", "parent", "addressee"),
    "statements": ("claim", "demand", "by"),
}
DAY = re.compile(r"\d{4}-\d\d-\d\d")
FIRST_DATE = re.compile(r"\d{4}(?:-\d\d(?:-\d\d)?)?")


def id_mistyped(hand: Hand) -> Corruption | None:
    """Two letters of an id exchanged"""
    section = hand.pick(REFERENCES)
    _, entry = hand.entry(section)
    keys = [key for key in REFERENCES[section] if key in entry]
    if not keys:
        return None
    key = hand.pick(keys)
    return put(entry, key, _mistyped(hand, entry.value[key]))


def person_swapped(hand: Hand) -> Corruption | None:
    """The person of a role swapped for another"""
    _, role = hand.entry("roles")
    people = [actor.value["id"] for actor in hand.register("actors") if actor.value["kind"] == "person"]
    return put(role, "person", hand.other(people, than=role.value["person"]))


def participant_swapped(hand: Hand) -> Corruption | None:
    """A participant of an event swapped for another actor"""
    _, event = hand.entry_with("events", "participants")
    participant = hand.pick(event.items_under("participants"))
    return put(participant, "actor", hand.other(hand.ids("actors"), than=participant.value["actor"]))


def name_misspelt(hand: Hand) -> Corruption | None:
    """A letter of a printed name left out"""
    name = hand.pick(name for actor in hand.register("actors") for name in actor.items_under("names"))
    form = name.get("form") or name
    place = hand.pick(range(1, len(form.value)))
    return replace(form, (form.value[:place] + form.value[place + 1 :]).strip())


def name_given_to_another(hand: Hand) -> Corruption | None:
    """A printed name listed under another actor"""
    actor = hand.pick(hand.register("actors"))
    other = hand.other(hand.register("actors"), than=actor)
    if not actor.items_under("names"):
        return None
    kept, moved = actor.value["names"][:-1], actor.value["names"][-1]
    file = actor.document.path
    edits = [
        Edit(file, (*actor.keys, "names"), kept),
        Edit(file, (*other.keys, "names"), [*other.value.get("names", []), moved]),
    ]
    form = moved["form"] if isinstance(moved, dict) else moved
    return Corruption(f"{form} of {actor.value['id']} → {other.value['id']}", edits)


def weekday_missed(hand: Hand) -> Corruption | None:
    """A day shifted by one against its printed weekday"""
    days = [
        dating for dating in _dates(hand) if _names_weekday(dating) and DAY.fullmatch(dating.value["edtf"])
    ]
    return _shifted(hand.pick(days))


def date_shifted(hand: Hand) -> Corruption | None:
    """A date without a weekday shifted by a day, a month or a year"""
    return _shifted(hand.pick(dating for dating in _dates(hand) if not _names_weekday(dating)))


def date_anchor_removed(hand: Hand) -> Corruption | None:
    """What a date is counted from removed"""
    return put(hand.pick(date for date in _dates(hand) if "anchor" in date), "anchor", REMOVED)


def number_changed(hand: Hand) -> Corruption | None:
    """The value of a quantity changed"""
    quantity = hand.pick(_quantities(hand))
    return put(quantity, "value", quantity.value["value"] + hand.pick((1, 10, -1)))


def comparator_swapped(hand: Hand) -> Corruption | None:
    """The comparator of a quantity swapped for another"""
    quantity = hand.pick(_quantities(hand))
    known = hand.contract.tables["quantities"].fields["comparator"].enum
    fitting = [comparator for comparator in known if comparator != "range"]
    return put(quantity, "comparator", hand.other(fitting, than=quantity.value["comparator"]))


def topic_dropped(hand: Hand) -> Corruption | None:
    """A topic of a demand, claim or event dropped"""
    register = hand.pick(("demands", "claims", "events"))
    entry = hand.pick(entry for entry in hand.register(register) if entry.items_under("topics"))
    dropped = hand.pick(entry.value["topics"])
    return put(entry, "topics", [topic for topic in entry.value["topics"] if topic != dropped])


def sides_exchanged(hand: Hand) -> Corruption | None:
    """Demander and addressee of a demand exchanged"""
    demand = hand.pick(entry for entry in hand.register("demands") if "addressee" in entry)
    demander, addressee = demand.value["demander"], demand.value["addressee"]
    first, second = put(demand, "demander", addressee), put(demand, "addressee", demander)
    return Corruption(first.what, first.edits + second.edits)


def context_swapped(hand: Hand) -> Corruption | None:
    """The context of a demand (2022 or 2025) swapped for another"""
    demand = hand.pick(hand.register("demands"))
    contexts = hand.contract.tables["demands"].fields["context"].enum
    return put(demand, "context", hand.other(contexts, than=demand.value["context"]))


def side_in_another_article(hand: Hand) -> Corruption | None:
    """A side of a discrepancy placed in another article"""
    side = hand.pick(side for entry in hand.register("discrepancies") for side in entry.items_under("sides"))
    articles = [article.id for article in hand.articles]
    return put(side, "source", hand.other(articles, than=side.value["source"]))


def relation_turned(hand: Hand) -> Corruption | None:
    """A relation turned round"""
    relation = hand.pick(hand.register("relations"))
    first = put(relation, "from", relation.value["to"])
    return Corruption(first.what, first.edits + put(relation, "to", relation.value["from"]).edits)


KINDS: tuple[Kind, ...] = (
    id_mistyped,
    person_swapped,
    participant_swapped,
    name_misspelt,
    name_given_to_another,
    weekday_missed,
    date_shifted,
    date_anchor_removed,
    number_changed,
    comparator_swapped,
    topic_dropped,
    sides_exchanged,
    context_swapped,
    side_in_another_article,
    relation_turned,
)


def _mistyped(hand: Hand, name: str) -> str:
    place = hand.pick(number for number in range(len(name) - 1) if name[number] != name[number + 1])
    return name[:place] + name[place + 1] + name[place] + name[place + 2 :]


def _dates(hand: Hand) -> Iterator[Entry]:
    """Yield every dating of an event, a role or a link."""
    for article in hand.articles:
        for section, key in (("events", "date"), ("roles", "date"), ("attributions", "said")):
            for entry in article.sections[section]:
                yield from entry.items_under(key)


def _names_weekday(dating: Entry) -> bool:
    return any(day in str(dating.value["text"]) for day in WEEKDAYS)


def _shifted(dating: Entry) -> Corruption | None:
    """Shift the first day, month or year of a dating."""
    found = FIRST_DATE.search(dating.value["edtf"])
    if not found:
        return None
    return put(dating, "edtf", dating.value["edtf"].replace(found[0], _next(found[0]), 1))


def _next(day: str) -> str:
    """Return the day, month or year after one."""
    parts = [int(part) for part in day.split("-")]
    if len(parts) == 1:
        return str(parts[0] + 1)
    if len(parts) == 3:  # noqa: PLR2004  (year, month, day)
        return (date(*parts) + timedelta(days=1)).isoformat()
    return f"{parts[0]}-{parts[1] % 12 + 1:02}"


def _quantities(hand: Hand) -> Iterator[Entry]:
    for article in hand.articles:
        for section in ("statements", "events"):
            for entry in article.sections[section]:
                yield from entry.items_under("quantities")
