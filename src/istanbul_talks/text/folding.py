"""Folding: one form for what may differ between two prints of the same words, and the way back to the text.

- Invisible characters drop out: all of the Unicode category Cf, variation selectors, the grapheme joiner.
- An accent is one character with its letter, however it is written (NFC).
- A run of white space is one space, a run of dashes one -; quotation marks and apostrophes are ', ... is …

All else stays as it is: letter case, numbers, and every other sign. A text itself is never changed: a folded
text is only searched, and knows for each of its characters which code points of the text it stands for.
"""

import re
from collections.abc import Callable, Iterator, Sequence
from typing import NamedTuple
from unicodedata import category, is_normalized, normalize

QUOTATION_MARKS = '‘’‚‛′ʼ“”„‟″«»‹›"'
DASHES = "‐‑‒–—―−"
FORMS = dict.fromkeys(QUOTATION_MARKS, "'") | dict.fromkeys(DASHES, "-") | {"...": "…"}

VARIED = re.compile(rf"(?! \S)\s+|\.\.\.|[-{DASHES}]{{2,}}|[{QUOTATION_MARKS}{DASHES}]")
"""What has several forms; a single space, being its own form, is passed over."""

HANGUL_SYLLABLE = r"[\u1100-\u115f\uac00-\ud7a3][\u1160-\u11a7]?[\u11a8-\u11ff]?"
"""A syllable, or the letters of one: first consonant, vowel, last consonant."""

CAPITAL_SIGMA = "Σ"
"""The letter whose small form depends on what stands beside it."""

ATTACHED = frozenset(
    map(chr, (0x034F, *range(0x180B, 0x180E), 0x180F, *range(0xFE00, 0xFE10), *range(0xE0100, 0xE01F0)))
)
"""Invisible characters that belong to the character before them: grapheme joiner, variation selectors."""


class FoldedText(NamedTuple):
    """A folded text; for each of its characters, where in the text what it stands for starts and ends."""

    text: str
    starts: Sequence[int]
    ends: Sequence[int]

    def find(self, sought: str) -> Iterator[tuple[int, int]]:
        """Yield the spans of the text whose folded form this is, overlapping ones too."""
        for start in find_starts(self.text, sought):
            end = start + len(sought)
            if not self._divides(start) and not self._divides(end):
                yield self.starts[start], self.ends[end - 1]

    def _divides(self, index: int) -> bool:
        """Whether what is before and from this index on stands for the same characters of the text."""
        return 0 < index < len(self.text) and self.starts[index] < self.ends[index - 1]


def fold(text: str) -> FoldedText:
    """Return the folded form of a text, with the way back."""
    folded = FoldedText(text, range(len(text)), range(1, len(text) + 1))
    if not text.isascii():
        folded = _compose_accents(_drop_invisible(folded))
    return _rewrite(folded, VARIED, _get_form)


def fold_words(words: str) -> str:
    """Return the folded form of words that are sought, without white space around them."""
    return fold(words).text.strip()


def fold_case(text: str) -> str:
    """Return a text in lower case, sign by sign, so that positions stay; all forms of i are one."""
    lowered = text.lower()
    if len(lowered) != len(text) or CAPITAL_SIGMA in text:
        lowered = "".join(sign.lower()[0] for sign in text)
    return lowered.replace("ı", "i")


def find_starts(text: str, sought: str) -> Iterator[int]:
    """Yield where a string begins in a text, overlapping ones too; nowhere if it is empty."""
    start = text.find(sought) if sought else -1
    while start >= 0:
        yield start
        start = text.find(sought, start + 1)


def is_invisible(sign: str) -> bool:
    """Return whether a character is not seen by a reader."""
    return sign in ATTACHED or category(sign) == "Cf"


def list_invisible(text: str) -> str:
    """Return the characters of a text that are not seen by a reader, each once, in order."""
    return "" if text.isascii() else "".join(sorted(filter(is_invisible, set(text))))


def _drop_invisible(folded: FoldedText) -> FoldedText:
    """Return a text without invisible characters; those that are attached count to the one before."""
    text = folded.text
    invisible = frozenset(list_invisible(text))
    if not invisible:
        return folded
    kept = [index for index, sign in enumerate(text) if sign not in invisible]
    ends = [_skip_attached(text, index + 1) for index in kept]
    return FoldedText("".join(text[index] for index in kept), kept, ends)


def _skip_attached(text: str, index: int) -> int:
    """Return the index of the first character from here on that is not attached to the one before."""
    while index < len(text) and text[index] in ATTACHED:
        index += 1
    return index


def _compose_accents(folded: FoldedText) -> FoldedText:
    """Return a text in NFC."""
    if is_normalized("NFC", folded.text):
        return folded
    marks = "".join(sign for sign in set(folded.text) if category(sign).startswith("M"))
    accented = rf"[^{marks}]?[{marks}]+|" if marks else ""
    pattern = re.compile(rf"{HANGUL_SYLLABLE}|{accented}[^\0-\x7f]")
    return _rewrite(folded, pattern, lambda match: normalize("NFC", match[0]))


def _get_form(match: re.Match[str]) -> str:
    """Return the one form of white space, of a sign, or of signs that stand for another."""
    found = match[0]
    return " " if found.isspace() else FORMS.get(found, "-")


def _rewrite(
    folded: FoldedText, pattern: re.Pattern[str], write: Callable[[re.Match[str]], str]
) -> FoldedText:
    """Return a text with each match of a pattern written anew; what is written stands for the whole match."""
    pieces: list[str] = []
    starts: list[int] = []
    ends: list[int] = []
    reached = 0
    for match in pattern.finditer(folded.text):
        start, end = match.span()
        new = write(match)
        if new == match[0]:
            continue
        pieces += folded.text[reached:start], new
        starts += [*folded.starts[reached:start], *[folded.starts[start]] * len(new)]
        ends += [*folded.ends[reached:start], *[folded.ends[end - 1]] * len(new)]
        reached = end
    pieces.append(folded.text[reached:])
    return FoldedText("".join(pieces), [*starts, *folded.starts[reached:]], [*ends, *folded.ends[reached:]])
