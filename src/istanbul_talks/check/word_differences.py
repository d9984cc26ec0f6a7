"""What differs between words of a draft and of an article, in words.

What does not belong here: which differences matter (quotation_match.py).
"""

from collections.abc import Iterator, Sequence

from istanbul_talks.check.articles import Articles
from istanbul_talks.check.compared_tokens import CLOSING, OPENING
from istanbul_talks.check.likest_words import LikeWords
from istanbul_talks.reanchor.token_alignment import Window, split_window

SIGNS = {
    ",": "a comma",
    ".": "a full stop",
    "?": "a question mark",
    "!": "an exclamation mark",
    ":": "a colon",
    ";": "a semicolon",
    "…": "an ellipsis",
    "-": "a hyphen",
    "—": "a dash",
    "’": "an apostrophe",
    OPENING: "a quotation mark",
    CLOSING: "a quotation mark",
}
"""The names of signs, by their keys."""

MAX_TOLD = 5
"""Maximum number of differences that are told one by one."""


def describe_differences(
    articles: Articles, keys: Sequence[str], forms: Sequence[str], like: LikeWords
) -> list[str]:
    """Return what an article has otherwise than the words, in order."""
    whole = Window(like.tokens.start, like.tokens.stop, 0, len(keys))
    told = [
        _describe(articles, range(window.old, window.old_end), keys, forms, range(window.new, window.new_end))
        for window in split_window(whole, like.blocks)
        if window.old < window.old_end or window.new < window.new_end
    ]
    more = len(told) - MAX_TOLD
    return told if more <= 1 else [*told[:MAX_TOLD], f"{more} more differences"]


def _describe(articles: Articles, old: range, keys: Sequence[str], forms: Sequence[str], new: range) -> str:
    """Return what an article has in place of some words of the quotation."""
    printed = _name(articles.keys[old.start : old.stop], articles.get_words(old)) if old else ""
    written = _name(keys[new.start : new.stop], join_forms(forms[new.start : new.stop])) if new else ""
    where = _say_where(forms, new.start)
    if any(place in articles.quotation_edges for place in old):
        return f"the article's quotation ends or begins {where}"
    if not new:
        return f"{printed} is left out {where}"
    return f"the article has {printed} for {written}" if old else f"{written} is put in {where}"


def _name(keys: Sequence[str], words: str) -> str:
    """Return the name of a single sign, or words in quotation marks."""
    return SIGNS[keys[0]] if len(keys) == 1 and keys[0] in SIGNS else f"“{words}”"


def _say_where(forms: Sequence[str], place: int) -> str:
    """Return behind which word something stands."""
    before = next((form for form in reversed(forms[:place]) if form[0].isalnum()), None)
    return f"after “{before}”" if before else "at the beginning"


def join_forms(forms: Sequence[str]) -> str:
    """Return the forms of tokens as running words: signs without a space before them."""
    return "".join(_space(forms)).strip()


def _space(forms: Sequence[str]) -> Iterator[str]:
    for form in forms:
        yield f" {form}" if form[0].isalnum() else form
