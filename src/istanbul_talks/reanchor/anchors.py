"""Reanchoring: where the quotes of an article stand in a reader's own copy of it, or why that is not sure.

An anchor is accepted only where the copy has the quote's words, all and unchanged, at the place that belongs
to them: the words around agree, and no other place, in the copy or in the article, agrees as well.
Everything else is a suggestion (suggesting.py) or refused. What does not belong here: how texts are compared
(comparing.py).
"""

import sqlite3
from collections.abc import Iterator
from enum import StrEnum
from itertools import chain
from typing import NamedTuple

from istanbul_talks.database import article_text
from istanbul_talks.database.article_text import GAP
from istanbul_talks.reanchor.fuzzy_suggestions import suggest
from istanbul_talks.reanchor.text_comparison import FAR, Agreement, Comparison, length
from istanbul_talks.text.tokens import Words

ENOUGH = 5
"""Words that must agree at an anchor, the quote's own and those beside it together."""

WEAK = 2
"""Words beside a quote that are too few to tell it from others."""

PHRASE = 8
"""Words beside a quote that are enough to tell it from others, or, at a second place, to doubt it."""

SHORT = 30
"""Characters below which an anchor carries a warning."""

SHARE = 1 / 5
"""The share of runs of words that must be the same for a file to be a copy of an article."""


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

    `is_repeated` says whether another sentence is known to repeat it.
    """

    id: str
    start: int
    end: int
    exact: str
    sentence: int
    sentence_end: int
    is_repeated: bool


class Anchor(NamedTuple):
    """A quote and where it stands in the copy: `start` and `end` are None for what is refused."""

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

BY_CHECKSUM = "SELECT id FROM sources WHERE sha256 = ?"

BY_QUOTES = """
SELECT source_id FROM quotes WHERE instr(lower(?), lower(exact))
GROUP BY source_id ORDER BY sum(length(exact)) DESC, source_id LIMIT 1
"""


def recognise(db: sqlite3.Connection, sha256: str, text: str) -> str | None:
    """Return the article that a file is: that of the same checksum, else that of which it has most quotes."""
    flowing = " ".join(text.split())
    found = db.execute(BY_CHECKSUM, [sha256]).fetchone() or db.execute(BY_QUOTES, [flowing]).fetchone()
    return found[0] if found else None


def reanchor(db: sqlite3.Connection, source_id: str, copy: str) -> list[Anchor] | None:
    """Return an anchor for each quote of an article, in order; None where the text is no copy of it."""
    compared = Comparison(article_text.known(db, source_id), copy)
    if compared.shared < SHARE:
        return None
    return [_anchored(compared, Quote(*row)) for row in db.execute(QUOTES, [source_id])]


def _anchored(compared: Comparison, quote: Quote) -> Anchor:
    """Return where a quote stands in the copy, or what is known instead."""
    words = compared.article.within(quote.start, quote.end)
    keys = compared.article.keys[words.start : words.stop]
    places = list(compared.copy.find(keys))
    place = compared.counterpart(words)
    if place is not None and _is_sure(compared, quote, words, place, places):
        start, end = compared.copy.span(range(place, place + len(words)))
        return Anchor(quote, _status(quote, start, end, places), start, end, _warning(compared, quote))
    free = [each for each in places if not _is_taken(compared, each, len(words))]
    if free:
        note = f"the words stand {len(places)}×" if len(places) > 1 else "too little around the words agrees"
        return Anchor(quote, Status.AMBIGUOUS, note=note)
    suggestion = suggest(compared, words)
    if suggestion is None:
        return Anchor(quote, Status.ORPHAN)
    start, end = compared.copy.span(suggestion.words)
    if suggestion.changed:
        return Anchor(quote, Status.ORPHAN, note=f"number or negation changed: {suggestion.changed}")
    return Anchor(quote, Status.FUZZY, start, end, f"{suggestion.likeness:.0%} alike")


def _status(quote: Quote, start: int, end: int, places: list[int]) -> Status:
    """Return the status of an accepted anchor."""
    if (start, end) == (quote.start, quote.end):
        return Status.EXACT
    return Status.SHIFTED if len(places) == 1 else Status.CONTEXT


def _warning(compared: Comparison, quote: Quote) -> str | None:
    """Return what the reader of an accepted anchor should know."""
    sentence = compared.article.within(quote.sentence, quote.sentence_end)
    warnings = [
        "short" if quote.end - quote.start < SHORT else None,
        None if compared.is_unchanged(sentence) else "its sentence has changed",
    ]
    return "; ".join(filter(None, warnings)) or None


def _is_sure(compared: Comparison, quote: Quote, words: range, place: int, places: list[int]) -> bool:
    """Whether a place of the copy, of several that have the quote's words, belongs to the quote."""
    here = compared.agreement(words.start, place, len(words))
    if here.total + len(words) < ENOUGH or _stands_beside(compared, words, place, here):
        return False
    if quote.is_repeated and _may_be_repetition(compared, quote, words, here):
        return False
    rivals = chain(
        _rivals_in_copy(compared, words, place, places), _rivals_in_article(compared, words, place)
    )
    return not any(_is_rival(rival, here, is_free) for rival, is_free in rivals)


def _stands_beside(compared: Comparison, words: range, place: int, here: Agreement) -> bool:
    """Whether the words stand, or may stand, again in what is left out or put in right beside the place.

    This matters on a side on which few words agree: there the words could be either.
    """
    keys, needed = compared.article.keys[words.start : words.stop], length(compared.article, words)
    for count, step, old, new in (
        (here.before, -1, words.start - 1 - here.before, place - 1 - here.before),
        (here.after, 1, words.stop + here.after, place + len(words) + here.after),
    ):
        left_out, put_in = compared.left_out(old, step), compared.put_in(new, step)
        is_hidden = count <= WEAK and any(_is_gap(compared.article, i, needed) for i in left_out)
        again = any(i in left_out for i in compared.article.find(keys)) or any(
            i in put_in for i in compared.copy.find(keys)
        )
        if is_hidden or (count < PHRASE and again):
            return True
    return False


def _is_gap(article: Words, index: int, needed: int) -> bool:
    """Whether a gap of at least this length stands in the place of a word."""
    return article.keys[index] == GAP and length(article, range(index, index + 1)) >= needed


def _may_be_repetition(compared: Comparison, quote: Quote, words: range, here: Agreement) -> bool:
    """Whether the place may be that of a sentence which repeats the quote's, and which the gaps may hide.

    It is not where the words agree on both sides beyond the sentence.
    """
    sentence = compared.article.within(quote.sentence, quote.sentence_end)
    is_within = here.before <= words.start - sentence.start or here.after <= sentence.stop - words.stop
    return is_within and GAP in compared.article.keys


def _is_rival(rival: Agreement, here: Agreement, is_free: bool) -> bool:
    """Whether a second pair of places agrees too well for the first to be sure."""
    is_twin = rival.total >= PHRASE and min(here) < FAR
    return rival.exceeds(here) or (is_free and (is_twin or 2 * rival.total >= here.total))


def _rivals_in_copy(
    compared: Comparison, words: range, place: int, places: list[int]
) -> Iterator[tuple[Agreement, bool]]:
    """Yield how these words of the article agree with other places of the copy, and whether these are free.

    A place at which the words of another place of the article stand, and agree as well, is no rival.
    """
    for other in places:
        if other != place and not _differs_around(compared, words.start, other, len(words)):
            rival = compared.agreement(words.start, other, len(words))
            is_free = not _is_taken(compared, other, len(words))
            if is_free or rival.exceeds(compared.agreement(compared.here[other], other, len(words))):
                yield rival, is_free


def _rivals_in_article(compared: Comparison, words: range, place: int) -> Iterator[tuple[Agreement, bool]]:
    """Yield how the same words elsewhere in the article agree with the place, and whether they have no other.

    Words that stand at another place of the copy, and agree there as well, are no rival.
    """
    for other in compared.article.find(compared.article.keys[words.start : words.stop]):
        if other != words.start and not _differs_around(compared, other, place, len(words)):
            rival = compared.agreement(other, place, len(words))
            is_free = any(i not in compared.there for i in range(other, other + len(words)))
            if is_free or rival.exceeds(compared.agreement(other, compared.there[other], len(words))):
                yield rival, is_free


def _is_taken(compared: Comparison, place: int, count: int) -> bool:
    """Whether words of the copy agree in order with words of the article."""
    return all(i in compared.here for i in range(place, place + count))


def _differs_around(compared: Comparison, old: int, new: int, count: int) -> bool:
    """Whether the words directly before and after differ in article and copy; quick, for most are such."""
    return not any(
        0 <= i < len(compared.article)
        and 0 <= j < len(compared.copy)
        and compared.article.keys[i] == compared.copy.keys[j]
        for i, j in ((old - 1, new - 1), (old + count, new + count))
    )
