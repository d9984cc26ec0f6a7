"""Who speaks, as a sentence says it: “…,” X said; said X; X said that “…”; according to X; X: “…”.

A frame is a verb that reports speech with the name beside it. Where a pronoun, several or a common noun stand
there, it is not said by name who speaks. What does not belong here: what names somebody (speaker_phrases.py),
and whether the articles agree (speakers.py).
"""

from collections.abc import Iterator, Sequence
from functools import cached_property

from istanbul_talks.check.speech.speaker_phrases import Speaker, read_name, read_phrase
from istanbul_talks.check.speech.speech_tokens import SpeechRules, SpeechToken, TokenKind

QUOTATION, NAME, VERB, SIGN = TokenKind.QUOTATION, TokenKind.NAME, TokenKind.VERB, TokenKind.SIGN
WORDS = frozenset({NAME, TokenKind.WORD})

BEHIND, BEFORE = 16, 100
"""Maximum number of tokens from a quotation to the verb behind it, and to the one before it."""

ASIDE = 30
"""Maximum number of tokens that may stand between two commas between a name and its verb."""

NOUN_REACH = 4
"""Tokens before what somebody said among which the name must be."""

DASHES = frozenset("-–—―")
PAUSES = frozenset({",", *DASHES})
STOPS = frozenset(";.!?")

CELL = "|"
"""What parts the cells of a table."""

NOBODY = Speaker("")
"""It is not said by name who speaks."""

NO_SUBJECT = Speaker(" ")
"""The verb has no subject of its own: whoever spoke before goes on."""

BEYOND = SpeechToken(SIGN, ".", -1)
"""What stands before and behind a sentence."""


class SpeechFrames:
    """The frames of one sentence."""

    def __init__(self, rules: SpeechRules, tokens: Sequence[SpeechToken]) -> None:
        self._rules = rules
        self._tokens = tokens
        self._places = {token.start: place for place, token in enumerate(tokens)}

    @cached_property
    def is_alone(self) -> bool:
        """Whether the sentence has no words outside of quotations."""
        return all(token.kind in (QUOTATION, SIGN) for token in self._tokens)

    @property
    def ends_with_colon(self) -> bool:
        """Whether the sentence ends with a colon."""
        return bool(self._tokens) and self._tokens[-1].text == ":"

    def list_speakers(self, start: int) -> list[Speaker]:
        """Return who speaks the quotation that begins here, and who owns its words; none where not said."""
        place = self._places[start]
        behind = self._find_behind(place)
        before = None if behind is NOBODY else self._find_before(place)
        if NOBODY in (behind, before) and not (behind and behind is not NOBODY):
            return []
        found = [each for each in (behind, before or self._via) if each]
        owner = self._get(place - 1)
        return [*found, read_name(owner)] if found and owner.kind is NAME and owner.is_possessive else found

    def find_outer(self, start: int) -> Speaker | None:
        """Return who is said to report that the speaker before a quotation says it: X said that Y told."""
        verbs = list(self._list_verbs(self._places[start]))
        named = [verb for verb in verbs if self._find_frame(verb) not in (NOBODY, NO_SUBJECT)][:2]
        if len(named) == 1 or not named or verbs[0] != named[0]:
            return None
        inner, outer = named
        ends = ("coordinators", "clause_breaks", "subordinators", "pronouns", "prepositions", "agent_words")
        between = range(outer + 1, inner)
        is_joined = all(self._get(i).kind in WORDS and not self._is_one(i, *ends) for i in between)
        return self._find_frame(outer) if is_joined else None

    def list_speakers_of_next(self) -> list[Speaker]:
        """Return who speaks what follows the sentence, which ends with a colon."""
        found = self._find_before(len(self._tokens)) or self._via
        return [found] if found and found is not NOBODY else []

    def find_signature(self) -> Speaker | None:
        """Return whose name behind a dash the sentence is."""
        return self._read_signature(1) if self._get(0).text in DASHES else None

    def _get(self, place: int) -> SpeechToken:
        return self._tokens[place] if 0 <= place < len(self._tokens) else BEYOND

    def _is_one(self, place: int, *kinds: str) -> bool:
        return self._get(place).is_one(*kinds)

    def _read(self, start: int, end: int) -> Speaker | None:
        if self._is_one(end - 1, "quoting_nouns") and (owner := self._find_owner(end - 1, start)):
            return owner
        return read_phrase(self._rules, self._tokens[start:end], opens=start == 0)

    def _is_bare(self, place: int) -> bool:
        """Return whether a token is a name, no possessive, and no part of a longer one: Moscow Times."""
        token, after = self._get(place), self._get(place + 1)
        return token.kind is NAME and not token.is_possessive and (not after.is_capital or after.is_day)

    # behind a quotation

    def _find_behind(self, place: int) -> Speaker | None:
        """Return who speaks by the words behind a quotation; None where these say nothing of it."""
        first = place + 1
        while self._get(first).text in PAUSES:
            first += 1
        if self._get(first).text == "(" or self._get(first - 1).text in DASHES:
            return self._read_signature(first + (self._get(first).text == "("))
        if owner := self._find_owner_behind(first):
            return owner
        verb = self._find_verb(first)
        if verb is None or self._is_one(0, "subordinators"):
            return None
        if self._is_one(verb + 1, "agent_words"):
            return self._find_agent(verb)
        if verb == first:
            return self._find_inverted(verb)
        subject = self._find_subject(verb, first)
        return None if subject is NO_SUBJECT or (subject is NOBODY and first == place + 1) else subject

    def _find_owner_behind(self, place: int) -> Speaker | None:
        """Return whose words a quotation is said to be behind it: were X's words; in X's cell of a table."""
        if self._get(place).text == CELL:
            end = next((i for i in range(place + 1, len(self._tokens)) if self._get(i).text == CELL), 0)
            return self._read_known(place + 1, end)
        place += self._get(place).text == ":"
        end = self._find_phrase_end(place + self._is_one(place, "prepositions"))
        noun = next((i for i in range(place, end) if self._is_one(i, "quoting_nouns")), 0)
        if self._is_one(place, "passive_words"):
            return self._find_owner(noun, place)
        points = self._is_one(place, "prepositions") and self._is_one(place + 1, "determiners")
        return (
            read_name(self._get(noun + 1))
            if noun == place + 2 and points and self._is_bare(noun + 1)
            else None
        )

    def _read_known(self, start: int, end: int) -> Speaker | None:
        """Return whom a phrase names, if somebody known."""
        found = self._read(start, end)
        return found if found and found.actors else None

    def _find_agent(self, verb: int) -> Speaker:
        """Return who is named behind a passive verb: described by X as."""
        return self._read(verb + 2, self._find_phrase_end(verb + 2)) or NOBODY

    def _find_verb(self, first: int) -> int | None:
        """Return the place of the first verb from a token on, in the same clause."""
        for place in range(first, min(first + BEHIND, len(self._tokens))):
            token = self._tokens[place]
            if token.kind is QUOTATION or token.text in STOPS or self._is_one(place, "coordinators"):
                return None
            if self._begins_clause(place) or (place > first and self._is_one(place, "subordinators")):
                return None
            if token.kind is VERB:
                return place
        return None

    def _read_signature(self, place: int) -> Speaker | None:
        """Return whose name stands alone at a place, with a post or day behind a comma at most."""
        token, after = self._get(place), self._get(place + 1).text
        alone = token.kind is NAME and not token.is_possessive and (after in PAUSES or after in ").")
        return read_name(token) if alone else None

    def _find_inverted(self, verb: int) -> Speaker:
        """Return who is named as the subject behind a verb."""
        if self._is_one(verb, "verbs_with_addressee") or self._is_one(
            verb + 1, "pronouns", "possessive_pronouns"
        ):
            return NOBODY
        end = self._find_phrase_end(verb + 1)
        if self._is_one(end, "coordinators") and self._get(end + 1).kind is NAME:
            return NOBODY
        while self._is_one(end - 1, "beside_verbs") or self._get(end - 1).is_day:
            end -= 1
        return self._read(verb + 1, end) or self._find_apposition(end) or NOBODY

    def _find_phrase_end(self, place: int) -> int:
        """Return where a phrase ends that begins at a token."""
        ends = ("prepositions", "coordinators", "clause_breaks", "subordinators")
        while self._get(place).kind in WORDS and not self._is_one(place, *ends):
            place += 1
        return place

    def _find_apposition(self, place: int) -> Speaker | None:
        """Return whose name stands between commas behind a post: said the head of the delegation, X."""
        for comma in range(place, len(self._tokens) - 1):
            token, name = self._tokens[comma], self._tokens[comma + 1]
            if token.kind in (QUOTATION, VERB) or token.text in STOPS:
                return None
            if token.text in PAUSES and name.kind is NAME and self._get(comma + 2).kind is SIGN:
                return None if name.is_possessive else read_name(name)
        return None

    # before a quotation

    def _find_before(self, place: int) -> Speaker | None:
        """Return who speaks by the words before a quotation; None where these say nothing of it."""
        if owner := self._find_owner_of_noun(place):
            return owner
        for verb in self._list_verbs(place):
            subject = self._find_frame(verb)
            if subject is NO_SUBJECT:
                subject = self._find_only_name(verb)
            if subject is not NO_SUBJECT:
                return subject if self._governs(verb, place) else NOBODY
        sign = self._get(place - 1).text
        if sign == CELL:
            first = max((i + 1 for i in range(place - 1) if self._tokens[i].text == CELL), default=0)
            return self._read_known(first, place - 1)
        return self._find_before_colon(place) if sign == ":" else None

    def _list_verbs(self, end: int) -> Iterator[int]:
        """Yield the places of verbs before a token, the nearest first, as far as its clause reaches."""
        for place in range(end - 1, max(end - BEFORE, 0) - 1, -1):
            if self._tokens[place].text == ";" or self._begins_clause(place):
                return
            if self._tokens[place].kind is VERB:
                yield place

    def _begins_clause(self, place: int) -> bool:
        """Return whether a clause begins for which who spoke before need not speak."""
        return self._is_one(place, "clause_breaks") and not self._is_one(place + 1, "beside_verbs")

    def _find_frame(self, verb: int) -> Speaker:
        """Return who is named as the subject of a verb, before it or behind it."""
        if self._is_one(verb + 1, "agent_words"):
            return self._find_agent(verb)
        before = self._get(verb - 1)
        if QUOTATION in (before.kind, self._get(verb - 2).kind if before.text in PAUSES else SIGN):
            return self._find_inverted(verb)
        subject = self._find_subject(verb, 0)
        if subject is NO_SUBJECT and before.text in PAUSES and self._get(verb + 1).kind is NAME:
            return self._find_inverted(verb)
        return subject

    def _governs(self, verb: int, end: int) -> bool:
        """Return whether what a verb reports goes on until a token: nobody else is named behind a comma."""
        pauses = [place for place in range(verb + 1, end - 1) if self._tokens[place].text in PAUSES]
        named = any(self._is_bare(place + 1) for place in pauses)
        first = max(verb - BEFORE, 0)
        clause = max((i for i in range(first, verb) if self._tokens[i].text in PAUSES), default=first - 1)
        is_part = any(self._is_one(place, "subordinators") for place in range(clause + 1, verb))
        return not named and not (is_part and pauses)

    def _find_only_name(self, end: int) -> Speaker:
        """Return the only name before a token that may be the subject of all that is told there."""
        if any(self._is_one(place, "pronouns", "subordinators") for place in range(end)):
            return NO_SUBJECT
        names = [place for place in range(end) if self._is_bare(place) and not self._is_oblique(place)]
        return read_name(self._tokens[names[0]]) if len(names) == 1 else NO_SUBJECT

    def _find_owner_of_noun(self, end: int) -> Speaker | None:
        """Return whose words, claim or statement a quotation is said to be."""
        noun = end - 1
        while self._get(noun).text in {",", ":"} or self._is_one(noun, "passive_words"):
            noun -= 1
        noun -= not self._is_one(noun, "quoting_nouns")
        if not self._is_one(noun, "quoting_nouns"):
            return None
        return self._find_owner(noun, 0)

    def _find_owner(self, noun: int, first: int) -> Speaker | None:
        """Return whose possessive stands shortly before a noun, at or behind a token."""
        names = (self._get(place) for place in range(noun - 1, max(noun - NOUN_REACH, first - 1), -1))
        return next((read_name(name) for name in names if name.kind is NAME and name.is_possessive), None)

    def _find_before_colon(self, end: int) -> Speaker | None:
        """Return the only name before a colon, where little else stands there."""
        start = end - 1
        while start > 0 and self._tokens[start - 1].kind is not QUOTATION:
            start -= 1
        names = [place for place in range(start, end) if self._is_bare(place)]
        heads = [place for place in names if not self._is_oblique(place)]
        if not heads and self._get(end - 2).is_capital and end - start <= NOUN_REACH:
            return self._read_known(start, end - 1)
        return read_name(self._tokens[heads[0]]) if len(heads) == 1 and end - start <= BEHIND else None

    @cached_property
    def _via(self) -> Speaker | None:
        """According to whom the sentence speaks."""
        for place, token in enumerate(self._tokens):
            if token.kind is TokenKind.PREPOSITION:
                end = place + 1
                while self._get(end).kind in WORDS:
                    end += 1
                last = max(
                    (i for i in range(place + 1, end) if self._tokens[i].kind is NAME), default=end - 1
                )
                return self._read(place + 1, last + 1)
        return None

    # the subject before a verb

    def _find_subject(self, verb: int, first: int) -> Speaker:
        """Return who is named as the subject of a verb, at or behind a token."""
        if self._is_one(verb - 1, "determiners", "prepositions", "subordinators", "possessive_pronouns"):
            return NO_SUBJECT
        if (maker := self._find_maker(verb)) is not None:
            return maker
        place = verb - 1
        while (before := self._skip(place, first)) < place:
            place = before
        if self._is_cleft(place):
            return self._read_before(place - 1, first)
        if self._is_one(place, "passive_words", "pronouns"):
            return NOBODY
        if (
            place < first
            or self._get(place).kind is SIGN
            or self._is_one(place, "coordinators", "subordinators")
        ):
            return NO_SUBJECT
        return self._read_before(place, first)

    def _find_maker(self, verb: int) -> Speaker | None:
        """Return by whom the words are that a verb gives: a statement by X reads."""
        start = verb - 1
        while self._get(start).kind in WORDS and not self._is_one(start, "prepositions"):
            start -= 1
        is_maker = self._is_one(start, "agent_words") and self._is_one(start - 1, "quoting_nouns")
        return self._read(start + 1, verb) if is_maker else None

    def _is_cleft(self, place: int) -> bool:
        """Return whether a pronoun takes up a name that has been put first: it was X who said."""
        start = place - 1
        while self._get(start).kind in WORDS and not self._is_one(start, "passive_words", "prepositions"):
            start -= 1
        is_first = self._is_one(start, "passive_words") and self._is_one(start - 1, "pronouns")
        return is_first and self._is_one(place, "pronouns") and self._get(place - 1).kind is NAME

    def _skip(self, place: int, first: int) -> int:
        """Return the place before what may part subject and verb; the same where nothing does."""
        if place < first or self._is_one(place, "passive_words"):
            return place
        if self._is_one(place, "beside_verbs"):
            return place - 1
        if self._is_one(place, "coordinators") and self._is_one(place + 1, "beside_verbs"):
            return place - 2 * self._is_one(place - 1, "beside_verbs")
        if self._get(place).text == ")":
            return next((i - 1 for i in range(place, first, -1) if self._tokens[i].text == "("), place)
        if self._get(place).text in PAUSES:
            return self._skip_aside(place, first)
        return min(self._skip_phrase(place), place - self._get(place).is_day)

    def _skip_aside(self, comma: int, first: int) -> int:
        """Return the place of the name before an aside that ends with a comma; else the comma's."""
        for place in range(comma - 1, max(first, comma - ASIDE), -1):
            token, before = self._tokens[place], self._tokens[place - 1]
            if token.kind is QUOTATION or token.text in STOPS:
                return comma
            if (
                token.text in PAUSES
                and (before.kind is NAME or before.is_capital)
                and not self._is_oblique(place - 1)
            ):
                return place - 1
            if token.text in PAUSES:
                return comma - self._is_apposition(place + 1, comma)
        return comma

    def _is_apposition(self, start: int, end: int) -> bool:
        """Return whether what stands between two commas is all a name: Putin's spokesman, X, said."""
        name = self._tokens[start:end]
        return all((token.kind is NAME or token.is_capital) and not token.is_day for token in name)

    def _skip_phrase(self, place: int) -> int:
        """Return the place before a time, or a place with its preposition; the same where there is none."""
        before = place
        while self._get(before).is_capital or self._get(before).text.isdigit():
            before -= 1
        if self._is_oblique(before):
            return before - 2 - (not self._is_one(before - 1, "prepositions"))
        return before - 1 if before < place and self._is_one(before, "prepositions") else place

    def _is_oblique(self, place: int) -> bool:
        """Return whether a name stands behind a preposition."""
        behind = place - 1 - self._is_one(place - 1, "determiners")
        return self._get(place).kind is NAME and self._is_one(behind, "prepositions")

    def _read_before(self, place: int, first: int) -> Speaker:
        """Return who is named by the phrase that ends at a token."""
        start = place
        while (
            start > first
            and self._get(start - 1).kind in WORDS
            and not self._is_one(start - 1, *PHRASE_BORDERS)
        ):
            start -= 1
        if self._is_one(start - 1, "coordinators") and self._get(start - 2).kind is NAME:
            return NOBODY
        return self._read(start, place + 1) or NOBODY


PHRASE_BORDERS = (
    *("prepositions", "coordinators", "clause_breaks", "subordinators"),
    *("beside_verbs", "passive_words", "pronouns", "possessive_pronouns", "determiners"),
)
"""The kinds of words before which no phrase that names somebody begins."""
