"""Disputes: made-up quarrels of two villages each, as entries of the registers, for corpora to measure with.

All names are made of syllables and belong to nobody. What does not belong here: articles (corpus.py).
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

SYLLABLES = ("bar", "del", "fin", "gor", "hal", "kem", "lun", "mor", "nel", "pol", "ras", "sil", "tam", "ver")
GIVEN = ("Ada", "Bram", "Cleo", "Dirk", "Edda", "Finn", "Greta", "Hugo")
THINGS = ("carts", "fences", "barrels", "stones", "ladders", "sheds")
TOPICS = ("water", "roads", "pasture", "tolls", "markets")

Entry = dict[str, Any]


@dataclass(frozen=True)
class Side:
    """One side of a dispute: a village, its mayor and its speaker by their ids, and how they are printed."""

    id: str
    village: str
    mayor: str
    speaker: str

    def actors(self) -> Iterator[Entry]:
        """Yield the village, the mayor and the speaker as entries of the register of actors."""
        description = f"A village called {self.village}."
        yield _actor(self.id, self.village, "state", description, names=[self.village])
        for post, full in (("mayor", self.mayor), ("speaker", self.speaker)):
            given, family = full.split()
            named = {"part_of": self.id, "family_name": family, "given_name": given, "names": [full, family]}
            yield _actor(f"{self.id}-{post}", full, "person", f"The {post} of {self.village}.", **named)


@dataclass(frozen=True)
class Dispute:
    """A dispute by its number: two sides, a meeting, two demands and three claims of each side."""

    number: int

    @property
    def id(self) -> str:
        """The id that all ids of the dispute begin with."""
        return f"dispute-{self.number}"

    @property
    def day(self) -> date:
        """The day of the meeting."""
        return date(1950, 1, 2) + timedelta(days=self.number)

    @property
    def thing(self) -> str:
        """What the two quarrel over."""
        return THINGS[self.number % len(THINGS)]

    @property
    def sides(self) -> tuple[Side, Side]:
        """The two villages."""
        return self._side(0), self._side(1)

    def registers(self) -> dict[str, list[Entry]]:
        """Return the entries that the dispute adds to each register."""
        one, other = self.sides
        topics = [TOPICS[self.number % len(TOPICS)]]
        author = _actor(f"{self.id}-author", f"author of the notices on {one.village}", "unnamed", "Writes.")
        return {
            "actors": [*one.actors(), *other.actors(), author],
            "events": [self._event(topics)],
            "demands": [*self._demands(one, other, topics), *self._demands(other, one, topics)],
            "claims": [*self._claims(one, topics), *self._claims(other, topics)],
            "relations": [{"from": f"{one.id}-claim-1", "kind": "condition_for", "to": f"{one.id}-demand-1"}],
        }

    def _side(self, which: int) -> Side:
        number = 2 * self.number + which
        mayor, speaker = (f"{GIVEN[(number + n) % len(GIVEN)]} {_name(2 * number + n)}son" for n in (0, 1))
        return Side(f"{self.id}-{'ab'[which]}", f"{_name(number)}ton", mayor, speaker)

    def _event(self, topics: list[str]) -> Entry:
        one, other = self.sides
        name = f"Meeting of {one.village} and {other.village}"
        about = {"description": f"The two talk about {self.thing}.", "place": "the mill", "topics": topics}
        return {"id": f"{self.id}-meeting", "name": name, "kind": "talks", "status": "occurred", **about}

    def _demands(self, side: Side, other: Side, topics: list[str]) -> Iterator[Entry]:
        for number, verb in enumerate(("remove", "count"), 1):
            yield {
                "id": f"{side.id}-demand-{number}",
                "content": f"That {other.village} {verb} its {self.thing}.",
                "demander": side.id,
                "addressee": other.id,
                "kind": "demand",
                "context": "standing",
                "topics": topics,
            }

    def _claims(self, side: Side, topics: list[str]) -> Iterator[Entry]:
        for number, predicate in enumerate(("is old", "was promised", "floods in spring"), 1):
            content = f"The lane by {side.village} {predicate}."
            yield {"id": f"{side.id}-claim-{number}", "content": content, "kind": "state", "topics": topics}


def topics() -> list[Entry]:
    """Return the register of topics, which all disputes share."""
    return [
        {"id": topic, "name": topic.capitalize(), "definition": f"Who may use the {topic}."}
        for topic in TOPICS
    ]


def _actor(slug: str, name: str, kind: str, description: str, **more: Any) -> Entry:
    return {"id": slug, "name": name, "kind": kind, "description": description, **more}


def _name(number: int) -> str:
    """Return a name of two syllables or more, another one for every number."""
    rest, name = number + len(SYLLABLES), ""
    while rest:
        rest, place = divmod(rest, len(SYLLABLES))
        name += SYLLABLES[place]
    return name.capitalize()
