"""How the words of a quotation differ from those at a place of the articles, and whether they may.

Letter case and the shape of marks and dashes may, where they make no other word, and markup and footnotes.
All else is told word by word. What does not belong here: which place that is (found_places.py,
likest_words.py), and what ellipses and brackets may stand for (left_out_words.py).
"""

from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from istanbul_talks.check.findings import RIGHT, Verdict
from istanbul_talks.check.matching.articles import Articles
from istanbul_talks.check.matching.compared_tokens import CLOSING, SIGN_NAMES, count_words, join_forms
from istanbul_talks.check.matching.found_places import Chain
from istanbul_talks.check.matching.left_out_words import find_cuts, find_parted_words, judge_ends, judge_joint
from istanbul_talks.check.matching.likest_words import LikeWords, find_likest_words
from istanbul_talks.check.matching.quoted_words import LAST_SIGN, Run, WordsBeside
from istanbul_talks.check.matching.word_alignment import OPEN
from istanbul_talks.reanchor.token_alignment import Window
from istanbul_talks.text import GAP

Parts = Iterator[tuple[Verdict, str]]
"""What differs, in words, each with the verdict that it deserves."""

RANKS = (Verdict.EXACT, Verdict.NEARLY, Verdict.UNKNOWN, Verdict.JOINED, Verdict.ALTERED)
"""Verdicts on words that are found, the best first."""

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
    return _make_judgement(told, chain.whole)


def _make_judgement(told: Sequence[tuple[Verdict, str]], tokens: range) -> MatchJudgement:
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
        yield from _judge_forms(articles, run.keys, run.forms, span)
    for run, (before, behind) in zip(chain.runs[1:], pairwise(chain.spans), strict=True):
        yield judge_joint(articles, run, range(before.stop, behind.start))
    yield from judge_ends(articles, chain.all_runs, chain.whole)
    if any(run.has_ellipsis for run in chain.all_runs):
        yield from ((Verdict.ALTERED, cut) for cut in find_parted_words(articles, chain.spans))
    yield from ((Verdict.ALTERED, cut) for cut in find_cuts(articles, chain.whole, beside))


def _judge_forms(articles: Articles, keys: Sequence[str], forms: Sequence[str], span: range) -> Parts:
    """Yield where the forms of the same keys differ: letter case, and the shape of signs."""
    recased = []
    for number, (key, form, place) in enumerate(zip(keys, forms, span, strict=True)):
        printed = articles.forms[place]
        if form == printed:
            continue
        if not key[0].isalnum():
            yield Verdict.NEARLY, "the shape of marks"
        elif _is_other_word(articles, form, printed, forms):
            yield Verdict.ALTERED, f"the article has “{printed}” for “{form}”"
        else:
            recased.append(number)
    if recased:
        yield Verdict.NEARLY, "letter case" if any(recased) else "letter case at the beginning"


def _is_other_word(articles: Articles, form: str, printed: str, forms: Sequence[str]) -> bool:
    """Return whether letter case makes another word: US and us, May and may, 5M and 5m.

    Not where all words of the quotation are in capitals, nor at the beginning, where May may be [m]ay.
    """
    if form.lower() in articles.rules.capitalised or any(map(str.isnumeric, form)):
        return len(forms) == 1 or form is not forms[0]
    is_shouted = len(forms) > 1 and all(each.upper() == each for each in forms)
    return form[1:] != printed[1:] and not is_shouted


def judge_likest_words(articles: Articles, runs: Sequence[Run]) -> Iterator[MatchJudgement]:
    """Yield a judgement for each place that is surely meant, though some words differ."""
    flat = _FlatRuns(runs)
    for found in find_likest_words(articles, flat.keys):
        like = _trim_ends(articles, flat.keys, found)
        judgement = _make_judgement(list(flat.judge(articles, like)), like.tokens)
        if judgement.verdict not in RIGHT:
            yield judgement


def _trim_ends(articles: Articles, keys: Sequence[str], like: LikeWords) -> LikeWords:
    """Return a place without the words of other sentences at its ends: what is beside them was put in."""
    windows, start, stop = [*like.windows], like.tokens.start, like.tokens.stop
    for number in {0, len(windows) - 1} if windows else ():
        window = windows[number]
        old = range(window.old, window.old_end)
        begins = [at for at in range(old.start, old.stop + 1) if at in articles.sentence_starts]
        put_in = keys[window.new : window.new_end]
        if not begins or OPEN in put_in or not count_words(put_in):
            continue
        if window.new == 0 and not articles.count_words(range(begins[-1], old.stop)):
            windows[number], start = window._replace(old=old.stop), old.stop
        elif window.new_end == len(keys) and not articles.count_words(range(old.start, begins[0])):
            windows[number], stop = window._replace(old_end=old.start), old.start
    return like._replace(windows=windows, tokens=range(start, stop))


class _FlatRuns:
    """Runs as one row of keys and forms, an ellipsis or brackets as one of each."""

    def __init__(self, runs: Sequence[Run]) -> None:
        self.keys: list[str] = []
        self._forms: list[str] = []
        self._joints: dict[int, Run] = {}
        for run in runs:
            if run.has_ellipsis or run.bracket is not None:
                self._joints[len(self.keys)] = run
                self.keys.append(OPEN)
                self._forms.append("…" if run.has_ellipsis else f"[{' '.join(run.bracket or ())}]")
            self.keys += run.keys
            self._forms += run.forms

    def judge(self, articles: Articles, like: LikeWords) -> Parts:
        """Yield what differs at a place."""
        for window in like.windows:
            yield from self._judge_window(articles, window)
        for block in like.blocks:
            new = slice(block.new, block.new + block.length)
            yield from _judge_forms(articles, self.keys[new], self._forms[new], block.old_tokens)

    def _judge_window(self, articles: Articles, window: Window) -> Parts:
        old, new = range(window.old, window.old_end), range(window.new, window.new_end)
        if len(new) == 1 and new.start in self._joints:
            yield judge_joint(articles, self._joints[new.start], old)
        elif GAP in articles.get_keys(old):
            yield Verdict.UNKNOWN, "the database lacks words of the article here"
        else:
            yield from ((Verdict.ALTERED, what) for what in self._describe_change(articles, old, new))

    def _describe_change(self, articles: Articles, old: range, new: range) -> Iterator[str]:
        """Yield what an article has in place of some words of the quotation.

        Words between two quotations of the article are not told: that the first ends is enough.
        """
        edges = [place for place in old if place in articles.quotation_edges]
        yield from (_describe_edge(articles, edge) for edge in edges)
        is_told = edges and not new and (articles.keys[edges[0]] == CLOSING or len(old) == len(edges))
        if not is_told:
            yield self._describe_words(articles, old, new)

    def _describe_words(self, articles: Articles, old: range, new: range) -> str:
        keys, forms = self.keys[new.start : new.stop], self._forms[new.start : new.stop]
        printed = _name(articles.get_keys(old), articles.get_words(old)) if old else ""
        written = _name(keys, join_forms(keys, forms)) if new else ""
        if old and new:
            return f"the article has {printed} for {written}"
        before = next((form for form in reversed(self._forms[: new.start]) if form[0].isalnum()), None)
        where = f"after “{before}”" if before else "at the beginning"
        if old:
            return f"{printed} is left out {where}"
        return f"{written} is put in {where if new.stop < len(self._forms) else 'at the end'}"


def _describe_edge(articles: Articles, place: int) -> str:
    """Return between which words a quotation of the article begins or ends."""
    if articles.keys[place] == CLOSING:
        before = next(at for at in range(place, 0, -1) if articles.keys[at][:1].isalnum())
        return f"the article's quotation ends after “{articles.forms[before]}”"
    behind = next(at for at in range(place, len(articles.keys)) if articles.keys[at][:1].isalnum())
    return f"the article's quotation begins before “{articles.forms[behind]}”"


def _name(keys: Sequence[str], words: str) -> str:
    """Return the name of a single sign, or words in quotation marks."""
    return SIGN_NAMES[keys[0]] if len(keys) == 1 and keys[0] in SIGN_NAMES else f"“{words}”"
