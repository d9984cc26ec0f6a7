"""Whether words that an article has, all of them, are the same: exact, or exact but for what may differ.

That is letter case and the shape of marks and dashes where they make no other word, markup and footnotes,
brackets and an ellipsis that stand for no number, negation or quotation mark.
"""

from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from istanbul_talks.check.findings import Verdict
from istanbul_talks.check.matching.articles import Articles
from istanbul_talks.check.matching.compared_tokens import CLOSING, OPENING, join_forms
from istanbul_talks.check.matching.found_places import Chain
from istanbul_talks.check.matching.left_out_words import (
    find_cuts,
    find_parted_words,
    find_turning_words,
    hides_sentence_end,
)
from istanbul_talks.check.matching.quoted_words import BRACKET, LAST_SIGN, Run, WordsBeside
from istanbul_talks.text import GAP

Parts = Iterator[tuple[Verdict, str]]
"""What differs, in words, each with the verdict that it deserves."""

RANKS = (Verdict.EXACT, Verdict.NEARLY, Verdict.UNKNOWN, Verdict.JOINED, Verdict.ALTERED)
"""Verdicts on words that are found, the best first."""

OWN_SIGNS = frozenset((OPENING, CLOSING, BRACKET))
"""Signs of the article that neither an ellipsis nor brackets may stand for."""

QUESTIONS = frozenset("?!")
"""Signs for which no full stop may stand at the end."""

MAX_TOLD = 5
"""Maximum number of differences that are told one by one."""


class MatchJudgement(NamedTuple):
    """A verdict on words at some tokens of the articles, and what differs."""

    verdict: Verdict
    differs: tuple[str, ...]
    tokens: range


def judge_chain(
    articles: Articles, chain: Chain, left_out: Sequence[str], beside: WordsBeside
) -> MatchJudgement:
    """Return the verdict on words that an article has; `left_out` is what was left out to find them."""
    told = [*((Verdict.NEARLY, what) for what in left_out), *_judge_parts(articles, chain, beside)]
    if LAST_SIGN in left_out and articles.keys[chain.whole.stop] in QUESTIONS:
        told.append((Verdict.ALTERED, f"the article goes on: “{articles.forms[chain.whole.stop]}”"))
    return make_judgement(told, chain.whole)


def make_judgement(told: Sequence[tuple[Verdict, str]], tokens: range) -> MatchJudgement:
    """Return the worst verdict, with what deserves it."""
    worst = max((verdict for verdict, _ in told), key=RANKS.index, default=Verdict.EXACT)
    differs = tuple(dict.fromkeys(what for verdict, what in told if verdict is worst))
    more = len(differs) - MAX_TOLD
    if more > 1:
        differs = (*differs[:MAX_TOLD], f"{more} more differences")
    return MatchJudgement(worst, differs, tokens)


def _judge_parts(articles: Articles, chain: Chain, beside: WordsBeside) -> Parts:
    if articles.omits_inside(chain.whole):
        yield Verdict.NEARLY, "the article's markup"
    for run, span in zip(chain.runs, chain.spans, strict=True):
        yield from judge_forms(articles, run.keys, run.forms, span)
    for run, (before, behind) in zip(chain.runs[1:], pairwise(chain.spans), strict=True):
        yield from judge_joint(articles, run, range(before.stop, behind.start))
    yield from _judge_ends(articles, chain)
    if any(run.has_ellipsis for run in chain.all_runs):
        yield from ((Verdict.ALTERED, cut) for cut in find_parted_words(articles, chain.spans))
    yield from ((Verdict.ALTERED, cut) for cut in find_cuts(articles, chain.whole, beside))


def judge_forms(articles: Articles, keys: Sequence[str], forms: Sequence[str], span: range) -> Parts:
    """Yield where the forms of the same keys differ: letter case, and the shape of signs."""
    for number, (key, form, place) in enumerate(zip(keys, forms, span, strict=True)):
        printed = articles.forms[place]
        if form == printed:
            continue
        if not key[0].isalnum():
            yield Verdict.NEARLY, "the shape of marks"
        elif is_other_word(articles, form, printed, forms):
            yield Verdict.ALTERED, f"the article has “{printed}” for “{form}”"
        else:
            yield Verdict.NEARLY, "letter case" if number else "letter case at the beginning"


def is_other_word(articles: Articles, form: str, printed: str, forms: Sequence[str]) -> bool:
    """Return whether letter case makes another word: US and us, May and may, 5M and 5m.

    Not where all words of the quotation are in capitals, nor at the beginning, where May may be [m]ay.
    """
    if form.lower() in articles.rules.capitalised or any(map(str.isnumeric, form)):
        return len(forms) == 1 or form is not forms[0]
    is_shouted = len(forms) > 1 and all(each.upper() == each for each in forms)
    return form[1:] != printed[1:] and not is_shouted


def judge_joint(articles: Articles, run: Run, hidden: range, *, is_between: bool = True) -> Parts:
    """Yield what an ellipsis or brackets before a run, or at an end, stand for."""
    keys = articles.keys[hidden.start : hidden.stop]
    words = articles.get_words(hidden) if hidden else ""
    put = f"the brackets put “{join_forms(run.bracket or (), run.bracket or ())}”" + (
        f" for “{words}”" if words else ""
    )
    turning = [key for key in (*keys, *map(str.lower, run.bracket or ())) if articles.rules.turns_sense(key)]
    if GAP in keys:
        yield Verdict.UNKNOWN, "what is left out is not known here"
    elif turning and run.has_ellipsis:
        yield Verdict.ALTERED, f"the ellipsis hides “{turning[0]}”"
    elif turning:
        yield Verdict.ALTERED, put
    elif not OWN_SIGNS.isdisjoint(keys):
        yield Verdict.ALTERED, f"what is left out has marks or brackets of the article: “{words}”"
    elif is_between and any(map(articles.begins_paragraph, range(hidden.start, hidden.stop + 1))):
        yield Verdict.JOINED, "the words stand in two paragraphs"
    elif run.has_ellipsis and hides_sentence_end(articles, hidden):
        yield Verdict.ALTERED, "the ellipsis hides the end of a sentence"
    elif run.has_ellipsis:
        turning_words = find_turning_words(articles, hidden)
        yield Verdict.NEARLY, "an ellipsis" + f" over “{turning_words}”" * bool(turning_words)
    else:
        yield Verdict.NEARLY, put


def _judge_ends(articles: Articles, chain: Chain) -> Parts:
    """Yield what ellipses and brackets at the beginning and the end stand for, as far as that is seen."""
    first, last = chain.all_runs[0], chain.all_runs[-1]
    beside = (
        (first, chain.whole.start - 1, first.has_ellipsis or first.bracket is not None),
        (last, chain.whole.stop, not last.keys),
    )
    for run, place, is_open in beside:
        if is_open:
            hidden = _find_replaced(articles, run, place, is_first=place < chain.whole.start)
            yield from judge_joint(articles, run, hidden, is_between=False)


def _find_replaced(articles: Articles, run: Run, place: int, *, is_first: bool) -> range:
    """Return what brackets at an end surely stand for: the first words of a sentence, or what turns it."""
    if run.bracket is None:
        return range(place, place)
    begins = next((at for at in (place - 1, place) if at in articles.sentence_starts), place + 1)
    words = range(begins, place + 1)
    if is_first and words and not run.has_ellipsis and articles.count_words(words) == len(words):
        return words
    return range(place, place + articles.rules.turns_sense(articles.keys[place]))
