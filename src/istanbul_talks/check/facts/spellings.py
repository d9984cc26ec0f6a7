"""Names of a draft, held against how the articles spell them.

A word in capitals that no article prints is taken for a name that is nearly the same; not where it is a form
of that name, or belongs to somebody else's. What does not belong here: which names are near (known_names.py).
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from istanbul_talks.check.facts.known_names import LONGEST, KnownNames, is_near, write_sounds
from istanbul_talks.check.facts.known_passages import KnownPassages
from istanbul_talks.check.facts.passed_spans import MARK, Spans
from istanbul_talks.check.findings import Finding, FindingKind, Verdict
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
        return 1 < len(self.text) <= LONGEST and self.text[0].isupper() and not self.text.isupper()


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
        spellings, places = names.misprints[word.folded]
        told = f"the article prints “{word.text}”, elsewhere {_join(spellings)}"
        yield Finding(FindingKind.NAME, Verdict.MISPRINTED, word.start, word.end, told, places)
    elif names.is_family_name(word.folded):
        if first:
            yield from _check_given_name(names, word, first, before[:-1])
    elif not names.is_known(word.folded) and word.folded not in foreign:
        name = _find_meant(names, word, first)
        if name is None and first and not names.is_known(first.folded):
            foreign.add(word.folded)
        if name:
            told = f"these articles print {_join(names.list_spellings(name))}"
            yield Finding(FindingKind.NAME, Verdict.NOT_HERE, word.start, word.end, told)


def _find_meant(names: KnownNames, word: _Word, first: _Word | None) -> str | None:
    """Return the name that a word misspells, if it does."""
    same = sorted(names.find_same(word.folded))
    if same:
        return same[0]
    for name in names.find_near(word.folded):
        given = names.list_given(name)
        if first and first.folded in given:
            return name
        belongs = (
            first is None or names.is_known(first.folded) or any(is_near(first.folded, one) for one in given)
        )
        if belongs and _is_misspelt(names, word, name):
            return name
    return None


def _is_misspelt(names: KnownNames, word: _Word, name: str) -> bool:
    """Whether a word by itself is more like a name than like a form of it or any other word."""
    if word.folded[0] != name[0] or names.extends_name(word.folded):
        return False
    if word.begins and len(name) < SURE_AT_START:
        return False
    return names.is_family_name(name) or not _is_derived(names, word.folded, name)


def _is_derived(names: KnownNames, word: str, name: str) -> bool:
    """Whether a word may be made of a name that is no person's: German, Germans, Germanic of Germany."""
    is_longer = len(word) > len(name) and word.startswith(name[:-1]) and word[-1] != name[-1]
    return is_longer or any(name.startswith(stem) for stem in names.list_stems(word))


def _check_given_name(
    names: KnownNames, word: _Word, first: _Word, before: Sequence[_Word]
) -> Iterator[Finding]:
    """Yield what is said of a given name that no article gives to a family name."""
    given, persons = names.list_given(word.folded), names.persons[word.folded].values()
    if not given or first.folded in given:
        return
    is_spelling = any(_sounds_like(first.folded, one) for one in given)
    if not is_spelling and any(one.folded in given for one in before[-1:]):
        return
    is_other = any(_sounds_like(first.folded, one) for one in names.all_given)
    titles = {title for person in persons for title in person.titles}
    has_post = not names.is_known(first.folded) and any(
        one.folded in titles and one.is_name for one in before[-1:]
    )
    if is_spelling or is_other or has_post:
        printed = {part for person in persons for part in person.given}
        told = f"these articles print {_join(f'{part} {word.text}' for part in printed)}"
        yield Finding(FindingKind.NAME, Verdict.NOT_HERE, first.start, word.end, told)


def _sounds_like(one: str, other: str) -> bool:
    return write_sounds(one) == write_sounds(other) or is_near(one, other)


def _join(spellings: Iterable[str]) -> str:
    return " or ".join(sorted(spellings))
