"""Names of a draft, held against how the articles spell them.

A word in capitals that no article prints is taken for a name that is nearly the same; not where it is a form
of that name, or belongs to somebody else's. What does not belong here: which names are near (known_names.py).
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from istanbul_talks.check.facts.known_names import LONGEST, KnownNames, is_near, write_sounds
from istanbul_talks.check.facts.known_passages import (
    FARTHEST,
    DraftWord,
    KnownPassages,
    measure_all,
    measure_shared,
)
from istanbul_talks.check.facts.passed_spans import MARK, Spans
from istanbul_talks.check.findings import Finding, FindingKind, Verdict
from istanbul_talks.database.search_query import fold_term

WORD = re.compile(r"[^\W\d_]+")

SURE_AT_START = 6
"""Letters of a name that is known at a sentence's start, too, where any word has a capital."""

NEAR = 6
"""How many words before and behind a name are looked at."""

POST_BEHIND = 2
"""How many words of a post behind a name say that its holder is meant."""

LEAST_SHARED = 0.4
"""What the words must weigh that a sentence shares with what is told of somebody of nearly the same name."""

SAME_SENTENCE, WHOLE_SENTENCE = 0.9, 6
"""Which part of a sentence's words an article's has whose sentence it gives again, and how many they are."""


class _Word(NamedTuple):
    """A word of a draft: its place, its folded form, and what stands beside it."""

    start: int
    end: int
    text: str
    folded: str
    begins: bool
    follows: bool
    """Whether nothing but a space or the end of a line stands between it and the word before."""
    is_address: bool
    """Whether it is Mr or the like, which is no given name."""

    @property
    def is_name(self) -> bool:
        """Whether it is written as names are."""
        return 1 < len(self.text) <= LONGEST and self.text[0].isupper() and not self.text.isupper()


class _Beside(NamedTuple):
    """The words near a word of a draft, and the draft."""

    before: Sequence[_Word]
    behind: Sequence[_Word]
    text: str

    def find_first(self, word: _Word) -> _Word | None:
        """Return the given name right before a family name."""
        first = self.before[-1] if self.before and word.follows else None
        return first if first and first.is_name and not first.is_address else None


class SpellingCheck:
    """Finds the names of drafts that these articles spell otherwise."""

    def __init__(self, known: KnownPassages) -> None:
        self._known, self._names = known, KnownNames(known)
        self._addresses = {form.rstrip(".").lower() for form in known.forms["abbreviations"]}

    def find(self, text: str, quotations: Iterable[tuple[int, int]]) -> Iterator[Finding]:
        """Yield such names in order.

        `quotations` are the spans of what stands in the articles word for word, and is not looked at.
        """
        passed = Spans([*quotations, *(mark.span() for mark in MARK.finditer(text))])
        words, foreign = list(self._read_words(text)), set[str]()
        for place, word in enumerate(words):
            if word.is_name and not passed.touch(word.start, word.end):
                beside = _Beside(
                    words[max(place - NEAR, 0) : place], words[place + 1 : place + 1 + NEAR], text
                )
                yield from self._check(word, beside, foreign)

    def _read_words(self, text: str) -> Iterator[_Word]:
        """Yield the words of a draft in order, but Mr and the like."""
        begins = {start for start, _ in self._known.cut_sentences(text)}
        reached, fresh = 0, True
        for found in WORD.finditer(text):
            start, end = found.span()
            between = text[reached:start]
            fresh = any(place in begins for place in range(reached, start + 1)) or not reached
            is_address = found[0].lower() in self._addresses
            yield _Word(start, end, found[0], fold_term(found[0]), fresh, between in {" ", "\n"}, is_address)
            reached = end

    def _check(self, word: _Word, beside: _Beside, foreign: set[str]) -> Iterator[Finding]:
        """Yield what is said of a name."""
        names, first = self._names, beside.find_first(word)
        if word.folded in names.misprints:
            spellings, places = names.misprints[word.folded]
            told = f"the article prints “{word.text}”, elsewhere {_join(spellings)}"
            yield Finding(FindingKind.NAME, Verdict.MISPRINTED, word.start, word.end, told, places)
        elif names.is_family_name(word.folded):
            if first:
                yield from self._check_dispute(word, first, beside)
                yield from self._check_given_name(word, first, beside)
        elif not names.is_known(word.folded) and word.folded not in foreign:
            name = self._find_meant(word, first, beside)
            if name is None and first and not names.is_known(first.folded):
                foreign.add(word.folded)
            if name:
                told = f"these articles print {_join(names.list_spellings(name))}"
                yield Finding(FindingKind.NAME, Verdict.NOT_HERE, word.start, word.end, told)

    def _find_meant(self, word: _Word, first: _Word | None, beside: _Beside) -> str | None:
        """Return the name that a word misspells, if it does."""
        names = self._names
        same = sorted(names.find_same(word.folded))
        if same:
            return same[0]
        for name in names.find_near(word.folded):
            given = names.list_given(name)
            if first and first.folded in given:
                return name
            belongs = (
                first is None
                or names.is_known(first.folded)
                or any(is_near(first.folded, one) for one in given)
            )
            if belongs and self._is_misspelt(word, name) and self._is_meant(word, name, beside):
                return name
        return None

    def _is_misspelt(self, word: _Word, name: str) -> bool:
        """Whether a word by itself is more like a name than like a form of it or any other word."""
        names = self._names
        if word.folded[0] != name[0] or names.extends_name(word.folded):
            return False
        if word.begins and len(name) < SURE_AT_START:
            return False
        return names.is_family_name(name) or not _is_derived(names, word.folded, name)

    def _is_meant(self, word: _Word, name: str, beside: _Beside) -> bool:
        """Whether a person of a name that is nearly the same may be meant: by the post, or what is told."""
        if not self._names.is_family_name(name):
            return True
        words = self._weigh_sentence(word, beside)
        told = (passage.words for passage in self._known.passages if name in passage.words)
        return measure_shared(words, self._names.list_titles(name).union(*told)) >= LEAST_SHARED

    def _weigh_sentence(self, word: _Word, beside: _Beside) -> list[DraftWord]:
        """Return the other words of the sentence of a name."""
        begin = max(word.start - FARTHEST, 0)
        text = beside.text[begin : word.end + FARTHEST]
        ((first, last),) = self._known.find_surroundings(text, [(word.start - begin, word.end - begin)])
        return self._known.weigh(self._known.split_words(text[first:last]) - {word.folded})

    def _check_dispute(self, word: _Word, first: _Word, beside: _Beside) -> Iterator[Finding]:
        """Yield the disagreement over a given name; not where the draft has both or an article's sentence."""
        dispute = self._names.disputes.get((first.folded, word.folded))
        if not dispute or any(other in beside.text for other in dispute.others):
            return
        words = self._weigh_sentence(word, beside)
        passages = [self._known.find_passage(*place[:2]) for place in dispute.places]
        shared = max(measure_shared(words, passage.words) for passage in passages)
        if len(words) < WHOLE_SENTENCE or shared < SAME_SENTENCE * measure_all(words):
            span = first.start, word.end
            yield Finding(
                FindingKind.NAME, Verdict.DISPUTED, *span, dispute.label, dispute.places, told=dispute.told
            )

    def _check_given_name(self, word: _Word, first: _Word, beside: _Beside) -> Iterator[Finding]:
        """Yield what is said of a given name that no article gives to a family name."""
        names, before = self._names, beside.before[:-1]
        given = names.list_given(word.folded)
        if not given or first.folded in given:
            return
        is_spelling = any(_sounds_like(first.folded, one) for one in given)
        if not is_spelling and any(one.folded in given for one in before[-1:]):
            return
        is_other = any(_sounds_like(first.folded, one) for one in names.all_given)
        titles = names.list_titles(word.folded)
        has_post = any(one.folded in titles and one.is_name for one in before[-1:]) or (
            len(titles.intersection(one.folded for one in beside.behind)) >= POST_BEHIND
        )
        if is_spelling or is_other or (has_post and not names.is_known(first.folded)):
            persons = names.persons[word.folded].values()
            printed = {part for person in persons for part in person.given}
            told = f"these articles print {_join(f'{part} {word.text}' for part in printed)}"
            yield Finding(FindingKind.NAME, Verdict.NOT_HERE, first.start, word.end, told)


def _is_derived(names: KnownNames, word: str, name: str) -> bool:
    """Whether a word may be made of a name that is no person's: German, Germans, Germanic of Germany."""
    is_longer = len(word) > len(name) and word.startswith(name[:-1]) and word[-1] != name[-1]
    return is_longer or any(name.startswith(stem) for stem in names.list_stems(word))


def _sounds_like(one: str, other: str) -> bool:
    return write_sounds(one) == write_sounds(other) or is_near(one, other)


def _join(spellings: Iterable[str]) -> str:
    return " or ".join(sorted(spellings))
