"""Edited copies of an article, made by seeded chance, that know where each of their characters comes from.

Words are deleted, inserted (from the article's own words), exchanged, numbers changed, "not" put in and taken
out, sentences deleted and moved, lines broken anew, quotation marks printed otherwise. What does not belong
here: what is done with the copies (reanchoring.py).
"""

import re
from collections.abc import Callable, Iterable
from random import Random
from typing import NamedTuple

from pipeline.source_text import WORD

NOT = "not"
NEAR = 3
MARKS = (str.maketrans("“”‘’", "\"\"''"), str.maketrans("“”‘’\"'", "«»‹›»›"))
WIDTHS = (40, 72, 100)


class Piece(NamedTuple):
    """A word, or what stands between two; `origin` is its place in the article, None where it is new."""

    characters: str
    origin: int | None

    @property
    def is_word(self) -> bool:
        """Say whether this is a word rather than what stands between two."""
        return bool(WORD.fullmatch(self.characters))


class Copy(NamedTuple):
    """The text of an edited copy, and for each character its place in the article, None where it is new."""

    text: str
    origins: list[int | None]


Sentence = list[Piece]
Edit = Callable[["Draft"], int]
"""Changes a draft and returns how many words it touched, none where it finds nothing to change."""


class Draft:
    """An article that is being edited."""

    def __init__(self, text: str, sentences: Iterable[tuple[int, int]], chance: Random) -> None:
        self.sentences = [list(_pieces(text, start, end)) for start, end in sentences]
        self.chance = chance
        self.origins = [piece.origin for piece in self.words()]
        self.vocabulary = [piece.characters for piece in self.words()]
        self.left = 0
        """How many words may still be touched."""

    def words(self) -> list[Piece]:
        """Return all words, in order."""
        return [piece for sentence in self.sentences for piece in sentence if piece.is_word]

    def place(self, fits: Callable[[Piece], bool]) -> tuple[Sentence, int] | None:
        """Return one place, a sentence and an index, at which a piece fits."""
        places = [
            (s, i)
            for s in self.sentences
            for i, piece in enumerate(s)
            if piece.is_word and piece.origin is not None and fits(piece)
        ]
        return self.chance.choice(places) if places else None

    def another(self, piece: Piece) -> str:
        """Return a word of the article that could not be taken for one that stands near the piece."""
        near = self.near(piece)
        return self.chance.choice([word for word in self.vocabulary if word not in near])

    def near(self, piece: Piece) -> list[str]:
        """Return the words that stand near a piece in the article."""
        number = self.origins.index(piece.origin)
        return self.vocabulary[max(number - NEAR, 0) : number + NEAR + 1]


def edited(text: str, sentences: Iterable[tuple[int, int]], share: float, seed: str) -> Copy:
    """Return a copy of the article with about this share of its words edited, always the same for a seed."""
    draft = Draft(text, sentences, Random(seed))
    draft.left = max(round(share * len(draft.vocabulary)), 1)
    while draft.left > 0:
        draft.left -= draft.chance.choice(EDITS)(draft)
    pieces = [piece for sentence in draft.sentences for piece in sentence]
    return _printed(_copy(pieces), draft.chance)


def delete_word(draft: Draft) -> int:
    """Delete a word and what follows it, if that is white space."""
    return _delete(draft, lambda _: True)


def remove_not(draft: Draft) -> int:
    """Take out a "not"."""
    return _delete(draft, lambda piece: piece.characters == NOT)


def insert_word(draft: Draft) -> int:
    """Put another word of the article before a word."""
    return _insert(draft, draft.another)


def insert_not(draft: Draft) -> int:
    """Put "not" before a word."""
    return _insert(draft, lambda piece: "" if NOT in draft.near(piece) else NOT)


def replace_word(draft: Draft) -> int:
    """Exchange a word for another one of the article."""
    return _replace(draft, lambda _: True, draft.another)


def change_number(draft: Draft) -> int:
    """Change one digit of a number."""

    def changed(piece: Piece) -> str:
        number = piece.characters
        place = draft.chance.choice([i for i, sign in enumerate(number) if sign.isdecimal()])
        digit = (int(number[place]) + draft.chance.randint(1, 9)) % 10
        return f"{number[:place]}{digit}{number[place + 1 :]}"

    return _replace(draft, lambda piece: bool(re.search(r"\d", piece.characters)), changed)


def delete_sentence(draft: Draft) -> int:
    """Delete a sentence that is not longer than what may still be touched."""
    sentence = _short_sentence(draft)
    if sentence is None:
        return 0
    draft.sentences = [each for each in draft.sentences if each is not sentence]
    return _length(sentence)


def move_sentence(draft: Draft) -> int:
    """Move a sentence that is not longer than what may still be touched to another place."""
    sentence = _short_sentence(draft)
    if sentence is None:
        return 0
    draft.sentences = [each for each in draft.sentences if each is not sentence]
    draft.sentences.insert(draft.chance.randint(0, len(draft.sentences)), sentence)
    return _length(sentence)


EDITS: tuple[Edit, ...] = (
    delete_word,
    insert_word,
    replace_word,
    change_number,
    insert_not,
    remove_not,
    delete_sentence,
    move_sentence,
)


def _pieces(text: str, start: int, end: int) -> Iterable[Piece]:
    reached = start
    for word in WORD.finditer(text, start, end):
        if word.start() > reached:
            yield Piece(text[reached : word.start()], reached)
        yield Piece(word[0], word.start())
        reached = word.end()
    if reached < end:
        yield Piece(text[reached:end], reached)


def _delete(draft: Draft, fits: Callable[[Piece], bool]) -> int:
    place = draft.place(fits)
    if place is None:
        return 0
    sentence, i = place
    following = sentence[i + 1 : i + 2]
    del sentence[i : i + 1 + (bool(following) and following[0].characters.isspace())]
    return 1


def _insert(draft: Draft, other: Callable[[Piece], str]) -> int:
    place = draft.place(lambda _: True)
    if place is None:
        return 0
    sentence, i = place
    word = other(sentence[i])
    if not word:
        return 0
    sentence[i:i] = [Piece(word, None), Piece(" ", None)]
    return 1


def _replace(draft: Draft, fits: Callable[[Piece], bool], other: Callable[[Piece], str]) -> int:
    place = draft.place(fits)
    if place is None:
        return 0
    sentence, i = place
    sentence[i] = Piece(other(sentence[i]), None)
    return 1


def _short_sentence(draft: Draft) -> Sentence | None:
    fitting = [sentence for sentence in draft.sentences if 0 < _length(sentence) <= draft.left]
    return draft.chance.choice(fitting) if fitting else None


def _length(sentence: Sentence) -> int:
    return sum(piece.is_word for piece in sentence)


def _copy(pieces: Iterable[Piece]) -> Copy:
    text, origins = "", list[int | None]()
    for characters, origin in pieces:
        text += characters
        origins += [None if origin is None else origin + i for i in range(len(characters))]
    return Copy(text, origins)


def _printed(copy: Copy, chance: Random) -> Copy:
    """Print the copy otherwise: lines broken anew, other quotation marks, both or neither."""
    text = copy.text
    if chance.choice((True, False)):
        text = _wrapped(text, chance.choice(WIDTHS))
    if chance.choice((True, False)):
        text = text.translate(chance.choice(MARKS))
    return Copy(text, copy.origins)


def _wrapped(text: str, width: int) -> str:
    """Return the text with a line break in place of the last space before each so-many-th character."""
    lines, start = list[str](), 0
    while len(text) - start > width:
        space = text.rfind(" ", start, start + width)
        if space <= start:
            space = text.find(" ", start + width)
        if space < 0:
            break
        lines.append(text[start:space])
        start = space + 1
    return "\n".join([*lines, text[start:]])
