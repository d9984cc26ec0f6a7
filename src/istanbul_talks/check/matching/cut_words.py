"""Words that stand right beside a quotation in the article, and turn what it says: it was cut too short.

That is a negation that neither the quotation nor the draft beside it has, the rest of a compound or the rest
of a number. Where the article's own quotation marks stand between, nothing was cut.
"""

import re
from collections.abc import Iterator

from istanbul_talks.check.matching.articles import BETWEEN, Articles
from istanbul_talks.check.matching.compared_tokens import APOSTROPHE, CLOSING, HYPHEN, OPENING, PARTING
from istanbul_talks.check.matching.exact_words import DraftRules
from istanbul_talks.text import GAP

NEAR = 2
"""How many words before the quotation a negation turns it."""

NEAR_IN_DRAFT = 10
"""How many words of the draft beside the quotation are looked at for a negation."""

WORD = re.compile(r"[^\W_]+")
SENTENCE_END = re.compile(r"[.?!…]\s|\n\s*\n")
HYPHENS = "-‐‑"
BESIDE_NUMBERS = frozenset((*".,;:?!…()[]/", APOSTROPHE, CLOSING, OPENING, PARTING, BETWEEN, GAP))
"""Signs that may stand right beside a number without belonging to it."""


class Surroundings:
    """The words of the draft before and behind a quotation."""

    def __init__(self, rules: DraftRules, before: str, behind: str) -> None:
        words = WORD.findall(SENTENCE_END.split(before)[-1].lower())[-NEAR_IN_DRAFT:]
        self.negated_before = any(map(rules.is_contrary, words))
        words = WORD.findall(SENTENCE_END.split(behind)[0].lower())[:NEAR_IN_DRAFT]
        self.negated = self.negated_before or any(map(rules.is_contrary, words))


def find_cuts(articles: Articles, span: range, around: Surroundings) -> Iterator[str]:
    """Yield what the article has right beside some tokens that belongs to them, in words."""
    if not around.negated_before:
        yield from _find_negation_before(articles, span)
    if not around.negated:
        yield from _find_negation_behind(articles, span)
    yield from _find_rest_before(articles, span)
    yield from _find_rest_behind(articles, span)


def _find_negation_before(articles: Articles, span: range) -> Iterator[str]:
    words, place = 0, span.start - 1
    while words < NEAR and ((key := articles.keys[place])[:1].isalnum() or key in (APOSTROPHE, HYPHEN)):
        if key in articles.rules.negations:
            start = place - 2 * (articles.keys[place - 1] == APOSTROPHE)
            yield f"right before these words the article has “{articles.get_words(range(start, span.start))}”"
            return
        words += key[:1].isalnum()
        place -= 1


def _find_negation_behind(articles: Articles, span: range) -> Iterator[str]:
    is_within = articles.keys[span.stop - 1][:1].isalnum() and not articles.begins_paragraph(span.stop)
    place = span.stop + (articles.keys[span.stop] == APOSTROPHE)
    if is_within and articles.keys[place] in articles.rules.negations:
        words = articles.get_words(range(span.stop - 1, place + 1))
        yield f"the article goes on: “{words}”"


def _find_rest_before(articles: Articles, span: range) -> Iterator[str]:
    first, before = articles.keys[span.start], articles.keys[span.start - 1]
    is_cut = first[:1].isdigit() and not before[:1].isalnum() and before not in BESIDE_NUMBERS
    is_cut = (is_cut or _joins_word(articles, span.start - 1)) and articles.is_attached(span.start)
    if is_cut or articles.is_one_number(span.start):
        start = span.start - 1 - (before == HYPHEN or before in articles.rules.links)
        yield _tell_rest(articles, range(start, span.start + 1), span.start)


def _find_rest_behind(articles: Articles, span: range) -> Iterator[str]:
    last, behind = articles.keys[span.stop - 1], articles.keys[span.stop]
    is_cut = last[-1:].isdigit() and behind not in BESIDE_NUMBERS
    is_cut = (is_cut or _joins_word(articles, span.stop)) and articles.is_attached(span.stop)
    if is_cut or articles.is_one_number(span.stop):
        yield _tell_rest(articles, range(span.stop - 1, span.stop + 1 + (behind == HYPHEN)), span.stop - 1)


def _joins_word(articles: Articles, place: int) -> bool:
    """Return whether a token is the hyphen of a compound, not a dash between two names."""
    return articles.keys[place] == HYPHEN and articles.forms[place] in HYPHENS


def _tell_rest(articles: Articles, whole: range, part: int) -> str:
    return f"the article has “{articles.get_words(whole)}” for “{articles.forms[part]}”"
