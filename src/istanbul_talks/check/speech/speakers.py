"""To whom a draft gives a quotation, where the articles give its words to another.

What does not belong here: how a sentence says who speaks (speech_frames.py), who is called how
(speaker_names.py), and what is told at a place (told_records.py).
"""

import json
import re
import sqlite3
from bisect import bisect_right
from collections.abc import Collection, Iterator, Sequence
from functools import cache, lru_cache

from istanbul_talks.check.findings import ArticlePlace
from istanbul_talks.check.speech.speaker_phrases import Speaker
from istanbul_talks.check.speech.speech_frames import SpeechFrames
from istanbul_talks.check.speech.speech_tokens import MASK, SpeechRules
from istanbul_talks.check.told_records import load_covering, load_nearest
from istanbul_talks.database.named_queries import read_sql
from istanbul_talks.database.search_query import fold_term
from istanbul_talks.text.markup import find_markup
from istanbul_talks.text.sentence_ends import split_sentences

Span = tuple[int, int]

NEAR = 4
"""Sentences that are kept as they were read."""


class DraftSpeakers:
    """The speakers of a draft's quotations, given by where they start and end, marks included."""

    def __init__(self, db: sqlite3.Connection, text: str, quotations: Sequence[Span]) -> None:
        self._db, self._text = db, text
        self._quotations = sorted(quotations)
        self._masked = mask_quotations(text, self._quotations)
        self._rules = SpeechRules(db, self._masked)
        self._sentences = split_sentences(self._masked, self._rules.sentences)
        self._read_sentence = lru_cache(maxsize=NEAR)(self._read_frames)
        self._load_holders = cache(self._find_holders)
        self._load_reported = cache(self._find_reported)

    def attribute(
        self, quotation: Span, places: tuple[ArticlePlace, ...]
    ) -> tuple[tuple[ArticlePlace, ...], str]:
        """Return the places where whom the draft names may speak, and nothing; else all, and the name.

        All places and nothing where the draft names nobody.
        """
        speakers = self.list_speakers(quotation) if places else []
        if not speakers:
            return places, ""
        right = next(filter(None, (self._select(places, each, quotation) for each in speakers)), ())
        if not right:
            return places, speakers[0].words
        outer = self._find_wrong_outer(quotation, speakers[0], right)
        return right, f"{outer} → {speakers[0].words}" if outer else ""

    def _select(
        self, places: tuple[ArticlePlace, ...], speaker: Speaker, quotation: Span
    ) -> tuple[ArticlePlace, ...]:
        """Return the places where a speaker may speak."""
        reported = self._load_reported(places)
        return tuple(
            place
            for number, (holders, place) in enumerate(zip(self._load_holders(places), places, strict=True))
            if self._fits(speaker, holders, place.source_id)
            and not self._is_reporter(speaker, reported.get(number, set()), quotation)
        )

    def _is_reporter(self, speaker: Speaker, reported: set[tuple[str, str]], quotation: Span) -> bool:
        """Return whether a speaker only reports what he rejects, in a paragraph that names no one else."""
        named = speaker.actors
        inner = self._rules.names.list_stand_ins(holder for _, holder in reported)
        if named & inner or not named & {reporter for reporter, _ in reported}:
            return False
        start = self._text.rfind("\n\n", 0, quotation[0]) + 1
        end = self._text.find("\n\n", quotation[1])
        tokens = self._rules.read_tokens(self._text, start, end if end >= 0 else len(self._text))
        return not any(token.actors & inner for token in tokens)

    def _find_wrong_outer(self, quotation: Span, inner: Speaker, places: tuple[ArticlePlace, ...]) -> str:
        """Return who is said to report what the speaker of a quotation says, and does not in the articles."""
        number = bisect_right(self._sentences, (quotation[0], len(self._masked))) - 1
        frames = self._read_sentence(number)
        if frames.is_alone:
            return ""
        outer, source = frames.find_outer(quotation[0]), frames.find_source(quotation[0])
        if outer and outer.actors and not self._has_chain(outer, inner, places):
            return outer.words
        is_other = source and source.actors and source.actors != inner.actors
        if source and is_other and not self._has_chain(source, inner, places, may_add=True):
            return source.words
        return ""

    def _has_chain(
        self, outer: Speaker, inner: Speaker, places: tuple[ArticlePlace, ...], *, may_add: bool = False
    ) -> bool:
        """Return whether the articles have a speaker report another somewhere, or know nothing of it.

        With `may_add` he may, where nobody but the author does.
        """
        statements = [(each.place, each.statement_id) for each in load_covering(self._db, places)]
        values = {"statements": json.dumps(statements)}
        rows = self._db.execute(read_sql("with_parameters/place_chains"), values).fetchall()
        return not rows or any(
            self._fits(inner, [holder], places[number].source_id)
            and (
                (may_add and place + 2 >= len(holders))
                or self._fits(outer, holders[place:], places[number].source_id)
            )
            for number, holders in ((number, json.loads(chain)) for number, chain in rows)
            for place, holder in enumerate(holders)
        )

    def list_speakers(self, quotation: Span) -> list[Speaker]:
        """Return who speaks a quotation by the draft and, where it says so, whose the words are."""
        number = bisect_right(self._sentences, (quotation[0], len(self._masked))) - 1
        frames = self._read_sentence(number)
        return self._list_around(number) if frames.is_alone else frames.list_speakers(quotation[0])

    def _list_around(self, number: int) -> list[Speaker]:
        """Return who speaks a sentence that is all quotation, by the next sentence or the one before."""
        if signature := self._read_sentence(number + 1).find_signature():
            return [signature]
        before = self._read_sentence(number - 1)
        return before.list_speakers_of_next() if before.ends_with_colon else self._list_before(number, before)

    def _list_before(self, number: int, before: SpeechFrames) -> list[Speaker]:
        """Return who speaks the last quotation of the sentence before, if that is of the same paragraph."""
        start = self._sentences[number][0]
        last = self._quotations[bisect_right(self._quotations, (start,)) - 1]
        is_there = number > 0 and self._sentences[number - 1][0] <= last[0] < start
        if not is_there or before.is_alone or "\n" in self._masked[last[1] : start]:
            return []
        return before.list_speakers(last[0])

    def _read_frames(self, number: int) -> SpeechFrames:
        """Return the frames of a sentence; of none beyond the text."""
        span = self._sentences[number] if 0 <= number < len(self._sentences) else (0, 0)
        return SpeechFrames(self._rules, list(self._rules.read_tokens(self._masked, *span)))

    def _fits(self, speaker: Speaker, holders: Collection[str], source_id: str) -> bool:
        """Return whether the words of some holders, in an article, may be said to be a speaker's."""
        names = self._rules.names
        right, named = names.list_stand_ins(holders), speaker.actors
        if speaker.is_broad:
            right, named = names.list_roots(right), names.list_roots(named)
        return bool(named & right) or self._is_outlet(speaker, source_id)

    def _find_holders(self, places: tuple[ArticlePlace, ...]) -> list[set[str]]:
        """Return the voices of the words at each place."""
        statements = [(each.place, each.statement_id) for each in load_covering(self._db, places)]
        values = {"statements": json.dumps(statements), "places": json.dumps(places)}
        holders: list[set[str]] = [set() for _ in places]
        for number, holder in self._db.execute(read_sql("with_parameters/place_holders"), values):
            holders[number].add(holder)
        return holders

    def _find_reported(self, places: tuple[ArticlePlace, ...]) -> dict[int, set[tuple[str, str]]]:
        """Return who reports and rejects the words at places, with whose words these are."""
        nearest = [(each.place, each.statement_id) for each in load_nearest(self._db, places) if each.covers]
        values = {"statements": json.dumps(nearest), "places": json.dumps(places)}
        reported: dict[int, set[tuple[str, str]]] = {}
        for number, reporter, holder in self._db.execute(read_sql("with_parameters/place_reporters"), values):
            reported.setdefault(number, set()).add((reporter, holder))
        return reported

    def _is_outlet(self, speaker: Speaker, source_id: str) -> bool:
        """Return whether an article, or its original, is known to be published by a speaker."""
        words = _squeeze(speaker.words)
        rows = self._db.execute(OUTLETS, {"source": source_id})
        return any(actor in speaker.actors or _is_host(words, value or "") for actor, value in rows)


OUTLETS = """
SELECT participants.actor_id, source_metadata.value
FROM source_metadata
LEFT JOIN participants ON participants.event_id = source_metadata.event_id AND participants.part = 'speaker'
WHERE source_metadata.source_id = :source AND source_metadata.field IN (
  'publisher', 'original_publisher', 'url', 'original_url', 'possible_original'
)
"""

HOST = re.compile(r"(?:https?://)?(?:www\.)?([^/.\s]+)\.[^\s]+")

LIKE = 0.6
"""How much of the name of a host the name of an outlet is, at least: Moscow Times, themoscowtimes.com."""


def _is_host(words: str, value: str) -> bool:
    """Return whether a name, without what is between its words, is that of an outlet or of its host."""
    host = HOST.fullmatch(value)
    name = _squeeze(host[1] if host else value)
    return words in name and len(words) >= LIKE * len(name)


def _squeeze(words: str) -> str:
    """Return the letters and digits of words in lower case, without accents."""
    return "".join(filter(str.isalnum, fold_term(words)))


def mask_quotations(text: str, quotations: Sequence[Span]) -> str:
    """Return a text as long, its quotations masked but for a final full stop or comma, without markup.

    Lines of a paragraph are joined.
    """
    masked = [(start, end, MASK * (end - start - 1) + _get_last_sign(text, end)) for start, end in quotations]
    blank = [(start, end, " " * (end - start)) for start, end in find_markup(text)]
    pieces: list[str] = []
    reached = 0
    for start, end, instead in sorted([*masked, *blank, *((i, i + 1, " ") for i in _find_joints(text))]):
        if start >= reached:
            pieces += text[reached:start], instead
            reached = end
    return "".join([*pieces, text[reached:]])


def _find_joints(text: str) -> Iterator[int]:
    """Yield where a line ends inside a paragraph."""
    return (found.start() for found in JOINT.finditer(text))


JOINT = re.compile(r"(?<!\n)\n(?!\s*\n|[ \t]*(?:[>#*•+|-]|\d+[.)]))")


def _get_last_sign(text: str, end: int) -> str:
    """Return the sign with which a quotation ends its sentence or clause, else the mask."""
    sign, after = text[end - 2 : end - 1], text[end : end + 50]
    begins = after[:1].isspace() and not after.lstrip()[:1].islower()
    return sign if sign == "," or (sign == "." and (begins or not after)) else MASK
