"""Trial drafts for `talks check`, drawn at random from a seed: short texts with passages right and wrong.

What does not belong here: what is planted (quotation_changes.py, own_word_changes.py), and what the command
says of it (check_trials.py).
"""

import re
import sqlite3
import textwrap
from collections.abc import Callable, Iterator
from html import escape
from random import Random
from typing import NamedTuple

from evaluation.draft_material import DraftMaterial
from evaluation.own_word_changes import (
    RIGHT_WORDS,
    WRONG_WORDS,
    Saying,
    Speech,
    name_other_speaker,
    name_speaker,
)
from evaluation.quotation_changes import (
    ALTERED,
    NEARLY,
    VERBATIM,
    Change,
    cut_off_negation,
    quote_part,
    quote_sentence,
)

PASSAGES = 4
"""How many a draft has."""

ATTEMPTS = 200
WIDTHS = (40, 72, 100)
TEXT, MARKDOWN, HTML = "txt", "md", "html"
QUOTED = "> "
OWN_MARK = re.compile(r"[“”\"]|‘(?=\w)|(?<!\w)’|’(?!\w)")

QUOTED_RIGHTLY, ALTERED_WORDS = "quoted as printed", "altered or foreign"
RIGHT_SPEAKERS, OTHER_SPEAKERS, OWN_WORDS = "right speaker", "other speaker", "right in own words"


class Planted(NamedTuple):
    """What a passage is: its kind, the group that is counted together, what is judged, if it is right."""

    kind: str
    group: str
    judged: str
    is_right: bool


class PlantedPassage(NamedTuple):
    """A planted passage and the first and last line of the draft that it stands on, from 1."""

    planted: Planted
    first_line: int
    last_line: int


class Form(NamedTuple):
    """How a draft is written: the ending of its file, its quotation marks, the outer pair and the inner."""

    ending: str
    marks: tuple[str, str, str, str]


class TrialDraft(NamedTuple):
    """A draft: its text, its form, its planted passages."""

    text: str
    form: Form
    passages: list[PlantedPassage]


Maker = Callable[[DraftMaterial, Form], str]
"""Makes a paragraph; "" where what was drawn does not allow it."""


def make_drafts(db: sqlite3.Connection, count: int) -> Iterator[TrialDraft]:
    """Yield drafts made from a database that has the articles' text; the same articles give the same drafts.

    The kinds take turns; one of which the articles have nothing is left out.
    """
    material = DraftMaterial(db, Random(0))
    kinds = [planted for planted in MAKERS if _can_make(material, planted)]
    for number in range(count):
        turns = [kinds[(number * PASSAGES + turn) % len(kinds)] for turn in range(PASSAGES)]
        material.chance.seed(number)
        yield _make_draft(material, turns)


def nest_marks(words: str, opening: str, closing: str) -> str:
    """Return words with their own quotation marks, of whatever form, in this form."""
    is_open = False

    def print_mark(match: re.Match[str]) -> str:
        nonlocal is_open
        mark = match[0]
        if mark == "’" and not is_open:
            return mark
        is_open = mark in "“‘" or (mark == '"' and not is_open)
        return opening if is_open else closing

    return OWN_MARK.sub(print_mark, words)


def _can_make(material: DraftMaterial, planted: Planted) -> bool:
    return any(
        _make_paragraph(material, planted, _choose_form(material, ending)) for ending in (MARKDOWN, HTML)
    )


def _choose_form(material: DraftMaterial, ending: str) -> Form:
    known = material.forms["quotation_marks"]
    pairs = [
        marks
        for marks in material.frames["marks"].values()
        if known.keys() >= {marks[0] + marks[1], marks[2] + marks[3]}
    ]
    return Form(ending, tuple(material.chance.choice(pairs)))


def _make_draft(material: DraftMaterial, turns: list[Planted]) -> TrialDraft:
    form = _choose_form(material, material.chance.choice((TEXT, MARKDOWN, MARKDOWN, HTML)))
    width = material.chance.choice((*WIDTHS, 0))
    lines = [*_print(material.choose_frame("openings"), form, width)]
    passages = []
    for planted in turns:
        printed = [*_print(_make_paragraph(material, planted, form), form, width)]
        if printed:
            passages.append(PlantedPassage(planted, len(lines) + 1, len(lines) + len(printed)))
        lines += printed
    lines += _print(material.choose_frame("closings"), form, width)
    return TrialDraft("\n".join(lines) + "\n", form, passages)


def _make_paragraph(material: DraftMaterial, planted: Planted, form: Form) -> str:
    """Return a paragraph of a kind, "" where many draws gave none."""
    return next(filter(None, (MAKERS[planted](material, form) for _ in range(ATTEMPTS))), "")


def _print(paragraph: str, form: Form, width: int) -> Iterator[str]:
    """Yield the lines of a paragraph and an empty one, wrapped at a width unless it is 0."""
    for block in filter(None, paragraph.split("\n")):
        begin = QUOTED if block.startswith(QUOTED) else ""
        lines = textwrap.wrap(
            block,
            width or len(block) + 1,
            subsequent_indent=begin,
            break_long_words=False,
            break_on_hyphens=False,
        )
        yield from [f"<p>{lines[0]}", *lines[1:], "</p>"] if form.ending == HTML else [*lines, ""]


def _quote(change: Change, *, unprinted: bool = False) -> Maker:
    """Return a maker of paragraphs that quote; with `unprinted`, only what no article prints."""

    def make(material: DraftMaterial, form: Form) -> str:
        words = change(material)
        if not words or (unprinted and material.is_printed(words)):
            return ""
        return _set(material.choose_frame("quoting"), form, words=_mark(words, form))

    return make


def _split(material: DraftMaterial, form: Form) -> str:
    """Quote a sentence in two parts, with an attribution between them."""
    words = quote_sentence(material)
    place = words.find(" ", len(words) // 3)
    parts = {"first": words[:place].rstrip(","), "second": words[place:].strip().rstrip(".")}
    frame = material.choose_frame("splitting")
    return _set(frame, form, **{name: _mark(part, form) for name, part in parts.items()})


def _set_block(material: DraftMaterial, form: Form) -> str:
    """Quote a sentence as a block, without marks."""
    frame, words = material.choose_frame("blocks"), quote_sentence(material)
    if form.ending == HTML:
        return f"{frame} <blockquote>{_escape(words, form)}</blockquote>"
    return f"{frame}\n\n{QUOTED}{words}" if form.ending == MARKDOWN else ""


def _set_element(material: DraftMaterial, form: Form) -> str:
    """Quote part of a sentence as an element of HTML."""
    words = quote_part(material)
    if not words or form.ending != HTML:
        return ""
    return _set(material.choose_frame("quoting"), form, words=f"<q>{_escape(words, form)}</q>")


def _speak(speech: Speech) -> Maker:
    """Return a maker of paragraphs that quote somebody."""

    def make(material: DraftMaterial, form: Form) -> str:
        frame, words = speech(material)
        return _set(frame, form, words=_mark(words, form)) if words else ""

    return make


def _tell(saying: Saying) -> Maker:
    """Return a maker of paragraphs in the draft's own words."""

    def make(material: DraftMaterial, form: Form) -> str:
        words = saying(material)
        return _set(material.choose_frame("telling"), form, words=_escape(words, form)) if words else ""

    return make


def _set(frame: str, form: Form, **parts: str) -> str:
    """Return a frame with its parts, which are markup already where the form is HTML."""
    return _escape(frame, form).format(**parts)


def _mark(words: str, form: Form) -> str:
    """Return words within quotation marks, those that they have themselves in the inner form."""
    opening, closing, *inner = form.marks
    return f"{opening}{_escape(nest_marks(words, *inner), form)}{closing}"


def _escape(words: str, form: Form) -> str:
    return escape(words, quote=False) if form.ending == HTML else words


def _list_makers() -> Iterator[tuple[Planted, Maker]]:
    for group, changes, is_right in (
        (QUOTED_RIGHTLY, VERBATIM | NEARLY, True),
        (ALTERED_WORDS, ALTERED, False),
    ):
        for kind, change in changes.items():
            unprinted = not is_right and change is not cut_off_negation
            yield Planted(kind, group, "quotation", is_right), _quote(change, unprinted=unprinted)
    for kind, maker in {"split": _split, "block quote": _set_block, "element of HTML": _set_element}.items():
        yield Planted(kind, QUOTED_RIGHTLY, "quotation", is_right=True), maker
    yield Planted("somebody who said it", RIGHT_SPEAKERS, "quotation", is_right=True), _speak(name_speaker)
    yield Planted("somebody else", OTHER_SPEAKERS, "quotation", is_right=False), _speak(name_other_speaker)
    for group, sayings, is_right in ((OWN_WORDS, RIGHT_WORDS, True), ("", WRONG_WORDS, False)):
        for kind, (judged, saying) in sayings.items():
            yield Planted(kind, group or f"{judged}s", judged, is_right), _tell(saying)


MAKERS = dict(_list_makers())
