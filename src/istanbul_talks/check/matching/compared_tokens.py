"""Tokens of articles and drafts as quotations are compared: a key under which they are the same, a form.

Keys know more than those of the text rules (text/tokens.py): whether a quotation mark opens, closes or stands
inside a word, and whether a dash joins words or parts them. Letter case, the shape of marks and dashes and
how an accent is written do not count; white space and what is not seen count nowhere.
"""

from typing import NamedTuple
from unicodedata import normalize

from istanbul_talks.text.folding import list_invisible
from istanbul_talks.text.tokens import Tokens

MARK, DASH = "'", "-"
OPENING, CLOSING, APOSTROPHE, HYPHEN, PARTING = "“", "”", "’", "-", "—"
"""The keys of marks and dashes by what they do."""

LONG_DASHES = "—―"
OPENING_SIGNS = "([{“‘„‚«‹\"'—–"


class ComparedTokens(NamedTuple):
    """Tokens in order: keys, forms as they are printed, and where they start and end (exclusive)."""

    keys: list[str]
    forms: list[str]
    starts: list[int]
    ends: list[int]

    def __len__(self) -> int:
        return len(self.keys)


def read_tokens(text: str) -> ComparedTokens:
    """Return the tokens of a text without invisible characters."""
    tokens = Tokens(text)
    spans = list(zip(tokens.starts, tokens.ends, strict=True))
    keys = [_get_key(text, key, *span) for key, span in zip(tokens.keys, spans, strict=True)]
    forms = [normalize("NFC", text[start:end]) for start, end in spans]
    return ComparedTokens(keys, forms, tokens.starts, tokens.ends)


def strip_invisible(text: str) -> str:
    """Return a text without the characters that a reader does not see."""
    return text.translate(dict.fromkeys(map(ord, list_invisible(text))))


def _get_key(text: str, key: str, start: int, end: int) -> str:
    if key == MARK:
        return _classify_mark(text[start - 1 : start] or " ", text[end : end + 1] or " ")
    if key == DASH:
        return _classify_dash(text[start - 1 : start] or " ", text[start:end], text[end : end + 1] or " ")
    return key.lower()


def _classify_mark(before: str, after: str) -> str:
    """Return whether a mark between two characters opens, closes or is an apostrophe inside a word."""
    if before.isalnum() and after.isalnum():
        return APOSTROPHE
    return OPENING if before.isspace() or (before in OPENING_SIGNS and after.isalnum()) else CLOSING


def _classify_dash(before: str, dash: str, after: str) -> str:
    """Return whether a dash between two characters joins words or parts them."""
    is_long = len(dash) > 1 or dash in LONG_DASHES
    return PARTING if is_long or before.isspace() or after.isspace() else HYPHEN
