"""Tokens of a sentence that says who speaks: quotations, names, reporting verbs, other words and signs.

What does not belong here: what the tokens say together (speech_frames.py).
"""

import re
import sqlite3
from collections import defaultdict
from collections.abc import Iterator
from enum import Enum
from itertools import chain
from typing import NamedTuple

from istanbul_talks.check.articles_language import load_forms
from istanbul_talks.check.speech.speaker_names import Actors, SpeakerNames
from istanbul_talks.text.language_forms import match_any
from istanbul_talks.text.sentence_ends import select_sentence_rules

MASK = "\ufffc"
"""What stands for each character of a quotation."""

POSSESSIVE = re.compile(r"['’]s(?!\w)|(?<=s)['’](?=\s+\w)")
"""The ending of a possessive."""


INITIAL = r"(?<!\w)[^\W\d_a-z]\.(?=\s+\w)"
"""The first letter of a name, for which it stands."""

INNER_CAPITALS = re.compile(r"(?<=[^\W\d_] |, )\w+")
"""The words inside of sentences."""


class TokenKind(Enum):
    """What a token is; the value is the group of the pattern."""

    QUOTATION = "quotation"
    NAME = "name"
    PREPOSITION = "preposition"
    VERB = "verb"
    WORD = "word"
    SIGN = "sign"


class SpeechToken(NamedTuple):
    """A token: what it is, its words, where it begins; of which kinds of the language's words; who is named.

    `is_possessive` where the ending of a possessive follows.
    """

    kind: TokenKind
    text: str
    start: int
    kinds: frozenset[str] = frozenset()
    actors: Actors = frozenset()
    is_possessive: bool = False

    @property
    def is_capital(self) -> bool:
        """Whether it is another word with a capital, and no adjective made of one: Warsaw-based."""
        is_adjective = "-" in self.text and self.text.rpartition("-")[2].islower()
        return self.kind is TokenKind.WORD and self.text[0].isupper() and not is_adjective

    @property
    def is_day(self) -> bool:
        """Whether it is the name of a day or month."""
        return self.is_capital and self.is_one("weekdays", "months")

    def is_one(self, *kinds: str) -> bool:
        """Return whether it is one of some kinds of the language's words."""
        return not self.kinds.isdisjoint(kinds)


class SpeechRules:
    """What the articles' language, the dataset's names, and a draft's capitals say of who speaks."""

    def __init__(self, db: sqlite3.Connection, draft: str) -> None:
        self.names = SpeakerNames(db)
        kinds = load_forms(db)
        self.sentences = select_sentence_rules(kinds)
        self._kinds: defaultdict[str, frozenset[str]] = defaultdict(frozenset)
        for kind, forms in kinds.items():
            for form in chain.from_iterable(forms.values() if isinstance(forms, dict) else [forms]):
                self._kinds[form.lower()] |= {kind}
        self._titles = {word for (title,) in db.execute("SELECT title FROM roles") for word in title.split()}
        printed = " ".join(exact for (exact,) in db.execute("SELECT exact FROM quotes"))
        self._common = {word for word in re.findall(r"[^\W\d_]+", printed) if word.islower()}
        self._capitals = set(INNER_CAPITALS.findall(draft))
        verbs, nouns = kinds["quoting_verbs"], kinds["quoting_nouns"]
        in_titles = {verb.capitalize() for verb in verbs if verb not in nouns}
        abbreviations = kinds.get("abbreviations", ())
        self._pattern = re.compile(
            rf"(?P<quotation>{MASK}+)|(?P<name>(?<!\w[-–]){self.names.pattern}(?![-–]\w))"
            rf"|(?P<preposition>(?i:{match_any(kinds['quoting_prepositions'])}))"
            rf"|(?P<verb>{match_any({*verbs, *in_titles})})"
            rf"|(?P<word>{match_any(abbreviations)}|{INITIAL}|\w+(?:[-.&]\w+)*)|(?P<sign>[^\w\s*_])"
        )

    def read_tokens(self, text: str, start: int, end: int) -> Iterator[SpeechToken]:
        """Yield the tokens of a part of a text whose quotations are masked."""
        place = start
        while found := self._pattern.search(text, place, end):
            kind, words = TokenKind(found.lastgroup), found[0]
            own = POSSESSIVE.match(text, found.end(), end)
            actors = self.names.get_actors(words) if kind is TokenKind.NAME else frozenset()
            yield SpeechToken(
                kind, words, found.start(), self._kinds.get(words.lower(), frozenset()), actors, bool(own)
            )
            place = own.end() if own else found.end()

    def is_name(self, token: SpeechToken) -> bool:
        """Return whether a word that opens a sentence is a name: known, or with a capital inside another."""
        is_known = token.text in self._capitals or bool(self.names.get_actors(token.text))
        return is_known and token.text.lower() not in self._common

    def is_title(self, token: SpeechToken) -> bool:
        """Return whether a word belongs to a post."""
        return token.text in self._titles
