"""Tokens of articles and drafts as quotations are compared, and what the articles' language says of them.

A token has a key, under which it is the same, and a form, as it is printed. Keys know more than those of the
text rules (text/tokens.py): whether a quotation mark opens, closes or stands inside a word, and whether a
dash joins words or parts them. Letter case, the shape of marks and dashes and how an accent is written do not
count; white space and what is not seen count nowhere. Which words are numbers and negations, and which marks
open and close a quotation, is data of the language.
"""

import re
import sqlite3
from collections.abc import Iterable, Sequence
from typing import NamedTuple
from unicodedata import normalize

from istanbul_talks.check.articles_language import load_forms
from istanbul_talks.text.language_forms import match_any
from istanbul_talks.text.quotations import QuotationRules, select_quotation_rules
from istanbul_talks.text.sentence_ends import SentenceRules, select_sentence_rules
from istanbul_talks.text.tokens import Tokens

MARK, DASH = "'", "-"
OPENING, CLOSING, APOSTROPHE, HYPHEN, PARTING = "“", "”", "’", "-", "—"
"""The keys of marks and dashes by what they do."""

SIGN_NAMES = {
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

LONG_DASHES = "—―"
OPENING_SIGNS = "([{“‘„‚«‹\"'—–"
NO_SPACE_BEFORE = frozenset((*",.?!:;…)]%", HYPHEN, APOSTROPHE, CLOSING))
NO_SPACE_BEHIND = frozenset((*"([$€£", HYPHEN, APOSTROPHE, OPENING))

NUMBER_KINDS = (
    *("cardinals", "ordinals", "multipliers", "plural_multipliers", "fractions", "plural_fractions"),
)
TURNING_KINDS = ("reporting_words", "quoting_verbs", "quoting_prepositions", "clause_breaks")
CAPITAL_KINDS = ("months", "weekdays")


class ComparedTokens(NamedTuple):
    """Tokens in order: keys, forms as they are printed, and where they start and end (exclusive)."""

    keys: list[str]
    forms: list[str]
    starts: list[int]
    ends: list[int]


def read_tokens(text: str) -> ComparedTokens:
    """Return the tokens of a text without invisible characters."""
    tokens = Tokens(text)
    spans = list(zip(tokens.starts, tokens.ends, strict=True))
    keys = [_get_key(text, key, *span) for key, span in zip(tokens.keys, spans, strict=True)]
    forms = [normalize("NFC", text[start:end]) for start, end in spans]
    return ComparedTokens(keys, forms, tokens.starts, tokens.ends)


def count_words(keys: Iterable[str]) -> int:
    """Return how many keys are those of words, or of numbers."""
    return sum(key[:1].isalnum() for key in keys)


def join_forms(keys: Sequence[str], forms: Sequence[str]) -> str:
    """Return the forms of tokens as running words: signs have a space where print has one."""
    words = ""
    for before, key, form in zip(["(", *keys], keys, forms, strict=False):
        is_attached = key in NO_SPACE_BEFORE or before in NO_SPACE_BEHIND
        words += form if is_attached else f" {form}"
    return words


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


class DraftRules(NamedTuple):
    """Marks of quotations; words in lower case: negations, numbers, what needs its capital.

    `turning_phrases` report speech or part two clauses; `references` refer to what is named elsewhere;
    `contrary` are reporting words that deny; `counts` numbers that count others (tens of thousands), `links`
    what stands between the two.
    """

    quotations: QuotationRules
    sentences: SentenceRules
    turning_phrases: re.Pattern[str]
    references: frozenset[str]
    function_words: frozenset[str]
    negations: frozenset[str]
    numbers: frozenset[str]
    capitalised: frozenset[str]
    contrary: frozenset[str]
    counts: frozenset[str]
    links: frozenset[str]

    def list_telling(self, words: Iterable[str]) -> list[str]:
        """Return the words, in lower case, that are neither signs nor function words."""
        return [word for word in words if word[:1].isalnum() and word not in self.function_words]

    def is_contrary(self, word: str) -> bool:
        """Return whether a word, in lower case, negates or says the contrary."""
        return word in self.negations or word in self.contrary

    def turns_sense(self, word: str) -> bool:
        """Return whether a word, in lower case, is a number or negation, or says the contrary."""
        return self.is_number(word) or self.is_contrary(word)

    def is_number(self, key: str) -> bool:
        """Return whether a word, in lower case, is a number, in digits or in words."""
        return key in self.numbers or any(map(str.isnumeric, key))


def load_rules(db: sqlite3.Connection) -> DraftRules:
    """Return the rules of the articles' language."""
    kinds = load_forms(db)

    def collect(*names: str) -> frozenset[str]:
        listed = (kinds[name] for name in names)
        lists = (each.values() if isinstance(each, dict) else [each] for each in listed)
        return frozenset(form.lower() for forms in lists for each in forms for form in each)

    negations = collect("negations")
    numbers = collect(*NUMBER_KINDS) - collect("articles") - negations
    stems = tuple(collect("contrary_stems"))
    return DraftRules(
        select_quotation_rules(kinds),
        select_sentence_rules(kinds),
        re.compile(match_any(collect(*TURNING_KINDS))),
        collect("determiners", "pronouns", "possessive_pronouns") - collect("articles"),
        collect("function_words"),
        negations,
        numbers,
        collect(*CAPITAL_KINDS),
        frozenset(word for word in collect("reporting_words") if word.startswith(stems)),
        collect("plural_multipliers"),
        collect("links"),
    )
