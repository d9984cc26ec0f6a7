"""Names and posts of the dataset's actors, and whether two wordings name the same.

Any word with a capital is a name, known or not. What does not belong here: who speaks (speech/).
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from istanbul_talks.check.matching.compared_tokens import ComparedTokens, read_tokens

NAMES = """
SELECT actor_id, form FROM names WHERE kind <> 'description' OR instr(form, ' ')
UNION SELECT id, name FROM actors UNION SELECT person_id, title FROM roles
UNION SELECT id, family_name FROM people WHERE family_name IS NOT NULL
"""

INITIAL_END = re.compile(r"(?<=\b\w)\.\s?(?=\w\b)")
"""The full stop between two letters of an abbreviation."""

MIN_STEM = 4
"""Minimum number of letters that a name and what is made of it have in common: Ukraine, Ukrainian."""

MIN_POST = 2
"""Minimum number of words of a post that is worded otherwise: Ukraine's president."""


class _Name(NamedTuple):
    """The words of a name in lower case, and who is called so; nobody where that is not known."""

    words: tuple[str, ...]
    actors: frozenset[str]


class ActorNames:
    """The names and posts of actors, given as pairs of an actor's id and words."""

    def __init__(self, named: Iterable[tuple[str, str]] = ()) -> None:
        self._actors: defaultdict[tuple[str, ...], frozenset[str]] = defaultdict(frozenset)
        self._words: defaultdict[str, set[str]] = defaultdict(set)
        for actor, form in named:
            keys = _read_words(form).keys
            self._actors[tuple(keys)] |= {actor}
            self._words[actor].update(keys)
        self._longest = max(map(len, self._actors), default=1)

    def is_known(self, word: str) -> bool:
        """Return whether somebody is called so."""
        return (word.lower(),) in self._actors

    def are_others(self, put: str, printed: str) -> bool:
        """Return whether both wordings have names, and those of one are not those of the other."""
        ones, others = self._read_names(put), self._read_names(printed)
        if not ones or not others or self._is_post(put, others) or self._is_post(printed, ones):
            return False
        pairs = [[self._is_same(one, other) for other in others] for one in ones]
        return not (all(map(any, pairs)) and all(map(any, zip(*pairs, strict=True))))

    def _read_names(self, text: str) -> list[_Name]:
        """Return the names in a text; those that follow each other are one, the last says whose."""
        keys, forms, *_ = _read_words(text)
        names: list[_Name] = []
        place = end = 0
        while place < len(keys):
            name = self._find_name(keys, forms, place)
            if name and names and place == end:
                names[-1] = _join_names(names[-1], name)
            elif name:
                names.append(name)
            place += len(name.words) if name else 1
            end = place if name else end
        return names

    def _find_name(self, keys: Sequence[str], forms: Sequence[str], place: int) -> _Name | None:
        """Return the longest name that begins at a word, known or at least with a capital."""
        for length in range(min(self._longest, len(keys) - place), 0, -1):
            words = tuple(keys[place : place + length])
            is_name = any(form[:1].isupper() for form in forms[place : place + length])
            if is_name and words in self._actors:
                return _Name(words, self._actors[words])
        return _Name((keys[place],), frozenset()) if forms[place][:1].isupper() else None

    def _is_same(self, one: _Name, other: _Name) -> bool:
        """Return whether two names have an actor in common, or are alike, where one is nobody's known."""
        if one.actors and other.actors:
            return not one.actors.isdisjoint(other.actors)
        unknown, known = (one, other) if other.actors else (other, one)
        words = [*known.words, *(word for actor in known.actors for word in self._words[actor])]
        return any(_share_stem(unknown.words[-1], word) for word in words)

    def _is_post(self, text: str, names: Sequence[_Name]) -> bool:
        """Return whether all longer words of a text are among those of one's names and posts."""
        longer = [key for key in _read_words(text).keys if len(key) >= MIN_STEM]
        return len(longer) >= MIN_POST and any(
            all(any(_share_stem(word, each) for each in self._words[actor]) for word in longer)
            for name in names
            for actor in name.actors
        )


def _read_words(text: str) -> ComparedTokens:
    """Return the tokens of a text, an abbreviation as one: U.S., Mr."""
    return read_tokens(INITIAL_END.sub("", text).replace(".", ""))


def _join_names(one: _Name, other: _Name) -> _Name:
    both = one.actors & other.actors
    return _Name((*one.words, *other.words), both or other.actors or one.actors)


def _share_stem(one: str, other: str) -> bool:
    return one[:MIN_STEM] == other[:MIN_STEM]
