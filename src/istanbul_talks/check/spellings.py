"""Names of a draft, held against how the articles spell them.

A word in capitals that no article prints is taken for a name that is nearly the same; not where it is a form
of that name, or belongs to somebody else's. What does not belong here: which names are near (known_names.py).
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from istanbul_talks.check.findings import Finding, Kind, Verdict
from istanbul_talks.check.known_figures import MARK, Spans
from istanbul_talks.check.known_names import SHORTEST, KnownNames, is_one_letter_apart, write_sounds
from istanbul_talks.check.known_passages import KnownPassages
from istanbul_talks.database.search_query import fold_term

WORD = re.compile(r"[^\W\d_]+")

SURE_AT_START = 6
"""Letters of a name that is known at a sentence's start, too, where any word has a capital."""

TITLES_BEFORE = 3
"""How many words before a name may be a post."""


class _Word(NamedTuple):
    """A word of a draft: its place, its folded form, and what stands beside it."""

    start: int
    end: int
    text: str
    folded: str
    begins: bool
    follows: bool
    """Whether nothing but a space stands between it and the word before."""

    @property
    def is_name(self) -> bool:
        """Whether it is written as names are."""
        return len(self.text) > 1 and self.text[0].isupper() and not self.text.isupper()


class SpellingCheck:
    """Finds the names of drafts that these articles spell otherwise."""

    def __init__(self, known: KnownPassages) -> None:
        self._known, self._names = known, KnownNames(known)

    def find(self, text: str, quotations: Iterable[tuple[int, int]]) -> Iterator[Finding]:
        """Yield such names in order.

        `quotations` are the spans of what stands in the articles word for word, and is not looked at.
        """
        passed = Spans([*quotations, *(mark.span() for mark in MARK.finditer(text))])
        words = list(_read_words(self._known, text))
        foreign: set[str] = set()
        for place, word in enumerate(words):
            if word.is_name and not passed.touch(word.start, word.end):
                before = words[max(place - TITLES_BEFORE - 1, 0) : place]
                yield from _check(self._names, word, before, foreign)


def _read_words(known: KnownPassages, text: str) -> Iterator[_Word]:
    """Yield the words of a draft in order."""
    begins = {start for start, _ in known.cut_sentences(text)}
    reached, fresh = 0, True
    for found in WORD.finditer(text):
        start, end = found.span()
        between = text[reached:start]
        fresh = any(place in begins for place in range(reached, start + 1)) or not reached
        yield _Word(start, end, found[0], fold_term(found[0]), fresh, between == " ")
        reached = end


def _check(names: KnownNames, word: _Word, before: Sequence[_Word], foreign: set[str]) -> Iterator[Finding]:
    """Yield what is said of a name."""
    first = before[-1] if before and word.follows and before[-1].is_name else None
    if word.folded in names.misprints:
        spellings = names.misprints[word.folded]
        yield _tell(
            word, Verdict.MISPRINTED, f"the article prints “{word.text}”, elsewhere {_join(spellings)}"
        )
    elif names.is_family_name(word.folded):
        if first:
            yield from _check_given_name(names, word, first, before[:-1])
    elif not names.is_known(word.folded) and word.folded not in foreign:
        name = _find_meant(names, word, first)
        if name is None and first and not names.is_known(first.folded):
            foreign.add(word.folded)
        if name:
            yield _tell(word, Verdict.NOT_HERE, f"these articles print {_join(names.list_spellings(name))}")


def _find_meant(names: KnownNames, word: _Word, first: _Word | None) -> str | None:
    """Return the name that a word misspells, if it does."""
    same = sorted(names.find_same(word.folded))
    if same:
        return same[0]
    near = [] if names.extends_name(word.folded) else names.find_near(word.folded)
    for name in near:
        if _is_form(word.folded, name, names):
            continue
        bearers = names.persons.get(name, {}).values()
        given = {fold_term(part) for person in bearers for part in person.given}
        if (
            first
            and not names.is_known(first.folded)
            and not any(_is_near(first.folded, part) for part in given)
        ):
            return None
        if not word.begins or len(name) >= SURE_AT_START:
            return name
    return None


def _is_form(word: str, name: str, names: KnownNames) -> bool:
    """Whether a word is made of a name: Putins, Putinism, German of Germany, Ukrainian."""
    if name.startswith(word) or (len(word) > len(name) and word[: len(name) - 2] == name[:-2]):
        return True
    return not names.is_family_name(name) and name.startswith(word[:-1])


def _check_given_name(
    names: KnownNames, word: _Word, first: _Word, before: Sequence[_Word]
) -> Iterator[Finding]:
    """Yield what is said of a given name that no article gives to a family name."""
    persons = names.persons[word.folded].values()
    given = {part for person in persons for part in person.given}
    folded = {fold_term(part) for part in given}
    if not given or first.folded in folded or any(one.folded in folded for one in before[-1:]):
        return
    is_spelling = any(_is_near(first.folded, part) for part in folded)
    is_other = any(
        _is_near(first.folded, fold_term(part))
        for other in names.persons.values()
        for person in other.values()
        for part in person.given
    )
    titles = {title for person in persons for title in person.titles}
    has_post = not names.is_known(first.folded) and any(
        one.folded in titles and one.is_name for one in before[-1:]
    )
    if is_spelling or is_other or has_post:
        told = f"these articles print {_join(f'{part} {word.text}' for part in given)}"
        yield Finding(Kind.NAME, Verdict.NOT_HERE, first.start, word.end, told)


def _is_near(one: str, other: str) -> bool:
    a, b = write_sounds(one), write_sounds(other)
    return a == b or (is_one_letter_apart(a, b) and min(len(a), len(b)) >= SHORTEST)


def _tell(word: _Word, verdict: Verdict, differs: str) -> Finding:
    return Finding(Kind.NAME, verdict, word.start, word.end, differs)


def _join(spellings: Iterable[str]) -> str:
    return " or ".join(sorted(spellings))
