"""Words of the article that a quotation leaves out and that turn its sense: under an ellipsis or beside it.

An ellipsis may not run over the end of a sentence, unless whole ones are left out, nor cut a word. A name,
and words that report speech or part two clauses, may turn who does or says something, and are told; a name
right behind a preposition turns nothing. A quotation is cut too short where right beside it stands a negation
that neither it nor the draft has, the rest of a compound or of a number. What does not belong here: numbers,
negations and marks under an ellipsis (allowed_differences.py).
"""

import re
from collections.abc import Container, Iterable, Iterator

from istanbul_talks.check.matching.articles import BETWEEN, Articles
from istanbul_talks.check.matching.compared_tokens import APOSTROPHE, CLOSING, HYPHEN, OPENING, PARTING
from istanbul_talks.check.matching.quoted_words import WordsBeside
from istanbul_talks.text import GAP

PHRASES = re.compile(",?(?:pd?n)+,?")
"""Prepositions, determiners and names of one word, a letter for each, between commas."""

NEAR = 2
"""How many words before the quotation a negation turns it."""

NEAR_IN_DRAFT = 10
"""How many words of the draft beside the quotation are looked at for a negation."""

HYPHENS = "-‐‑"
BESIDE_NUMBERS = frozenset((*".,;:?!…()[]/", APOSTROPHE, CLOSING, OPENING, PARTING, BETWEEN, GAP))
"""Signs that may stand right beside a number without belonging to it."""


def find_turning_words(articles: Articles, hidden: range) -> str:
    """Return the first words among some tokens that may turn who does or says something, if any."""
    names = [place for place in hidden if _is_name(articles, place)]
    if names and not PHRASES.fullmatch(_classify_words(articles, hidden, names)):
        end = next(place for place in range(names[0], hidden.stop + 1) if place not in names)
        return articles.get_words(range(names[0], end))
    phrase = articles.rules.turning_phrases.search(" ".join(articles.keys[hidden.start : hidden.stop]))
    return phrase[0] if phrase else ""


def hides_sentence_end(articles: Articles, hidden: range) -> bool:
    """Return whether a sentence ends among some tokens, unless whole ones are left out."""
    starts = articles.sentence_starts
    ends = any(place in starts for place in range(hidden.start + 1, hidden.stop + 1))
    return ends and not (hidden.start in starts and hidden.stop in starts)


def find_parted_words(articles: Articles, spans: Iterable[range]) -> Iterator[str]:
    """Yield where some tokens begin or end inside a word: at a possessive, in a compound."""
    for place in (end for span in spans for end in (span.start, span.stop)):
        for sign in (place - 1, place):
            if articles.keys[sign] in (APOSTROPHE, HYPHEN) and _joins(articles, sign):
                whole = articles.get_words(range(sign - 1, sign + 2))
                yield f"the ellipsis is beside a part of “{whole}”"


def find_cuts(articles: Articles, span: range, beside: WordsBeside) -> Iterator[str]:
    """Yield what the article has right beside some tokens that belongs to them, in words."""
    if not any(map(articles.rules.is_contrary, beside.before[-NEAR_IN_DRAFT:])):
        yield from _find_negation_before(articles, span)
        if not any(map(articles.rules.is_contrary, beside.behind[:NEAR_IN_DRAFT])):
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


def _joins(articles: Articles, sign: int) -> bool:
    return articles.is_attached(sign) and articles.is_attached(sign + 1)


def _is_name(articles: Articles, place: int) -> bool:
    """Return whether a word has a capital that is not the first of a sentence, nor that of a month or day."""
    key, form = articles.keys[place], articles.forms[place]
    is_common = key in articles.rules.openers or any(articles.forms[at] == key for at in articles.index[key])
    begins = is_common and place in articles.sentence_starts
    return form[:1].isupper() and not begins and key not in articles.rules.capitalised


def _classify_words(articles: Articles, tokens: range, names: Container[int]) -> str:
    """Return a letter for each token: a name, a preposition, a determiner; a comma, else an x."""
    rules = articles.rules
    kinds = {"p": rules.prepositions, "d": rules.determiners, ",": {","}}

    def classify(key: str) -> str:
        return next((letter for letter, words in kinds.items() if key in words), "x")

    return "".join("n" if place in names else classify(articles.keys[place]) for place in tokens)
