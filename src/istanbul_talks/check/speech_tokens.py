"""Tokens of a sentence that says who speaks: quotations, names, reporting verbs, other words and signs.

What does not belong here: what the tokens say together (speech_frames.py).
"""

import re
import sqlite3
from collections.abc import Iterator
from enum import Enum
from typing import NamedTuple

from istanbul_talks.check.speaker_names import Actors, SpeakerNames
from istanbul_talks.text.language_forms import gather_forms, match_any

MASK = "\ufffc"
"""What stands for each character of a quotation."""

POSSESSIVE = r"['’]s(?!\w)|(?<=s)['’](?=\s+\w)"
"""The ending of a possessive."""

FORMS = "SELECT kind, meaning, form FROM language_forms ORDER BY language, kind, number"


class TokenKind(Enum):
    """What a token is; the value is the group of the pattern."""

    QUOTATION = "quotation"
    NAME = "name"
    PREPOSITION = "preposition"
    VERB = "verb"
    WORD = "word"
    SIGN = "sign"


class Token(NamedTuple):
    """A token: what it is, its words, where it begins, who is named, and whether as a possessive."""

    kind: TokenKind
    text: str
    start: int
    actors: Actors = frozenset()
    is_possessive: bool = False

    @property
    def end(self) -> int:
        """Where its words end, without the ending of a possessive."""
        return self.start + len(self.text)

    @property
    def is_capital(self) -> bool:
        """Whether it is another word with a capital."""
        return self.kind is TokenKind.WORD and self.text[0].isupper()


class SpeechRules:
    """What the dataset's languages and names say of who speaks."""

    def __init__(self, db: sqlite3.Connection) -> None:
        self.names = SpeakerNames(db)
        kinds = gather_forms(db.execute(FORMS))
        self._words = {
            kind: frozenset(form.lower() for form in _list_forms(forms)) for kind, forms in kinds.items()
        }
        self._titles = {word for (title,) in db.execute("SELECT title FROM roles") for word in title.split()}
        common = db.execute("SELECT exact FROM quotes")
        self._common = {
            word for (exact,) in common for word in re.findall(r"[^\W\d_]+", exact) if word.islower()
        }
        verbs, before = (
            match_any(self._words["quoting_verbs"]),
            match_any(self._words["quoting_prepositions"]),
        )
        self._pattern = re.compile(
            rf"(?P<quotation>{MASK}+)|(?P<name>(?<!\w[-–]){self.names.pattern}(?![-–]\w))|(?P<preposition>(?i:{before}))|(?P<verb>{verbs})"
            rf"|(?P<word>\w+(?:[-.&]\w+)*)|(?P<sign>[^\w\s*_])"
        )

    def read_tokens(self, text: str, start: int, end: int) -> Iterator[Token]:
        """Yield the tokens of a part of a text whose quotations are masked."""
        place = start
        while found := self._pattern.search(text, place, end):
            kind = TokenKind(found.lastgroup)
            own = re.compile(POSSESSIVE).match(text, found.end(), end)
            place = own.end() if own else found.end()
            actors = self.names.get_actors(found[0]) if kind is TokenKind.NAME else frozenset()
            yield Token(kind, found[0], found.start(), actors, bool(own))

    def is_one(self, token: Token, *kinds: str) -> bool:
        """Return whether a token is one of a kind of the language's words."""
        return any(token.text.lower() in self._words[kind] for kind in kinds)

    def is_day(self, token: Token) -> bool:
        """Return whether a token is the name of a day or month."""
        return token.is_capital and self.is_one(token, "weekdays", "months")

    def is_common(self, token: Token) -> bool:
        """Return whether the articles print a word without a capital."""
        return token.text.lower() in self._common

    def is_title(self, token: Token) -> bool:
        """Return whether a word belongs to a post."""
        return token.text in self._titles


def _list_forms(forms: object) -> Iterator[str]:
    """Yield forms, whatever they mean."""
    if isinstance(forms, dict):
        for several in forms.values():
            yield from several
    elif isinstance(forms, list):
        yield from forms
