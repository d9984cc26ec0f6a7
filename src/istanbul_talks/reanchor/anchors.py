"""Reanchoring: an anchor for each quote of an article in a reader's own copy, or why there is none.

An anchor is accepted only where the copy has the quote's tokens, all and unchanged, and where it is sure that
they are the quote (anchor_certainty.py). Everything else is a suggestion (fuzzy_match.py) or refused. What
does not belong here: which tokens of article and copy agree (token_agreement.py).
"""

import re
import sqlite3
from collections import Counter
from collections.abc import Container
from enum import StrEnum
from itertools import islice
from typing import NamedTuple

from istanbul_talks.database import article_text
from istanbul_talks.reanchor.anchor_certainty import is_sure, is_taken
from istanbul_talks.reanchor.fuzzy_match import Suggestion, suggest_match
from istanbul_talks.reanchor.token_agreement import TokenAgreement

SHORT_QUOTE = 30
"""Length in characters below which an anchor carries a warning."""

MIN_OVERLAP = 1 / 5
"""Minimum share of n-grams that a file must share with an article to be a copy of it, from 0 to 1."""


MAX_PLACES = 1000
"""How often the words of a quote may stand in a copy, at most, for one place to be told from the others."""


class Status(StrEnum):
    """What became of a quote. The first three are anchors, the fourth is a suggestion, the rest refusals."""

    EXACT = "exact"
    SHIFTED = "shifted"
    CONTEXT = "context"
    FUZZY = "fuzzy"
    AMBIGUOUS = "ambiguous"
    ORPHAN = "orphan"


class Quote(NamedTuple):
    """A quote of the article, and its sentence; positions in code points, ends exclusive.

    `is_repeated` says whether another sentence is known to repeat the quote's.
    """

    id: str
    start: int
    end: int
    exact: str
    sentence_start: int
    sentence_end: int
    is_repeated: bool


class Anchor(NamedTuple):
    """A quote and its span in the copy: `start` and `end` are None for what is refused."""

    quote: Quote
    status: Status
    start: int | None = None
    end: int | None = None
    note: str | None = None


QUOTES = """
SELECT
  quotes.id, quotes.start_char, quotes.end_char, quotes.exact, sentences.start_char, sentences.end_char,
  sentences.id IN (SELECT repeats_id FROM sentences WHERE repeats_id IS NOT NULL)
FROM quotes
JOIN sentences ON sentences.id = quotes.sentence_id
WHERE quotes.source_id = ?
ORDER BY quotes.start_char, quotes.end_char
"""

EXACT_WORDS = """
SELECT form FROM language_forms JOIN sources ON sources.language = language_forms.language
WHERE sources.id = ?
  AND kind IN (
    'negations', 'cardinals', 'ordinals', 'multipliers', 'plural_multipliers', 'fractions',
    'plural_fractions', 'weak'
  )
EXCEPT
SELECT form FROM language_forms WHERE kind = 'articles'
"""
"""Words of numbers and negations in the language of an article."""

BY_CHECKSUM = "SELECT id FROM sources WHERE sha256 = ?"

QUOTES_BY_ARTICLE = "SELECT source_id, exact FROM quotes ORDER BY source_id"


def recognise_article(db: sqlite3.Connection, sha256: str, text: str) -> str | None:
    """Return the id of the article of which a file is a copy; None where the file has no quote of any.

    It is the article of the same checksum, else the one of which the text has most quotes.
    """
    if found := db.execute(BY_CHECKSUM, [sha256]).fetchone():
        return str(found[0])
    flowing = " ".join(text.lower().split())
    words = set(re.findall(r"\w+", flowing))
    lengths: Counter[str] = Counter()
    for source_id, exact in db.execute(QUOTES_BY_ARTICLE):
        sought = exact.lower()
        if words.issuperset(re.findall(r"\w+", sought)) and sought in flowing:
            lengths[source_id] += len(exact)
    return max(lengths, key=lengths.__getitem__, default=None)


def reanchor_quotes(db: sqlite3.Connection, source_id: str, copy: str) -> list[Anchor] | None:
    """Return an anchor for each quote of an article, in order; None where the text is no copy of it."""
    agreement = TokenAgreement(article_text.reconstruct_text(db, source_id), copy)
    if agreement.overlap < MIN_OVERLAP:
        return None
    exact_words = {form for (form,) in db.execute(EXACT_WORDS, [source_id])}
    return [_anchor_quote(agreement, Quote(*row), exact_words) for row in db.execute(QUOTES, [source_id])]


def _anchor_quote(agreement: TokenAgreement, quote: Quote, exact_words: Container[str]) -> Anchor:
    """Return the anchor of a quote, or else a suggestion or refusal."""
    tokens = agreement.article.find_inside(quote.start, quote.end)
    sentence = agreement.article.find_inside(quote.sentence_start, quote.sentence_end)
    found = agreement.copy.find_sequence(agreement.article.keys[tokens.start : tokens.stop])
    starts = list(islice(found, MAX_PLACES + 1))
    if len(starts) > MAX_PLACES:
        return Anchor(quote, Status.AMBIGUOUS, note=f"the words stand more than {MAX_PLACES}×")
    block = agreement.find_counterpart(tokens)
    if block and is_sure(agreement, block, sentence, is_repeated=quote.is_repeated):
        start, end = agreement.copy.get_span(block.new_tokens)
        status = _classify_anchor(quote, start, end, len(starts))
        return Anchor(quote, status, start, end, _warn(quote, agreement.is_unchanged(sentence)))
    places = (range(start, start + len(tokens)) for start in starts)
    if all(is_taken(agreement, place) or agreement.fills_gap(place) for place in places):
        return _suggest_or_refuse(quote, agreement, suggest_match(agreement, tokens, exact_words))
    note = f"the words stand {len(starts)}×" if len(starts) > 1 else "too little around the words agrees"
    return Anchor(quote, Status.AMBIGUOUS, note=note)


def _classify_anchor(quote: Quote, start: int, end: int, count: int) -> Status:
    """Return the status of an accepted anchor, of whose words the copy has so many occurrences."""
    if (start, end) == (quote.start, quote.end):
        return Status.EXACT
    return Status.SHIFTED if count == 1 else Status.CONTEXT


def _warn(quote: Quote, is_sentence_unchanged: bool) -> str | None:
    """Return what the reader of an accepted anchor should know."""
    warnings = [
        "short" if quote.end - quote.start < SHORT_QUOTE else None,
        None if is_sentence_unchanged else "its sentence has changed",
    ]
    return "; ".join(filter(None, warnings)) or None


def _suggest_or_refuse(quote: Quote, agreement: TokenAgreement, suggestion: Suggestion | None) -> Anchor:
    """Return the fuzzy match of a quote that the copy does not have; an orphan where there is none."""
    if suggestion is None:
        return Anchor(quote, Status.ORPHAN)
    if suggestion.change:
        return Anchor(quote, Status.ORPHAN, note=f"number or negation changed: {suggestion.change}")
    start, end = agreement.copy.get_span(suggestion.tokens)
    return Anchor(quote, Status.FUZZY, start, end, f"{suggestion.likeness:.0%} alike")
