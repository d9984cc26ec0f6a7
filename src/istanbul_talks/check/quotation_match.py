"""Where the articles have the words of a quotation, and whether they are the same.

Words that are all there, in one place, are exact, or exact but for letter case, the shape of marks, markup,
brackets and an ellipsis, where nothing turns on these. What does not belong here: how a place is found where
words differ (likest_words.py), and what is said of them (word_differences.py).
"""

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from istanbul_talks.check.articles import BETWEEN, Articles
from istanbul_talks.check.compared_tokens import CLOSING, OPENING, read_tokens
from istanbul_talks.check.findings import RIGHT, Place, Verdict
from istanbul_talks.check.likest_words import find_likest_words
from istanbul_talks.check.quoted_words import (
    LINE_END_HYPHEN,
    Run,
    clean_words,
    divide_words,
    loosen_runs,
    strip_signs,
)
from istanbul_talks.check.word_differences import describe_differences
from istanbul_talks.text import GAP

MAX_HIDDEN = 150
"""Maximum number of tokens that an ellipsis stands for."""

MAX_REPLACED = 8
"""Maximum number of tokens that a bracket stands for."""

MAX_PLACES = 100
"""Maximum number of places that are looked at of words that stand more often."""


class QuotationMatch(NamedTuple):
    """What the articles have for the words of a quotation: as in a Finding."""

    verdict: Verdict
    differs: str = ""
    places: tuple[Place, ...] = ()
    article_words: str = ""


class Chain(NamedTuple):
    """The tokens of the articles that are the runs of a quotation, in order, each run's."""

    runs: list[Run]
    spans: list[range]

    @property
    def whole(self) -> range:
        """All tokens from the first to the last."""
        return range(self.spans[0].start, self.spans[-1].stop)


class Judgement(NamedTuple):
    """A verdict on words at one place, and what differs."""

    verdict: Verdict
    differs: tuple[str, ...]
    tokens: range


RANKS = (Verdict.EXACT, Verdict.NEARLY, Verdict.UNKNOWN, Verdict.ALTERED, Verdict.JOINED)
"""Verdicts on words that are found, the best first."""


def match_quotation(articles: Articles, words: str) -> QuotationMatch:
    """Return what the articles have for words of a draft, without their quotation marks."""
    judged: list[Judgement] = []
    for runs, notes in _list_attempts(words):
        judged += [judge_chain(articles, chain, notes) for chain in find_chains(articles, runs)]
        if any(each.verdict in RIGHT for each in judged):
            break
    return _choose_best(articles, judged or list(_judge_likest(articles, words)))


def _choose_best(articles: Articles, judged: Sequence[Judgement]) -> QuotationMatch:
    """Return the best judgement, with all places of which the same is said."""
    if not judged:
        return QuotationMatch(Verdict.NOT_HERE)
    best = min(judged, key=lambda each: RANKS.index(each.verdict))
    alike = [each.tokens for each in judged if each.verdict is best.verdict and each.differs == best.differs]
    places = dict.fromkeys(articles.get_place(tokens) for tokens in alike)
    words = articles.get_words(best.tokens)
    return QuotationMatch(best.verdict, "; ".join(best.differs), tuple(places), words)


def _judge_likest(articles: Articles, words: str) -> Iterator[Judgement]:
    """Yield a judgement for each place that has words most like these."""
    tokens = read_tokens(strip_signs(clean_words(words)))
    keys = tokens.keys[:-1] if tokens.keys[-1:] in ([","], ["."]) else tokens.keys
    for like in find_likest_words(articles, keys):
        differs = describe_differences(articles, keys, tokens.forms, like)
        yield Judgement(Verdict.ALTERED, tuple(differs), like.tokens)


def _list_attempts(words: str) -> Iterator[tuple[list[Run], tuple[str, ...]]]:
    """Yield the runs of words as they are, then read with what may be left out, and what that is."""
    clean = clean_words(words)
    for text, notes in ((clean, ()), (LINE_END_HYPHEN.sub("", clean), ("a hyphen at a line's end",))):
        if notes and text == clean:
            continue
        tokens = read_tokens(text)
        yield [Run(tokens.keys, tokens.forms)], notes
        bare = strip_signs(text)
        more = (*notes, "its own markup") if bare != text else notes
        yield divide_words(bare), more
        yield loosen_runs(divide_words(bare)), (*more, "the sign before the closing mark")


def find_chains(articles: Articles, runs: Sequence[Run]) -> Iterator[Chain]:
    """Yield the places where the articles have all runs, each near the one before."""
    full = [run for run in runs if run.keys]
    places = [articles.find_run(run.keys) for run in full]
    if not places or not all(places):
        return
    anchor = min(range(len(full)), key=lambda number: len(places[number]))
    for start in places[anchor][:MAX_PLACES]:
        spans = [range(start, start + len(full[anchor].keys))]
        if (
            _extend_chain(full, places, anchor, spans)
            and BETWEEN not in (articles.keys[spans[0].start : spans[-1].stop])
        ):
            yield Chain(list(runs), spans)


def _extend_chain(
    runs: Sequence[Run], places: Sequence[Sequence[int]], anchor: int, spans: list[range]
) -> bool:
    """Put the nearest places of the other runs around the anchor; return False where one is missing."""
    for number in range(anchor - 1, -1, -1):
        length = len(runs[number].keys)
        found = bisect_left(places[number], spans[0].start - length + 1) - 1
        if found < 0 or spans[0].start - places[number][found] - length > _get_reach(runs[number + 1]):
            return False
        spans.insert(0, range(places[number][found], places[number][found] + length))
    for number in range(anchor + 1, len(runs)):
        found = bisect_left(places[number], spans[-1].stop)
        if found == len(places[number]) or places[number][found] - spans[-1].stop > _get_reach(runs[number]):
            return False
        spans.append(range(places[number][found], places[number][found] + len(runs[number].keys)))
    return True


def _get_reach(run: Run) -> int:
    """Return how many tokens may stand between a run and the one before."""
    return MAX_HIDDEN if run.has_ellipsis else MAX_REPLACED


def judge_chain(articles: Articles, chain: Chain, notes: tuple[str, ...]) -> Judgement:
    """Return the verdict on words that an article has, but for what stands between the runs."""
    told = list(_judge_parts(articles, chain, notes))
    worst = max((verdict for verdict, _ in told), key=RANKS.index, default=Verdict.EXACT)
    differs = tuple(dict.fromkeys(what for verdict, what in told if verdict is worst))
    return Judgement(worst, differs, chain.whole)


def _judge_parts(articles: Articles, chain: Chain, notes: tuple[str, ...]) -> Iterator[tuple[Verdict, str]]:
    """Yield what differs, with the verdict that it deserves."""
    yield from ((Verdict.NEARLY, note) for note in notes)
    if articles.omits_inside(chain.whole):
        yield Verdict.NEARLY, "the article's markup"
    full = [run for run in chain.runs if run.keys]
    if len(full) < len(chain.runs):
        yield Verdict.NEARLY, "what stands at the beginning or end"
    for run, span in zip(full, chain.spans, strict=True):
        yield from _judge_forms(articles, run, span)
    for run, (before, after) in zip(full[1:], pairwise(chain.spans), strict=True):
        yield from _judge_joint(articles, run, range(before.stop, after.start))


def _judge_forms(articles: Articles, run: Run, span: range) -> Iterator[tuple[Verdict, str]]:
    """Yield where the forms of the same keys differ: letter case, and the shape of signs."""
    for number, (form, place) in enumerate(zip(run.forms, span, strict=True)):
        printed = articles.forms[place]
        if form == printed:
            continue
        if form.lower() != printed.lower():
            yield Verdict.NEARLY, "the shape of marks"
        elif _is_other_word(articles, form, printed, run.forms):
            yield Verdict.ALTERED, f"the article has “{printed}” for “{form}”"
        else:
            yield Verdict.NEARLY, f"“{form}” for “{printed}”" if number else "a capital at the beginning"


def _is_other_word(articles: Articles, form: str, printed: str, forms: Sequence[str]) -> bool:
    """Return whether a word in other letter case is another word: US and us, May and may, 5M and 5m."""
    if form.lower() in articles.rules.capitalised or any(map(str.isnumeric, form)):
        return True
    if all(each.upper() == each for each in forms) and len(forms) > 1:
        return False
    return len(form) > 1 and form[1:] != printed[1:]


def _judge_joint(articles: Articles, run: Run, hidden: range) -> Iterator[tuple[Verdict, str]]:
    """Yield what an ellipsis or a bracket before a run stands for."""
    keys = articles.keys[hidden.start : hidden.stop]
    what = articles.get_words(hidden) if hidden else ""
    put = " ".join(run.bracket or ())
    told = f"the brackets put “{put}” for “{what}”" if run.bracket else "the ellipsis hides “{}”"
    exact = [key for key in (*keys, *(run.bracket or ())) if articles.rules.is_exact(key)]
    marks = [key for key in keys if key in (OPENING, CLOSING)]
    if GAP in keys:
        yield Verdict.UNKNOWN, "what the ellipsis stands for is not known here"
    elif exact or marks:
        yield Verdict.ALTERED, told.format(exact[0] if exact else what)
    elif any(map(articles.begins_paragraph, [*hidden, hidden.stop])):
        yield Verdict.JOINED, "the words before and after the ellipsis stand in two paragraphs"
    else:
        yield Verdict.NEARLY, told if run.bracket else "an ellipsis"
