"""Where the articles have the words of a quotation, and whether they are the same.

What does not belong here: how words are found (found_places.py, likest_words.py), and what may differ
(word_differences.py).
"""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from istanbul_talks.check.findings import RIGHT, ArticlePlace, Verdict
from istanbul_talks.check.matching.articles import Articles
from istanbul_talks.check.matching.found_places import MAX_PLACES, find_chains, find_pieces
from istanbul_talks.check.matching.quoted_words import (
    WordsBeside,
    clean_words,
    divide_words,
    list_readings,
    loosen_runs,
    read_beside,
    strip_signs,
)
from istanbul_talks.check.matching.word_differences import (
    RANKS,
    MatchJudgement,
    judge_chain,
    judge_likest_words,
)

MAX_LENGTH = 100_000
"""Maximum number of characters of a quotation; longer than any article that is quoted whole."""

MAX_TOKENS = 5000
"""Maximum number of tokens of which it is told what differs."""

MAX_SENTENCES = 20
"""How many sentences that have a single word are looked at."""

FAR_AS_KNOWN = "as far as this database has their words"


class QuotationMatch(NamedTuple):
    """What the articles have for the words of a quotation: as in a Finding."""

    verdict: Verdict
    differs: str = ""
    places: tuple[ArticlePlace, ...] = ()
    article_words: str = ""


def match_quotation(
    articles: Articles, words: str, before: str = "", behind: str = ""
) -> QuotationMatch | None:
    """Return what the articles have for words of a draft, without their quotation marks.

    `before` and `behind` are the draft's own words beside it, which may have a negation that the words lack.
    None where it is one word that articles have, too, and nothing shows that it is theirs: anybody uses it.
    """
    beside = read_beside(before, behind)
    if len(words) > MAX_LENGTH:
        return _choose_best(articles, [], beside)
    judged = _judge_readings(articles, words, beside)
    if not judged:
        return _match_others(articles, words, beside)
    if all(articles.count_words(each.tokens) == 1 for each in judged):
        shown = list(_choose_shown(articles, judged, beside))
        if not shown and any(each.verdict in RIGHT for each in judged):
            return None
        judged = shown or judged
    return _choose_best(articles, judged, beside)


def _judge_readings(articles: Articles, words: str, beside: WordsBeside) -> list[MatchJudgement]:
    """Return judgements on all places that have the words, read in ways up to the first that is right."""
    judged: list[MatchJudgement] = []
    for runs, left_out in list_readings(words):
        judged += [judge_chain(articles, chain, left_out, beside) for chain in find_chains(articles, runs)]
        if any(each.verdict in RIGHT for each in judged):
            break
    return judged


def _choose_shown(
    articles: Articles, judged: Sequence[MatchJudgement], beside: WordsBeside
) -> Iterator[MatchJudgement]:
    """Yield where a single word is quoted by an article, or its sentence shares a word with the draft's."""
    for number, each in enumerate(judged):
        is_shared = number < MAX_SENTENCES and _count_shared(articles, each.tokens, beside)
        if is_shared or articles.is_quoted(each.tokens.start):
            yield each


def _count_shared(articles: Articles, tokens: range, beside: WordsBeside) -> int:
    """Return how many words the sentence of the article shares with that of the draft."""
    own = {*beside.before, *beside.behind} - articles.rules.function_words
    return len(own & {*articles.list_sentence(tokens.start)})


def _choose_best(articles: Articles, judged: Sequence[MatchJudgement], beside: WordsBeside) -> QuotationMatch:
    """Return the best judgement, with all places that are as good; none where these are too many.

    First come those whose sentence shares most words with the draft's.
    """
    if not judged:
        return QuotationMatch(Verdict.NOT_HERE, FAR_AS_KNOWN if articles.has_gaps else "")
    best = min(judged, key=lambda each: RANKS.index(each.verdict))
    alike = {
        each.tokens.start: each.tokens
        for each in reversed(judged)
        if each.verdict is best.verdict and (best.verdict in RIGHT or each.differs == best.differs)
    }
    nearest = sorted(alike.items(), key=lambda each: (-_count_shared(articles, each[1], beside), each[0]))
    places = tuple(articles.get_place(tokens) for _, tokens in nearest)
    named = places if len(places) < MAX_PLACES else ()
    return QuotationMatch(best.verdict, "; ".join(best.differs), named, articles.get_words(best.tokens))


def _match_others(articles: Articles, words: str, beside: WordsBeside) -> QuotationMatch:
    """Return what the articles have where they do not have all words in one place."""
    runs = loosen_runs(divide_words(strip_signs(clean_words(words))))
    if sum(len(run.keys) for run in runs) > MAX_TOKENS:
        return _choose_best(articles, [], beside)
    if pieces := find_pieces(articles, runs):
        differs = " + ".join(f"“{articles.get_words(piece)}”" for piece in pieces)
        return QuotationMatch(Verdict.JOINED, differs, tuple(map(articles.get_place, pieces)), differs)
    return _choose_best(articles, list(judge_likest_words(articles, runs)), beside)
