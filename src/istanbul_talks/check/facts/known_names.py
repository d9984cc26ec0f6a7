"""The names that the articles print, to be found by a spelling that is nearly the same.

Two spellings are the same sound where they differ only in the letters by which names of other scripts are
transcribed. What does not belong here: which words of a draft are names (spellings.py).
"""

import re
import sqlite3
from collections import defaultdict
from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from istanbul_talks.check.facts.known_passages import KnownPassages
from istanbul_talks.check.findings import ArticlePlace, Told
from istanbul_talks.database.search_query import fold_term

SAME_SOUNDS = (
    ("zh", "z"),
    ("kh", "h"),
    ("ts", "c"),
    ("sch", "sh"),
    ("ks", "x"),
    ("w", "v"),
    ("y", "i"),
    ("j", "i"),
    ("z", "s"),
)
"""What transcriptions write for one another, the longer first."""

VOWELS = re.compile("[aeiou]")

LONGEST = 40
"""Letters of the longest words that are taken for names: the time grows with their square."""

SHORTEST = 4
"""Letters of the shortest names that are looked for."""

SHORTEST_ALTERED = 5
"""Letters of the shortest names of which one may be altered; of shorter ones only vowels."""

SHORTEST_VOWELS = 8
"""Letters of the shortest names of which all vowels may be altered."""

KEPT = 20_000
"""For how many words it is kept how they sound, and for how many pairs whether they are near."""

FORMS = """
SELECT actor_id, form, people.id IS NOT NULL
FROM names LEFT JOIN people ON people.id = actor_id
WHERE kind NOT IN ('description', 'misspelling')
"""

MISPRINTS = """
SELECT actor_id, form, quotes.source_id, start_char, end_char
FROM names JOIN mentions ON name_id = names.id JOIN quotes ON quotes.id = quote_id
WHERE kind = 'misspelling' ORDER BY quotes.source_id, start_char
"""

RECORDS = """
SELECT content FROM demands UNION SELECT proposition FROM claims
UNION SELECT name FROM events UNION SELECT place FROM events
"""

LONGER_NAMES = "SELECT form FROM names WHERE instr(form, ' ')"

PLACES = "SELECT place FROM events WHERE place IS NOT NULL"

DISPUTES = """
SELECT DISTINCT names.form, says, discrepancies.id, label
FROM discrepancies
JOIN discrepancy_sides ON discrepancy_id = discrepancies.id
JOIN discrepancy_side_quotes ON side_id = discrepancy_sides.id
JOIN quotes AS side ON side.id = discrepancy_side_quotes.quote_id
JOIN quotes ON quotes.source_id = side.source_id
  AND quotes.start_char < side.end_char AND side.start_char < quotes.end_char
JOIN mentions ON mentions.quote_id = quotes.id
JOIN names ON names.id = name_id
WHERE discrepancies.kind = 'name' AND names.kind = 'variant' AND instr(names.form, says || ' ') = 1
ORDER BY names.form, discrepancies.id
"""
"""The given names over which articles disagree, but those that are preferred."""

SIDES = """
SELECT voice, says, quotes.source_id, start_char, end_char FROM discrepancy_sides
JOIN discrepancy_side_quotes ON side_id = discrepancy_sides.id JOIN quotes ON quotes.id = quote_id
WHERE discrepancy_id = :discrepancy ORDER BY says = :given, number, quotes.id
"""

CALENDAR = ("months", "weekdays")

WORD = re.compile(r"[^\W\d_]+")


ADDRESS = re.compile(r"(?<!\w)\w+://\S+")


class Person(NamedTuple):
    """Somebody whom the articles name: given names, as printed, and the words of posts."""

    given: set[str]
    titles: set[str]


class Dispute(NamedTuple):
    """What articles disagree about, the sides with their voices and places, and the other given names."""

    label: str
    told: tuple[Told, ...]
    places: tuple[ArticlePlace, ...]
    others: frozenset[str]


class KnownNames:
    """The names that the articles print, by their words."""

    def __init__(self, known: KnownPassages) -> None:
        self.printed = {fold_term(word) for text in known.texts.values() for word in WORD.findall(text)}
        self.persons: dict[str, dict[str, Person]] = defaultdict(dict)
        self.misprints: dict[str, tuple[set[str], tuple[ArticlePlace, ...]]] = {}
        self._words: dict[str, set[str]] = defaultdict(set)
        self._load_names(known.db)
        self._load_titles(known)
        self.disputes = dict(self._load_disputes(known.db))
        self._load_places(known)
        self.list_stems = known.word_forms.list_stems
        self.all_given = set().union(*map(self.list_given, self.persons))
        self._shortened: dict[str, set[str]] = defaultdict(set)
        self._by_sound: dict[str, set[str]] = defaultdict(set)
        for name in self._words:
            self._by_sound[write_sounds(name)].add(name)
            for short in _list_shortened(name):
                self._shortened[short].add(name)

    def list_spellings(self, name: str) -> list[str]:
        """Return how the articles print a name, of somebody in all spellings."""
        actors = self.persons.get(name, {})
        same = {other for other, bearers in self.persons.items() if not actors.keys().isdisjoint(bearers)}
        return sorted(spelling for other in same | {name} for spelling in self._words[other])

    def list_given(self, name: str) -> set[str]:
        """Return the given names of all who are called so, folded."""
        return {fold_term(part) for person in self.persons.get(name, {}).values() for part in person.given}

    def list_titles(self, name: str) -> frozenset[str]:
        """Return the words of the posts of all who are called so, folded."""
        return frozenset().union(*(person.titles for person in self.persons.get(name, {}).values()))

    def is_known(self, word: str) -> bool:
        """Whether articles print a word, or it is a name."""
        return word in self.printed or word in self._words

    def is_family_name(self, name: str) -> bool:
        """Whether somebody is called so."""
        return name in self.persons

    def extends_name(self, word: str) -> bool:
        """Whether a word begins with a name: Putins, Putinism."""
        return any(word[:length] in self._words for length in range(SHORTEST, len(word)))

    def find_same(self, word: str) -> set[str]:
        """Return the names of the same sound."""
        return self._by_sound.get(write_sounds(word), set())

    def find_near(self, word: str) -> Iterator[str]:
        """Yield the names that a word may misspell: by one letter, or in the vowels of a long name."""
        near = {name for short in _list_shortened(word) for name in self._shortened.get(short, ())}
        yield from (name for name in sorted(near) if is_near(word, name) or _has_same_consonants(word, name))

    def _load_names(self, db: sqlite3.Connection) -> None:
        right = defaultdict(set)
        for actor, form, is_person in db.execute(FORMS):
            words = WORD.findall(form)
            right[actor].update(words)
            if is_person:
                last = words[-1]
                self._words[fold_term(last)].add(last)
                person = self.persons[fold_term(last)].setdefault(actor, Person(set(), set()))
                person.given.update(words[:-1])
            elif len(words) == 1 and not form.isupper() and len(form) >= SHORTEST:
                self._words[fold_term(form)].add(form)
        for actor, form, *span in db.execute(MISPRINTS).fetchall():
            for word in set(WORD.findall(form)).difference(*right.values()):
                near = {
                    other for other in right[actor] if is_one_letter_apart(fold_term(other), fold_term(word))
                }
                _, places = self.misprints.get(fold_term(word), (near, ()))
                self.misprints[fold_term(word)] = near or right[actor], (*places, ArticlePlace(*span))

    def _load_titles(self, known: KnownPassages) -> None:
        titles: dict[str, set[str]] = defaultdict(set)
        for person, title in known.db.execute("SELECT person_id, title FROM roles"):
            titles[person].update(known.split_words(title))
        for bearers in self.persons.values():
            for actor, person in bearers.items():
                person.titles.update(titles[actor])

    def _load_disputes(self, db: sqlite3.Connection) -> Iterator[tuple[tuple[str, str], Dispute]]:
        """Yield each given name that articles disagree about, with the family name; not the one preferred."""
        for form, given, discrepancy, label in db.execute(DISPUTES).fetchall():
            sides = db.execute(SIDES, {"discrepancy": discrepancy, "given": given}).fetchall()
            told = dict.fromkeys(
                Told(f"{voice}: {says}", "discrepancies", discrepancy) for voice, says, *_ in sides
            )
            places = tuple(ArticlePlace(*place) for _, _, *place in sides)
            others = frozenset(says for _, says, *_ in sides) - {given}
            yield (fold_term(given), fold_term(form.split()[-1])), Dispute(label, tuple(told), places, others)

    def _load_places(self, known: KnownPassages) -> None:
        """Take the names in the records' words: what stands neither in small letters nor in a longer name."""
        texts = [text for (text,) in known.db.execute(RECORDS) if text]
        articles = (ADDRESS.sub("", text) for text in known.texts.values())
        small = {word for text in (*texts, *articles) for word in WORD.findall(text) if word.islower()}
        passed = _list_words(known.db, LONGER_NAMES) - _list_words(known.db, PLACES)
        passed |= {
            form.rstrip(".") for kind in CALENDAR for forms in known.forms[kind].values() for form in forms
        }
        for word in (word for text in texts for word in WORD.findall(text)[1:]):
            is_lone = word.lower() not in small and word not in passed
            if len(word) >= SHORTEST and word.istitle() and is_lone and fold_term(word) in self.printed:
                self._words[fold_term(word)].add(word)


def _list_words(db: sqlite3.Connection, query: str) -> set[str]:
    """Return the words of all that a query finds."""
    return {word for (text,) in db.execute(query) for word in WORD.findall(text)}


@lru_cache(KEPT)
def write_sounds(word: str) -> str:
    """Return a word with one letter for what transcriptions write in several ways."""
    for written, sound in SAME_SOUNDS:
        word = word.replace(written, sound)
    return re.sub(r"(.)\1+", r"\1", word)


@lru_cache(KEPT)
def is_near(one: str, other: str) -> bool:
    """Whether two names are one letter apart, as written or by their sounds; of short ones, one vowel."""
    sounds = write_sounds(one), write_sounds(other)
    if min(len(one), len(other)) < SHORTEST_ALTERED - 1 or not (
        is_one_letter_apart(one, other) or is_one_letter_apart(*sounds)
    ):
        return False
    return len(other) >= SHORTEST_ALTERED or VOWELS.sub("", sounds[0]) == VOWELS.sub("", sounds[1])


def _has_same_consonants(word: str, name: str) -> bool:
    """Whether a long name differs in vowels only."""
    consonants = [VOWELS.sub("", write_sounds(one)) for one in (word, name)]
    return len(name) >= SHORTEST_VOWELS and consonants[0] == consonants[1]


def is_one_letter_apart(one: str, other: str) -> bool:
    """Whether one letter is put in, left out, exchanged, or two neighbours have changed places."""
    if abs(len(one) - len(other)) > 1 or one == other:
        return False
    first = next(
        (i for i, (a, b) in enumerate(zip(one, other, strict=False)) if a != b), min(len(one), len(other))
    )
    rest, others = one[first:], other[first:]
    swapped = rest[:2] == others[:2][::-1] and rest[2:] == others[2:]
    return rest[1:] == others[1:] or rest[1:] == others or rest == others[1:] or swapped


def _list_shortened(word: str) -> set[str]:
    """Return a word without each of its letters, as it is and by its sounds, and its consonants alone."""
    found = {"-" + VOWELS.sub("", write_sounds(word))}
    for form in {word, write_sounds(word)}:
        found |= {form, *(form[:place] + form[place + 1 :] for place in range(len(form)))}
    return found
