"""What differs between words of a draft and of an article, in words.

What does not belong here: which differences matter (allowed_differences.py).
"""

from collections.abc import Iterator, Sequence

from istanbul_talks.check.matching.articles import Articles
from istanbul_talks.check.matching.compared_tokens import APOSTROPHE, CLOSING, HYPHEN, OPENING, PARTING

SIGNS = {
    ",": "a comma",
    ".": "a full stop",
    "?": "a question mark",
    "!": "an exclamation mark",
    ":": "a colon",
    ";": "a semicolon",
    "…": "an ellipsis",
    HYPHEN: "a hyphen",
    PARTING: "a dash",
    APOSTROPHE: "an apostrophe",
    OPENING: "a quotation mark",
    CLOSING: "a quotation mark",
}
"""The names of signs, by their keys."""

NO_SPACE_BEFORE = frozenset((*",.?!:;…)]%", HYPHEN, APOSTROPHE, CLOSING))
NO_SPACE_BEHIND = frozenset((*"([$€£", HYPHEN, APOSTROPHE, OPENING))


def describe_change(
    articles: Articles, old: range, keys: Sequence[str], forms: Sequence[str], new: range
) -> Iterator[str]:
    """Yield what an article has in place of some words of the quotation.

    Words between two quotations of the article are not told: that the first ends is enough.
    """
    edges = [place for place in old if place in articles.quotation_edges]
    yield from (_describe_edge(articles, edge) for edge in edges)
    is_told = edges and not new and (articles.keys[edges[0]] == CLOSING or len(old) == len(edges))
    if not is_told:
        yield _describe_words(articles, old, keys, forms, new)


def _describe_words(
    articles: Articles, old: range, keys: Sequence[str], forms: Sequence[str], new: range
) -> str:
    of_draft = slice(new.start, new.stop)
    printed = _name(articles.keys[old.start : old.stop], articles.get_words(old)) if old else ""
    written = _name(keys[of_draft], join_forms(keys[of_draft], forms[of_draft])) if new else ""
    if not new:
        return f"{printed} is left out {_say_where(forms, new.start)}"
    if not old:
        return (
            f"{written} is put in {_say_where(forms, new.start) if new.stop < len(forms) else 'at the end'}"
        )
    return f"the article has {printed} for {written}"


def _describe_edge(articles: Articles, place: int) -> str:
    """Return between which words a quotation of the article begins or ends."""
    if articles.keys[place] == CLOSING:
        before = next(at for at in range(place, 0, -1) if articles.keys[at][:1].isalnum())
        return f"the article's quotation ends after “{articles.forms[before]}”"
    behind = next(at for at in range(place, len(articles.keys)) if articles.keys[at][:1].isalnum())
    return f"the article's quotation begins before “{articles.forms[behind]}”"


def _name(keys: Sequence[str], words: str) -> str:
    """Return the name of a single sign, or words in quotation marks."""
    return SIGNS[keys[0]] if len(keys) == 1 and keys[0] in SIGNS else f"“{words}”"


def _say_where(forms: Sequence[str], place: int) -> str:
    """Return behind which word something stands."""
    before = next((form for form in reversed(forms[:place]) if form[0].isalnum()), None)
    return f"after “{before}”" if before else "at the beginning"


def join_forms(keys: Sequence[str], forms: Sequence[str]) -> str:
    """Return the forms of tokens as running words: signs have a space where print has one."""
    words = ""
    for before, key, form in zip(["(", *keys], keys, forms, strict=False):
        is_attached = key in NO_SPACE_BEFORE or before in NO_SPACE_BEHIND
        words += form if is_attached else f" {form}"
    return words
