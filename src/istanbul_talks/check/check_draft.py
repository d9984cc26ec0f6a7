"""A draft held against the articles: every part of the check, in the order of the draft.

What does not belong here: how a part finds what it finds (the modules beside), and how it is shown.
"""

import re
import sqlite3
from collections.abc import Sequence
from itertools import pairwise
from typing import NamedTuple

from istanbul_talks.check.articles_language import require_language
from istanbul_talks.check.facts.fact_check import FactCheck
from istanbul_talks.check.findings import Finding, FindingKind, Verdict
from istanbul_talks.check.matching.articles import Articles, load_articles
from istanbul_talks.check.matching.compared_tokens import DraftRules, load_rules
from istanbul_talks.check.matching.quotation_match import match_quotation
from istanbul_talks.check.speech.speakers import DraftSpeakers
from istanbul_talks.check.told_records import find_denials, find_told
from istanbul_talks.errors import TalksError
from istanbul_talks.text.quotations import find_quotations, find_unclosed_marks

MAX_CHARACTERS, MAX_QUOTATIONS = 300_000, 1_000
"""How long a draft may be and how many quotations it may have: a short book, checked in seconds.

Hundreds of quotations of dozens of ellipses each take minutes.
"""

BESIDE = 200
"""Characters of the draft that are looked at before and behind a quotation."""

MAX_FRAME = 6
"""Maximum number of words in a quotation that say who speaks the one inside it."""

MOST_PLACES = 5
"""Places of the same words up to which these say where a draft has them from."""


class Quoted(NamedTuple):
    """The spans of a draft's quotations, in order; where marks stand that have no partner."""

    quotations: list[tuple[int, int]]
    unpaired: list[int]


def find_quoted(db: sqlite3.Connection, draft: str) -> Quoted:
    """Return what of a draft's text stands between quotation marks.

    Raises TalksError where the draft is too long, or the database lacks what the check needs.
    """
    require_language(db)
    _bound("characters", len(draft), MAX_CHARACTERS)
    rules = load_rules(db).quotations
    quoted = Quoted(find_quotations(draft, rules), find_unclosed_marks(draft, rules))
    _bound("quotations", len(quoted.quotations), MAX_QUOTATIONS)
    return quoted


def check_draft(
    db: sqlite3.Connection, draft: str, spans: Sequence[tuple[int, int]]
) -> tuple[list[Finding], int]:
    """Return what is found in a draft's text, in its order; how many figures none of the articles' is like.

    `spans` are those of its quotations; what is right is among what is found.
    """
    articles = load_articles(db)
    divided = [each for span in spans for each in _divide_nested(articles.rules, draft, *span)]
    quotations = [(start, end) for start, end in divided if any(map(str.isalnum, draft[start:end]))]
    speakers = DraftSpeakers(db, draft, quotations)
    matches = [found for each in quotations if (found := _check_quotation(articles, draft, *each))]
    findings = [_add_voices(db, speakers, each) for each in matches]
    matched = [(each.start, each.end) for each in findings if each.verdict != Verdict.NOT_HERE]
    facts = FactCheck(db)
    findings += facts.find(draft, matched)
    findings.sort(key=lambda finding: (finding.start, finding.end))
    compared = sum(finding.kind is FindingKind.FIGURE for finding in findings)
    return findings, max(facts.count_figures(draft, matched) - compared, 0)


def _bound(what: str, number: int, most: int) -> None:
    """Raise TalksError where a draft has more of something than is checked at once."""
    if number > most:
        raise TalksError(
            f"the draft has {number:,} {what}; at most {most:,} are checked at once, so give a part of it"
        )


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
    if not match:
        return None
    told = match.differs, match.places, match.article_words
    return Finding(FindingKind.QUOTATION, match.verdict, start, end, *told)


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
