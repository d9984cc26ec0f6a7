"""The words of a draft between quotation marks, and beside these.

Between them are runs of words, with ellipses and brackets before them. What does not belong here: where the
articles have them (found_places.py).
"""

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from istanbul_talks.check.matching.articles import BULLET, FOOTNOTE
from istanbul_talks.check.matching.compared_tokens import ComparedTokens, read_tokens
from istanbul_talks.text.characters import mask_unfit
from istanbul_talks.text.folding import QUOTATION_MARKS, list_invisible
from istanbul_talks.text.markup import strip_markup

ELLIPSIS, BRACKET, CLOSING_BRACKET = "…", "[", "]"
LAST_SIGN = "the sign before the closing mark"
"""What is left out of words that end with one."""

LOOSE = frozenset(",.")
"""Signs that print puts before a closing mark or an ellipsis."""

MAX_BRACKET = 12
"""Maximum number of tokens between brackets that stand for words of an article."""

SPACED_ELLIPSIS = re.compile(r"\.\s\.\s\.|\[\s*(?:…|\.\s*\.\s*\.)\s*\]")
NEXT_PARAGRAPH = re.compile(rf"(?<=\n)(\s*\n\s*)[{QUOTATION_MARKS}]")
"""The mark with which each paragraph of a long quotation begins."""

CHANGED_LETTER = re.compile(r"\[(\w)\](?=\w)")
CHANGED_PART = re.compile(r"(?<!\w)(\w+)\[(\w+)\]|\[(\w+)\](\w+)")
"""A word of which the ending or the beginning stands in brackets."""

SENTENCE_END = re.compile(r"[.?!…]\s|\n\s*\n")
WORD = re.compile(r"[^\W_]+")
LINE_END_HYPHEN = re.compile(r"(?<=\w)[-‐]\s*\n\s*(?=\w)")


class WordsBeside(NamedTuple):
    """The draft's own words in the sentence of a quotation, in lower case, before it and behind it."""

    before: list[str]
    behind: list[str]


class Run(NamedTuple):
    """Consecutive words, keys and forms, and what stands before them.

    That is an ellipsis, or words between brackets, their forms; neither before the first words.
    """

    keys: list[str]
    forms: list[str]
    has_ellipsis: bool = False
    bracket: tuple[str, ...] | None = None


def read_beside(before: str, behind: str) -> WordsBeside:
    """Return the words beside a quotation, given what stands before and behind it."""
    clauses = SENTENCE_END.split(before)[-1], SENTENCE_END.split(behind)[0]
    return WordsBeside(*(WORD.findall(clause.lower()) for clause in clauses))


def clean_words(words: str) -> str:
    """Return words of a draft without invisible characters, an ellipsis always as one."""
    masked = mask_unfit(words)
    visible = masked.translate(dict.fromkeys(map(ord, list_invisible(masked))))
    return SPACED_ELLIPSIS.sub(ELLIPSIS, visible)


def strip_signs(words: str) -> str:
    """Return words without markup, bullets, footnotes, paragraph marks, brackets round a changed letter."""
    undivided = NEXT_PARAGRAPH.sub(r"\1", words)
    bare = "".join(strip_markup([BULLET.sub("", FOOTNOTE.sub("", undivided))]))
    return CHANGED_LETTER.sub(r"\1", bare)


def divide_words(words: str) -> list[Run]:
    """Return the runs of words between ellipses and brackets; the last has none where one of these ends."""
    tokens = read_tokens(CHANGED_PART.sub(r"[\1\2\3\4]", words))
    runs, place = [Run([], [])], 0
    while place < len(tokens.keys):
        end = _find_bracket_end(tokens, place)
        if end or tokens.keys[place] == ELLIPSIS:
            _add_joint(runs, tuple(tokens.forms[place + 1 : end]) if end else None)
        else:
            runs[-1].keys.append(tokens.keys[place])
            runs[-1].forms.append(tokens.forms[place])
        place = (end or place) + 1
    return runs


def _find_bracket_end(tokens: ComparedTokens, place: int) -> int | None:
    """Return where a bracket closes that opens at a token; None where none does near."""
    if tokens.keys[place] != BRACKET:
        return None
    inside = tokens.keys[place : place + MAX_BRACKET]
    return place + inside.index(CLOSING_BRACKET) if CLOSING_BRACKET in inside else None


def _add_joint(runs: list[Run], bracket: tuple[str, ...] | None) -> None:
    """Begin a new run behind an ellipsis or a bracket, or join it to those right before."""
    begun = runs.pop() if not runs[-1].keys else Run([], [])
    put = (*(begun.bracket or ()), *(bracket or ())) if bracket is not None else begun.bracket
    runs.append(Run([], [], begun.has_ellipsis or bracket is None, put))


def loosen_runs(runs: Sequence[Run]) -> list[Run]:
    """Return runs without a comma or full stop before an ellipsis and at the end."""
    before = [*(run.has_ellipsis for run in runs[1:]), True]
    return [
        run._replace(keys=run.keys[:-1], forms=run.forms[:-1])
        if may_drop and LOOSE & {*run.keys[-1:]}
        else run
        for run, may_drop in zip(runs, before, strict=True)
    ]


def list_readings(words: str) -> Iterator[tuple[list[Run], tuple[str, ...]]]:
    """Yield words as they are, then read in other ways, each with what is left out then.

    As they are they may have ellipses and brackets that an article has, too.
    """
    clean = clean_words(words)
    tokens = read_tokens(clean)
    yield [Run(tokens.keys, tokens.forms)], ()
    undivided = LINE_END_HYPHEN.sub("", clean)
    yield from _list_bare_readings(clean)
    if undivided != clean:
        yield from _list_bare_readings(undivided, "a hyphen at a line's end")


def _list_bare_readings(words: str, *left_out: str) -> Iterator[tuple[list[Run], tuple[str, ...]]]:
    bare = strip_signs(words)
    if (lettered := CHANGED_LETTER.sub(r"\1", words)) != words:
        left_out = (*left_out, "a letter in brackets")
    if bare != lettered:
        left_out = (*left_out, "the draft's markup")
    runs = divide_words(bare)
    yield runs, left_out
    if (loose := loosen_runs(runs)) != runs:
        yield loose, (*left_out, LAST_SIGN)
