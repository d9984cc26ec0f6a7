"""Edited copies of an article, drawn at random from a seed, with the origin of each of their characters.

Words are deleted, inserted (from the article's own words), replaced, numbers changed, "not" put in and taken
out, sentences deleted and moved, lines broken anew, quotation marks printed otherwise. What does not belong
here: what is done with the copies (reanchor_trials.py).
"""

import re
from collections.abc import Callable, Iterable
from random import Random
from typing import NamedTuple

from pipeline.source_text import find_words

NOT = "not"
NEAR = 3
"""Distance in words within which an edit must not put in a word that is there already."""

MARKS = (str.maketrans("“”‘’", "\"\"''"), str.maketrans("“”‘’\"'", "«»‹›»›"))
WIDTHS = (40, 72, 100)


class Piece(NamedTuple):
    """A word, or what is between two; `origin` is its place in the article, None where it is new."""

    characters: str
    origin: int | None
    is_word: bool


class EditedCopy(NamedTuple):
    """The text of an edited copy, and for each character its place in the article, None where it is new."""

    text: str
    origins: list[int | None]


Sentence = list[Piece]
Edit = Callable[["Draft"], int]
"""Changes a draft and returns how many words it touched, none where it finds nothing to change."""


class Draft:
    """An article that is being edited."""

    def __init__(self, text: str, sentences: Iterable[tuple[int, int]], chance: Random) -> None:
        self.sentences = [list(_split_pieces(text, start, end)) for start, end in sentences]
        self.chance = chance
        self.origins = [piece.origin for piece in self.words()]
        self.vocabulary = [piece.characters for piece in self.words()]
        self.left = 0
        """How many words may still be touched."""

    def words(self) -> list[Piece]:
        """Return all words, in order."""
        return [piece for sentence in self.sentences for piece in sentence if piece.is_word]

    def choose_place(self, fits: Callable[[Piece], bool]) -> tuple[Sentence, int] | None:
        """Return a place, a sentence and an index in it, where a word of the article fits."""
        places = [
            (sentence, index)
            for sentence in self.sentences
            for index, piece in enumerate(sentence)
            if piece.is_word and piece.origin is not None and fits(piece)
        ]
        return self.chance.choice(places) if places else None

    def choose_other_word(self, piece: Piece) -> str:
        """Return a word of the article that is none of those near the piece."""
        near = self.list_near(piece)
        return self.chance.choice([word for word in self.vocabulary if word not in near])

    def list_near(self, piece: Piece) -> list[str]:
        """Return the words near a piece in the article."""
        number = self.origins.index(piece.origin)
        return self.vocabulary[max(number - NEAR, 0) : number + NEAR + 1]


def make_edited_copy(text: str, sentences: Iterable[tuple[int, int]], share: float, seed: str) -> EditedCopy:
    """Return a copy of the article with about this share of its words edited, always the same for a seed."""
    draft = Draft(text, sentences, Random(seed))
    draft.left = max(round(share * len(draft.vocabulary)), 1)
    while draft.left > 0:
        draft.left -= draft.chance.choice(EDITS)(draft)
    pieces = [piece for sentence in draft.sentences for piece in sentence]
    return _reprint(_join_pieces(pieces), draft.chance)


def delete_word(draft: Draft) -> int:
    """Delete a word and what follows it, if that is white space."""
    return _delete(draft, lambda _: True)


def remove_not(draft: Draft) -> int:
    """Take out a "not"."""
    return _delete(draft, lambda piece: piece.characters == NOT)


def insert_word(draft: Draft) -> int:
    """Put another word of the article before a word."""
    return _insert(draft, draft.choose_other_word)


def insert_not(draft: Draft) -> int:
    """Put "not" before a word."""
    return _insert(draft, lambda piece: "" if NOT in draft.list_near(piece) else NOT)


def replace_word(draft: Draft) -> int:
    """Replace a word by another one of the article."""
    return _replace(draft, lambda _: True, draft.choose_other_word)


def change_number(draft: Draft) -> int:
    """Change one digit of a number."""

    def change_digit(piece: Piece) -> str:
        number = piece.characters
        place = draft.chance.choice([i for i, sign in enumerate(number) if sign.isdecimal()])
        digit = (int(number[place]) + draft.chance.randint(1, 9)) % 10
        return f"{number[:place]}{digit}{number[place + 1 :]}"

    return _replace(draft, lambda piece: bool(re.search(r"\d", piece.characters)), change_digit)


def delete_sentence(draft: Draft) -> int:
    """Delete a sentence that is not longer than what may still be touched."""
    sentence = _choose_sentence(draft)
    if sentence is None:
        return 0
    draft.sentences = [other for other in draft.sentences if other is not sentence]
    return _count_words(sentence)


def move_sentence(draft: Draft) -> int:
    """Move a sentence that is not longer than what may still be touched to another place."""
    sentence = _choose_sentence(draft)
    if sentence is None:
        return 0
    draft.sentences = [other for other in draft.sentences if other is not sentence]
    draft.sentences.insert(draft.chance.randint(0, len(draft.sentences)), sentence)
    return _count_words(sentence)


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


def _split_pieces(text: str, start: int, end: int) -> Iterable[Piece]:
    reached = start
    for word in find_words(text, start, end):
        if word.start > reached:
            yield Piece(text[reached : word.start], reached, is_word=False)
        yield Piece(text[word.start : word.end], word.start, is_word=True)
        reached = word.end
    if reached < end:
        yield Piece(text[reached:end], reached, is_word=False)


def _delete(draft: Draft, fits: Callable[[Piece], bool]) -> int:
    place = draft.choose_place(fits)
    if place is None:
        return 0
    sentence, i = place
    following = sentence[i + 1 : i + 2]
    del sentence[i : i + 1 + (bool(following) and following[0].characters.isspace())]
    return 1


def _insert(draft: Draft, other: Callable[[Piece], str]) -> int:
    place = draft.choose_place(lambda _: True)
    if place is None:
        return 0
    sentence, i = place
    word = other(sentence[i])
    if not word:
        return 0
    sentence[i:i] = [Piece(word, None, is_word=True), Piece(" ", None, is_word=False)]
    return 1


def _replace(draft: Draft, fits: Callable[[Piece], bool], other: Callable[[Piece], str]) -> int:
    place = draft.choose_place(fits)
    if place is None:
        return 0
    sentence, i = place
    sentence[i] = Piece(other(sentence[i]), None, is_word=True)
    return 1


def _choose_sentence(draft: Draft) -> Sentence | None:
    fitting = [sentence for sentence in draft.sentences if 0 < _count_words(sentence) <= draft.left]
    return draft.chance.choice(fitting) if fitting else None


def _count_words(sentence: Sentence) -> int:
    return sum(piece.is_word for piece in sentence)


def _join_pieces(pieces: Iterable[Piece]) -> EditedCopy:
    text, origins = "", list[int | None]()
    for characters, origin, _ in pieces:
        text += characters
        origins += [None if origin is None else origin + i for i in range(len(characters))]
    return EditedCopy(text, origins)


def _reprint(copy: EditedCopy, chance: Random) -> EditedCopy:
    """Return the copy with lines broken anew, with other quotation marks, both or neither."""
    text = copy.text
    if chance.choice((True, False)):
        text = _wrap_lines(text, chance.choice(WIDTHS))
    if chance.choice((True, False)):
        text = text.translate(chance.choice(MARKS))
    return EditedCopy(text, copy.origins)


def _wrap_lines(text: str, width: int) -> str:
    """Return the text with line breaks in place of spaces, lines at most so wide where words allow it."""
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
