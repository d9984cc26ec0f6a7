"""Words that some place of the articles has nearly: what differs there, told in words.

What does not belong here: which place that is (likest_words.py), and what may differ
(allowed_differences.py).
"""

from collections.abc import Iterator, Sequence

from istanbul_talks.check.findings import RIGHT, Verdict
from istanbul_talks.check.matching.allowed_differences import (
    MatchJudgement,
    Parts,
    judge_forms,
    judge_joint,
    make_judgement,
)
from istanbul_talks.check.matching.articles import Articles
from istanbul_talks.check.matching.compared_tokens import (
    APOSTROPHE,
    CLOSING,
    HYPHEN,
    OPENING,
    PARTING,
    count_words,
    join_forms,
)
from istanbul_talks.check.matching.likest_words import LikeWords, find_likest_words, find_other_endings
from istanbul_talks.check.matching.quoted_words import Run
from istanbul_talks.check.matching.word_alignment import OPEN
from istanbul_talks.reanchor.token_alignment import Window
from istanbul_talks.text import GAP

SIGNS = {
    ",": "a comma",
    ".": "a full stop",
    "?": "a question mark",
    "!": "an exclamation mark",
    ":": "a colon",
    ";": "a semicolon",
    "…": "an ellipsis",
    HYPHEN: "a hyphen",
    PARTING: "a dash",
    APOSTROPHE: "an apostrophe",
    OPENING: "a quotation mark",
    CLOSING: "a quotation mark",
}
"""The names of signs, by their keys."""


def judge_likest_words(articles: Articles, runs: Sequence[Run]) -> Iterator[MatchJudgement]:
    """Yield a judgement for each place that is surely meant, though some words differ."""
    flat = _FlatRuns(runs)
    found = find_likest_words(articles, flat.keys)
    trimmed = [_trim_ends(articles, flat.keys, like) for like in found]
    for like in trimmed or find_other_endings(articles, flat.keys):
        judgement = make_judgement(list(flat.judge(articles, like)), like.tokens)
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
            yield from judge_forms(articles, self.keys[new], self._forms[new], block.old_tokens)

    def _judge_window(self, articles: Articles, window: Window) -> Parts:
        old, new = range(window.old, window.old_end), range(window.new, window.new_end)
        if len(new) == 1 and new.start in self._joints:
            yield from judge_joint(articles, self._joints[new.start], old)
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
    return SIGNS[keys[0]] if len(keys) == 1 and keys[0] in SIGNS else f"“{words}”"
