"""A draft held against the articles: every part of the check, in the order of the draft.

What does not belong here: how a part finds what it finds (the modules beside), and how it is shown.
"""

import re
import sqlite3
from collections.abc import Iterable, Iterator, Sequence
from functools import partial
from itertools import pairwise
from math import inf
from time import monotonic
from typing import NamedTuple, TypeVar

from istanbul_talks.check.articles_language import require_language
from istanbul_talks.check.facts.fact_check import FactCheck
from istanbul_talks.check.findings import Finding, FindingKind, Verdict
from istanbul_talks.check.matching.articles import Articles, load_articles
from istanbul_talks.check.matching.compared_tokens import DraftRules
from istanbul_talks.check.matching.quotation_match import match_quotation
from istanbul_talks.check.speech.speakers import DraftSpeakers
from istanbul_talks.check.told_records import find_denials, find_told
from istanbul_talks.errors import TalksError
from istanbul_talks.text.quotations import find_quotations, find_unclosed_marks

MAX_CHARACTERS, MAX_QUOTATIONS = 300_000, 1_000
"""How long a draft may be and how many quotations it may have: a short book, checked in a minute at worst."""

BESIDE = 200
"""Characters of the draft that are looked at before and behind a quotation."""

MAX_FRAME = 6
"""Maximum number of words in a quotation that say who speaks the one inside it."""

MOST_PLACES = 5
"""Places of the same words up to which these say where a draft has them from."""


Item = TypeVar("Item")


class Report(NamedTuple):
    """What is found in a draft, in its order, what is right included; where marks open and none closes.

    `quotations` are the spans of the draft's quotations, `uncompared` how many figures none of the articles'
    is like.
    """

    findings: list[Finding]
    unclosed: list[int]
    quotations: list[tuple[int, int]]
    uncompared: int


def check_draft(db: sqlite3.Connection, draft: str, seconds: float = inf) -> Report:
    """Return what these articles say of a draft's text.

    Raises TalksError where the draft is too long, where checking it takes more than so many seconds, or the
    database lacks what the check needs.
    """
    in_time = partial(_bound_time, seconds, monotonic() + seconds)
    require_language(db)
    _bound("characters", len(draft), MAX_CHARACTERS)
    articles = load_articles(db)
    spans = find_quotations(draft, articles.rules.quotations)
    _bound("quotations", len(spans), MAX_QUOTATIONS)
    divided = [each for span in in_time(spans) for each in _divide_nested(articles.rules, draft, *span)]
    quotations = [(start, end) for start, end in divided if any(map(str.isalnum, draft[start:end]))]
    speakers = DraftSpeakers(db, draft, quotations)
    matches = [found for each in in_time(quotations) if (found := _check_quotation(articles, draft, *each))]
    findings = [_add_voices(db, speakers, each) for each in in_time(matches)]
    matched = [(each.start, each.end) for each in findings if each.verdict != Verdict.NOT_HERE]
    facts = FactCheck(db)
    findings += in_time(facts.find(draft, matched))
    findings.sort(key=lambda finding: (finding.start, finding.end))
    compared = sum(finding.kind is FindingKind.FIGURE for finding in findings)
    uncompared = max(facts.count_figures(draft, matched) - compared, 0)
    return Report(findings, find_unclosed_marks(draft, articles.rules.quotations), spans, uncompared)


def _bound(what: str, number: int, most: int) -> None:
    """Raise TalksError where a draft has more of something than is checked at once."""
    if number > most:
        raise TalksError(
            f"the draft has {number:,} {what}; at most {most:,} are checked at once, so give a part of it"
        )


def _bound_time(seconds: float, end: float, items: Iterable[Item]) -> Iterator[Item]:
    """Yield items; raises TalksError where the time, of so many seconds up to an end, is over."""
    for item in items:
        if monotonic() > end:
            raise TalksError(
                f"checking this takes more than {seconds:g} s; check a part of it, or all with `talks check`"
            )
        yield item


def _divide_nested(rules: DraftRules, draft: str, start: int, end: int) -> Sequence[tuple[int, int]]:
    """Return the quotations with which one begins, where all else in it says who speaks; else that one."""
    words = draft[start + 1 : end - 1]
    inner = find_quotations(words, rules.quotations)
    if not inner or words[: inner[0][0]].strip():
        return [(start, end)]
    rest = "".join(words[one[1] : other[0]] for one, other in pairwise([*inner, (len(words), 0)])).lower()
    words_beside = re.findall(r"\w+", rest)
    is_frame = len(words_beside) <= MAX_FRAME and rules.turning_phrases.search(rest)
    if not is_frame or any(map(rules.turns_sense, words_beside)):
        return [(start, end)]
    return [(start + 1 + first, start + 1 + last) for first, last in inner]


def _check_quotation(articles: Articles, draft: str, start: int, end: int) -> Finding | None:
    """Return the finding on one quotation; None where it is a word that is nobody's."""
    words = draft[start + 1 : end - 1]
    before, behind = draft[max(start - BESIDE, 0) : start], draft[end : end + BESIDE]
    match = match_quotation(articles, words, before, behind)
    return match and Finding(FindingKind.QUOTATION, match.verdict, start, end)._replace(**match._asdict())


def _add_voices(db: sqlite3.Connection, speakers: DraftSpeakers, finding: Finding) -> Finding:
    """Return a finding with whom the draft names wrongly, what is told at its places, and who denies it.

    The places are those where whom the draft names speaks, if there are any.
    """
    span = finding.start, finding.end
    places, given_to = speakers.attribute(span, finding.places)
    attributed = finding._replace(
        places=places, given_to=given_to, has_speaker=not places or bool(speakers.list_speakers(span))
    )
    if len(places) > MOST_PLACES and not given_to:
        return attributed
    return attributed._replace(told=find_told(db, places), denials=find_denials(db, places))
