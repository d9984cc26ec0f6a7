"""Words that some place of the articles has nearly, judged by what differs there.

What does not belong here: which place that is (likest_words.py).
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
from istanbul_talks.check.matching.likest_words import LikeWords, find_likest_words
from istanbul_talks.check.matching.quoted_words import Run
from istanbul_talks.check.matching.word_alignment import OPEN
from istanbul_talks.check.matching.word_differences import describe_change
from istanbul_talks.reanchor.token_alignment import Window
from istanbul_talks.text import GAP


def judge_likest_words(articles: Articles, runs: Sequence[Run]) -> Iterator[MatchJudgement]:
    """Yield a judgement for each place that is surely meant, though some words differ."""
    flat = _FlatRuns(runs)
    judged = (
        make_judgement(list(flat.judge(articles, like)), like.tokens)
        for like in (_trim_ends(articles, flat.keys, each) for each in find_likest_words(articles, flat.keys))
    )
    yield from (judgement for judgement in judged if judgement.verdict not in RIGHT)


def _trim_ends(articles: Articles, keys: Sequence[str], like: LikeWords) -> LikeWords:
    """Return a place without the words of other sentences at its ends: what is beside them was put in."""
    windows, start, stop = [*like.windows], like.tokens.start, like.tokens.stop
    for number in {0, len(windows) - 1} if windows else ():
        window = windows[number]
        old = range(window.old, window.old_end)
        begins = [at for at in range(old.start, old.stop + 1) if at in articles.sentence_starts]
        if not begins or not _puts_words(keys[window.new : window.new_end]):
            continue
        if window.new == 0 and not articles.count_words(range(begins[-1], old.stop)):
            windows[number], start = window._replace(old=old.stop), old.stop
        elif window.new_end == len(keys) and not articles.count_words(range(old.start, begins[0])):
            windows[number], stop = window._replace(old_end=old.start), old.start
    return like._replace(windows=windows, tokens=range(start, stop))


def _puts_words(keys: Sequence[str]) -> bool:
    return OPEN not in keys and any(key[:1].isalnum() for key in keys)


class _FlatRuns:
    """Runs as one row of keys and forms, an ellipsis or brackets as one of each."""

    def __init__(self, runs: Sequence[Run]) -> None:
        self.keys: list[str] = []
        self.forms: list[str] = []
        self._joints: dict[int, Run] = {}
        for run in runs:
            if run.has_ellipsis or run.bracket is not None:
                self._joints[len(self.keys)] = run
                self.keys.append(OPEN)
                self.forms.append("…" if run.has_ellipsis else f"[{' '.join(run.bracket or ())}]")
            self.keys += run.keys
            self.forms += run.forms

    def judge(self, articles: Articles, like: LikeWords) -> Parts:
        """Yield what differs at a place."""
        for window in like.windows:
            yield from self._judge_window(articles, window)
        for block in like.blocks:
            new = slice(block.new, block.new + block.length)
            yield from judge_forms(articles, self.keys[new], self.forms[new], block.old_tokens)

    def _judge_window(self, articles: Articles, window: Window) -> Parts:
        old, new = range(window.old, window.old_end), range(window.new, window.new_end)
        if len(new) == 1 and new.start in self._joints:
            yield from judge_joint(articles, self._joints[new.start], old)
        elif GAP in articles.keys[old.start : old.stop]:
            yield Verdict.UNKNOWN, "the database lacks words of the article here"
        else:
            told = describe_change(articles, old, self.keys, self.forms, new)
            yield from ((Verdict.ALTERED, what) for what in told)
