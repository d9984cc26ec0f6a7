"""Dates of a draft, held against those that the articles give.

A day is given where an article dates something to it, or to days of which it is one (a night, the days of a
visit: no more than LONGEST_STAY); a month or season where an article dates something to it or to a part of
it. A year is told only where its sentence tells of one thing that all articles date to another. Weekdays and
relative days are passed over, and so is a dateline. What does not belong here: how dates are read
(draft_dates.py), and what the articles date (known_datings.py).
"""

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from functools import cached_property
from typing import NamedTuple

from istanbul_talks.check.facts.draft_dates import DraftDate, PrintedDay, find_draft_dates
from istanbul_talks.check.facts.known_datings import LONGEST_STAY, Dating, cut_near, load_datings
from istanbul_talks.check.facts.known_passages import (
    DraftWord,
    KnownPassages,
    KnownSentence,
    measure_all,
    measure_shared,
)
from istanbul_talks.check.facts.passed_spans import Spans, blank
from istanbul_talks.check.findings import Finding, FindingKind, Verdict

LEAST_SHARED, LEAST_PART, LEAST_WORDS = 0.8, 0.3, 2
"""What a sentence with a date that no article gives must share with an article's, whose date is then told."""

LEAST_TO_MISS = 3
"""How many words it must share with an article's that has no such date, to say that none has."""

SURELY_SHARED, SURELY_PART = 1.0, 0.55
"""The same of the words near a date, where an article gives it for something else."""

AS_LIKE = 0.8
"""The part of what the likest shares that counts as much."""

NIGHT = 12
"""How many characters before a date may say that it is a night."""

YEAR_PART = 0.67
"""The part of the words near a year that one thing must share."""

MARGIN = 0.6
"""The part of this that a sentence may share with what has its own date."""

LETTERS, DIGITS = re.compile(r"[^\W\d_]+"), re.compile(r"\d+")

DATELINE_END = re.compile(r"\s*(?:\([^()\n]{1,40}\)\s*)?(?:[—–]|--?\s)")
"""What stands behind the date of a dateline: perhaps an agency in brackets, and a dash."""


class _DatedWords(NamedTuple):
    """Where a draft prints a date, the words of its sentence and those near it, and the other dates there."""

    start: int
    end: int
    words: Sequence[DraftWord]
    near: Sequence[DraftWord]
    beside: Sequence[PrintedDay]
    is_negated: bool


class DayCheck:
    """Finds the dates of drafts, by those of the articles."""

    def __init__(self, known: KnownPassages) -> None:
        self._known, self._datings = known, list(load_datings(known))

    @cached_property
    def _undated_passages(self) -> list[KnownSentence]:
        """The sentences that the articles give no date."""
        dated = {self._known.find_passage(*dating.place[:2]) for dating in self._datings}
        return [passage for passage in self._known.passages if passage not in dated]

    def find(self, text: str, quotations: Iterable[tuple[int, int]]) -> Iterator[Finding]:
        """Yield the dates of a draft, those that the articles give, too, in order.

        `quotations` are the spans of what stands in the articles word for word, and is not looked at.
        """
        quoted, found = Spans(quotations), find_draft_dates(self._known.calendar, text)
        undated = blank(text, [each.span for each in found if not each.is_year])
        dates = [each for each in found if not (quoted.touch(*each.span) or _is_dateline(text, *each.span))]
        sentences = self._known.find_surroundings(text, [each.span for each in dates], undated)
        starts = [each.start for each in dates]
        for printed, (first, last) in zip(dates, sentences, strict=True):
            near = dates[bisect_left(starts, first) : bisect_left(starts, last)]
            beside = [other for other in near if other is not printed]
            dated = self._survey(undated, printed, (first, last), beside)
            is_night = self._known.calendar.is_night(text[max(first, printed.start - NIGHT) : printed.end])
            days = [day._replace(is_night=is_night) for day in printed.days]
            findings = sorted((one for day in days for one in self._check(day, dated)), key=_is_right)
            if printed.is_either and (len(findings) < len(days) or any(map(_is_right, findings))):
                continue
            yield from (self._check_weekday(one, text[slice(*printed.span)]) for one in findings[:1])

    def _survey(
        self, text: str, printed: DraftDate, sentence: tuple[int, int], beside: Iterable[DraftDate]
    ) -> _DatedWords:
        """Return the words of the sentence of a date, those near it, and the dates beside it."""
        known = self._known
        words = known.weigh(known.split_words(text[slice(*sentence)]))
        near = cut_near(text, *sentence, *printed.span)
        near_words = known.split_words(DIGITS.sub("", near) if printed.is_year else near)
        days = [*dict.fromkeys(day for other in beside for day in other.days)]
        is_negated = not known.negations.isdisjoint(LETTERS.findall(near.lower()))
        return _DatedWords(*printed.span, words, known.weigh(near_words), days, is_negated)

    def _check(self, day: PrintedDay, dated: _DatedWords) -> Iterator[Finding]:
        """Yield what is said of a date of a draft, if anything is."""
        if day.is_year:
            yield from self._check_year(day, dated)
            return
        span, near = (dated.start, dated.end), dated.near
        comparable = [dating for dating in self._datings if dating.is_as_precise(day)]
        own = [
            dating
            for dating in comparable
            if dating.gives(day) and (dating.is_printed or measure_shared(dated.words, dating.about))
        ]
        others = [dating for dating in comparable if dating.event and not dating.gives(day)]
        others = [dating for dating in others if not _is_beside(dating, dated, years=False)]
        like = [dating for dating in others if (day.day is None) == (dating.length > LONGEST_STAY)]
        best = max(own, key=lambda dating: measure_shared(near, dating.near), default=None)
        if best and not _is_rather_other(near, best, like):
            yield Finding(FindingKind.DAY, Verdict.GIVEN, *span, places=(best.place,))
        elif best and not _is_surely_other(near, best, like):
            return
        elif other := _choose_dating(day, like if own else others, dated.words, near):
            yield _tell_other(span, other, others)
        elif not own and self._is_known(day, dated.words):
            yield Finding(FindingKind.DAY, Verdict.NOT_HERE, *span)

    def _check_year(self, day: PrintedDay, dated: _DatedWords) -> Iterator[Finding]:
        """Yield what is said of a year alone, where its words tell of one thing that the articles date."""
        if dated.is_negated:
            return
        span, near = (dated.start, dated.end), dated.near
        shared = [(measure_shared(near, one.near), one) for one in self._datings if one.event]
        most = max((score for score, _ in shared), default=0)
        if most < _weigh_least(near, SURELY_SHARED, YEAR_PART) or self._is_told_undated(near, most):
            return
        like = [dating for score, dating in shared if score >= MARGIN * most]
        if any(str(day.year) in dating.words for dating in like):
            like = [dating for dating in like if dating.gives(day)]
        if own := [dating for dating in like if dating.gives(day)]:
            yield Finding(FindingKind.DAY, Verdict.GIVEN, *span, places=(own[0].place,))
        elif len({edge.year for dating in like for edge in (dating.earliest, dating.latest)}) == 1:
            best = max(like, key=lambda dating: measure_shared(near, dating.near))
            is_about = measure_shared(near, best.about) or most == measure_all(near)
            if is_about and not _is_beside(best, dated, years=True):
                yield _tell_other(span, best, like)

    def _is_told_undated(self, near: Sequence[DraftWord], most: float) -> bool:
        """Whether the words near a date are more like those of a sentence that the articles give no date."""
        return any(measure_shared(near, passage.words) > most for passage in self._undated_passages)

    def _is_known(self, day: PrintedDay, words: Sequence[DraftWord]) -> bool:
        """Whether a sentence clearly speaks of what articles tell, and date to no time that holds a day."""
        if any(dating.holds(day) and _is_like(words, dating.words) for dating in self._datings):
            return False
        return any(_is_like(words, passage.words, LEAST_TO_MISS) for passage in self._known.passages)

    def _check_weekday(self, finding: Finding, printed: str) -> Finding:
        """Return what is said of a date, with an objection to a weekday that is not its own."""
        calendar = self._known.calendar
        dating = next((one for one in self._datings if finding.places == (one.place,)), None)
        weekdays = calendar.find_weekdays(printed)
        if finding.verdict != Verdict.GIVEN or not dating or len(weekdays) != 1:
            return finding
        days = [dating.earliest, dating.latest]
        if any(day.isoweekday() in weekdays or not calendar.find_days(printed) for day in days):
            return finding
        differs = f"that day is a {calendar.name_weekday(dating.earliest.isoweekday())}"
        told = dating.tell(dating.in_words)
        return finding._replace(verdict=Verdict.OTHERWISE, differs=differs, told=told)


def _is_right(finding: Finding) -> bool:
    return finding.is_right


def _choose_dating(
    day: PrintedDay, datings: Iterable[Dating], words: Sequence[DraftWord], near: Sequence[DraftWord]
) -> Dating | None:
    """Return the dating of what a draft's sentence tells of: of several as like, the nearest in time.

    Two of three must speak for it: that the date may be a slip, the words near it, and those of the event.
    """
    like = [
        dating
        for dating in datings
        if _is_like(words, dating.words)
        and dating.is_slip(day) + _is_surely(near, dating) + (measure_shared(words, dating.about) > 0) > 1
    ]
    scores = [measure_shared(words, each.words) + measure_shared(near, each.near) for each in like]
    best = [each for each, score in zip(like, scores, strict=True) if score >= AS_LIKE * max(scores)]
    return min(best, key=lambda dating: dating.measure_distance(day), default=None)


def _tell_other(span: tuple[int, int], other: Dating, datings: Iterable[Dating]) -> Finding:
    """Return the finding on a date that an article gives otherwise, with all that it gives of the same."""
    dates = dict.fromkeys(one.in_words for one in datings if one.is_same_event(other))
    told = other.tell(" or ".join(dates))
    return Finding(FindingKind.DAY, Verdict.OTHERWISE, *span, places=(other.place,), told=told)


def _is_beside(dating: Dating, dated: _DatedWords, *, years: bool) -> bool:
    """Whether the draft's sentence has the date of a dating, too."""
    return any(dating.gives(day) for day in dated.beside if years or not day.is_year)


def _is_like(words: Sequence[DraftWord], known: frozenset[str], least_words: int = LEAST_WORDS) -> bool:
    """Whether a draft's sentence clearly speaks of what an article's sentence tells."""
    shared = [word for word in words if not word.forms.isdisjoint(known)]
    return len(shared) >= least_words and measure_all(shared) >= _weigh_least(words, LEAST_SHARED, LEAST_PART)


def _weigh_least(words: Sequence[DraftWord], least: float, part: float) -> float:
    """Return what of some words must be shared: a least weight, and a part of that of all."""
    return max(least, part * measure_all(words))


def _is_rather_other(near: Sequence[DraftWord], own: Dating, others: Iterable[Dating]) -> bool:
    """Whether the words near a date are more those beside another."""
    shared = max((measure_shared(near, dating.near) for dating in others), default=0)
    return measure_shared(near, own.near) < MARGIN * shared


def _is_surely(near: Sequence[DraftWord], dating: Dating) -> bool:
    """Whether the words near a date are clearly those beside one."""
    return measure_shared(near, dating.near) >= _weigh_least(near, SURELY_SHARED, SURELY_PART)


def _is_surely_other(near: Sequence[DraftWord], own: Dating, others: Iterable[Dating]) -> bool:
    """Whether the words near a date are clearly those beside another."""
    shared = max(measure_shared(near, dating.near) for dating in others)
    is_shared = measure_shared(near, own.near) > 0
    least, part = (SURELY_SHARED, SURELY_PART) if is_shared else (LEAST_SHARED, LEAST_PART)
    return shared >= _weigh_least(near, least, part)


def _is_dateline(text: str, start: int, end: int) -> bool:
    """Whether only a date stands in its line, or a place in capitals before it and a dash behind it."""
    first, last = text.rfind("\n", 0, start) + 1, text.find("\n", end)
    before, behind = text[first:start], text[end : last if last >= 0 else len(text)]
    is_alone = not re.search(r"[^\W_]", before + behind)
    return is_alone or (before.isupper() and bool(DATELINE_END.match(behind)))
