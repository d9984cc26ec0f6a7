"""What an ellipsis stands for, numbers, negations and marks apart (allowed_differences.py).

It may not run over the end of a sentence, unless whole ones are left out, nor cut a word. A name, and words
that report speech or part two clauses, may turn who does or says something, and are told; a name right behind
a preposition turns nothing.
"""

import re
from collections.abc import Container, Iterable, Iterator

from istanbul_talks.check.matching.articles import Articles
from istanbul_talks.check.matching.compared_tokens import APOSTROPHE, HYPHEN

PHRASES = re.compile(",?(?:pd?n)+,?")
"""Prepositions, determiners and names of one word, a letter for each, between commas."""


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
