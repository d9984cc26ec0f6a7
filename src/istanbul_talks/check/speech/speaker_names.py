"""The names under which a draft may have somebody speak, and whose words may be said to be theirs.

What does not belong here: how a sentence says who speaks (speech_frames.py).
"""

import re
import sqlite3
from collections import defaultdict
from collections.abc import Iterable
from difflib import get_close_matches

from istanbul_talks.database.named_queries import read_sql
from istanbul_talks.database.search_query import LIKENESS, fold_term
from istanbul_talks.text.language_forms import match_any

STEM = 4
"""Letters that a state's name and the word for what belongs to it have in common: Ukraine, Ukrainian."""

Actors = frozenset[str]


class SpeakerNames:
    """The printed names of actors, and who stands for whom."""

    def __init__(self, db: sqlite3.Connection) -> None:
        rows = db.execute(read_sql("with_parameters/speaker_names")).fetchall()
        names = [row for row in rows if _is_name(row[1])]
        surnames = [(form.split()[-1], actor) for actor, form, _, is_personal in names if is_personal]
        forms = [*((form, actor) for actor, form, *_ in names), *surnames]
        self._actors = _gather((_fold_name(form), actor) for form, actor in forms)
        self._surnames = sorted({fold_term(surname) for surname, _ in surnames})
        self._states = _gather((fold_term(form), actor) for actor, form, kind, _ in names if kind == "state")
        self.people = frozenset(actor for actor, _, kind, _ in rows if kind == "person")
        self._roots = dict(db.execute(ROOTS))
        self._stand_ins = _gather(db.execute(read_sql("with_parameters/speaker_stand_ins")))
        printed = {form for form, _ in forms} | {surname.upper() for surname, _ in surnames}
        spaced = match_any(printed).replace(r"\ ", r"\s+")
        self.pattern = re.sub("['’]", "['’]", spaced)

    def get_actors(self, words: str) -> Actors:
        """Return who is called so, or has a family name that is spelled nearly so."""
        if found := self._actors.get(_fold_name(words)):
            return found
        near = get_close_matches(
            fold_term(words.rsplit(maxsplit=1)[-1]), self._surnames, n=1, cutoff=LIKENESS
        )
        return self._actors[near[0]] if near else frozenset()

    def get_states(self, word: str) -> Actors:
        """Return the state whose name begins as a word that says what belongs to it."""
        stem = fold_term(word)[:STEM]
        names = [name for name in self._states if len(stem) == STEM and name.startswith(stem)]
        return frozenset(actor for name in names for actor in self._states[name])

    def list_stand_ins(self, holders: Iterable[str]) -> Actors:
        """Return who may be named for some holders: they, and the groups, states, bodies they belong to."""
        return frozenset(named for holder in holders for named in self._stand_ins[holder] | {holder})

    def list_roots(self, actors: Iterable[str]) -> Actors:
        """Return the outermost actors to whom some belong."""
        return frozenset(self._roots[actor] for actor in actors)


ROOTS = """
SELECT actor_tree.actor_id, actor_tree.ancestor_id
FROM actor_tree JOIN actors ON actors.id = actor_tree.ancestor_id AND actors.part_of_id IS NULL
"""


def _gather(pairs: Iterable[tuple[str, str]]) -> defaultdict[str, Actors]:
    """Return the second values of pairs by the first."""
    gathered: defaultdict[str, Actors] = defaultdict(frozenset)
    for key, value in pairs:
        gathered[key] |= {value}
    return gathered


def _is_name(form: str) -> bool:
    """Return whether a form has a capital at its beginning, or inside where it is more than a word."""
    return form[0].isupper() or (" " in form and any(map(str.isupper, form)))


def _fold_name(words: str) -> str:
    """Return the form under which names are the same."""
    return fold_term(" ".join(words.replace("’", "'").split()))
