"""Where the articles have the words of a quotation, and whether they are the same.

What does not belong here: how words are found where some differ (likest_words.py, joined_pieces.py), what
may differ (allowed_differences.py), and how it is said (word_differences.py).
"""

from collections.abc import Sequence
from typing import NamedTuple

from istanbul_talks.check.findings import RIGHT, ArticlePlace, Verdict
from istanbul_talks.check.matching.allowed_differences import RANKS, MatchJudgement, judge_chain
from istanbul_talks.check.matching.altered_words import judge_likest_words
from istanbul_talks.check.matching.articles import Articles
from istanbul_talks.check.matching.cut_words import Surroundings
from istanbul_talks.check.matching.joined_pieces import find_pieces
from istanbul_talks.check.matching.quoted_words import (
    clean_words,
    divide_words,
    list_readings,
    loosen_runs,
    strip_signs,
)
from istanbul_talks.check.matching.run_places import MAX_PLACES, find_chains
from istanbul_talks.check.matching.short_words import judge_short_words
from istanbul_talks.check.matching.single_words import find_shown_places

MAX_LENGTH = 100_000
"""Maximum number of characters of a quotation; longer than any article that is quoted whole."""

MAX_TOKENS = 5000
"""Maximum number of tokens of which it is told what differs."""


FAR_AS_KNOWN = "as far as this database has their words"


class QuotationMatch(NamedTuple):
    """What the articles have for the words of a quotation: as in a Finding."""

    verdict: Verdict
    differs: str = ""
    places: tuple[ArticlePlace, ...] = ()
    article_words: str = ""


def match_quotation(articles: Articles, words: str, before: str = "", behind: str = "") -> QuotationMatch:
    """Return what the articles have for words of a draft, without their quotation marks.

    `before` and `behind` are the draft's own words beside it, which may have a negation that the words lack.
    """
    if len(words) > MAX_LENGTH:
        return _choose_best(articles, [])
    around = Surroundings(articles.rules, before, behind)
    judged: list[MatchJudgement] = []
    for runs, left_out in list_readings(words):
        judged += [judge_chain(articles, chain, left_out, around) for chain in find_chains(articles, runs)]
        if any(each.verdict in RIGHT for each in judged):
            break
    shown = find_shown_places(articles, words, before, behind)
    likely = [each for each in judged if not shown or each.tokens.start in shown]
    return _choose_best(articles, likely or judged) if judged else _match_others(articles, words)


def _choose_best(articles: Articles, judged: Sequence[MatchJudgement]) -> QuotationMatch:
    """Return the best judgement, with all places of which the same is said; none where these are too many."""
    if not judged:
        return QuotationMatch(Verdict.NOT_HERE, FAR_AS_KNOWN if articles.has_gaps else "")
    best = min(judged, key=lambda each: RANKS.index(each.verdict))
    alike = [each.tokens for each in judged if each.verdict is best.verdict and each.differs == best.differs]
    places = dict.fromkeys(articles.get_place(tokens) for tokens in alike)
    named = tuple(places) if len(places) < MAX_PLACES else ()
    return QuotationMatch(best.verdict, "; ".join(best.differs), named, articles.get_words(best.tokens))


def _match_others(articles: Articles, words: str) -> QuotationMatch:
    """Return what the articles have where they do not have all words in one place."""
    runs = loosen_runs(divide_words(strip_signs(clean_words(words))))
    if sum(len(run.keys) for run in runs) > MAX_TOKENS:
        return _choose_best(articles, [])
    pieces = find_pieces(articles, runs)
    if pieces:
        differs = " + ".join(f"“{articles.get_words(piece)}”" for piece in pieces)
        return QuotationMatch(Verdict.JOINED, differs, tuple(map(articles.get_place, pieces)), differs)
    judged = list(judge_likest_words(articles, runs)) or judge_short_words(articles, runs)
    return _choose_best(articles, judged)
