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

ANY_VERB = 2
"""Words that a verb has at most that is in no list: shot back."""

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
        found = [each for each in (behind, before or self._via) if each and each is not NOBODY]
        owner = self._get(place - 1)
        return [*found, read_name(owner)] if found and owner.kind is NAME and owner.is_possessive else found

    def find_outer(self, start: int) -> Speaker | None:
        """Return who is said to report that the speaker before a quotation says it: X said that Y told."""
        cues = self._list_cues(self._places[start])
        verbs = [place for place in cues if self._tokens[place].kind is VERB]
        named = [verb for verb in verbs if self._find_frame(verb) not in (NOBODY, NO_SUBJECT)][:2]
        if len(named) == 1 or not named or verbs[0] != named[0]:
            return None
        inner, outer = named
        ends = (*PHRASE_ENDS, "pronouns", "agent_words")
        between = range(outer + 1, inner)
        is_joined = all(self._get(i).kind in WORDS and not self._is_one(i, *ends) for i in between)
        return self._find_frame(outer) if is_joined else None

    def find_source(self, start: int) -> Speaker | None:
        """Return through whom else a sentence has a quotation: “…,” X told Y, Z said; according to Z."""
        first = self._places[start] + 1
        for place in range(first, min(first + BEFORE, len(self._tokens) - 2)):
            verb = self._get(place + 2)
            is_frame = verb.kind is VERB and self._get(place + 3).kind is SIGN
            if self._get(place).text == "," and self._is_bare(place + 1) and is_frame:
                return read_name(self._tokens[place + 1])
        return self._via

    def list_speakers_of_next(self) -> list[Speaker]:
        """Return who speaks what follows the sentence, which ends with a colon."""
        found = self._find_before(len(self._tokens))
        return [found] if found and found is not NOBODY else []

    def find_signature(self) -> Speaker | None:
        """Return whose name the sentence is behind a dash, or in brackets, or behind a verb: So said X."""
        if self._is_one(0, "unnamed_speakers") and self._get(1).kind is VERB and self._get(2).kind is NAME:
            return self._find_inverted(1)
        first = next((place for place in range(len(self._tokens)) if self._get(place).text not in DASHES), 0)
        return self._read_signature(first or 1) if first or self._get(0).text == "(" else None

    def _get(self, place: int) -> SpeechToken:
        return self._tokens[place] if 0 <= place < len(self._tokens) else BEYOND

    def _is_one(self, place: int, *kinds: str) -> bool:
        return self._get(place).is_one(*kinds)

    def _read(self, start: int, end: int) -> Speaker | None:
        if self._is_one(end - 1, "quoting_nouns"):
            if owner := self._find_owner(end - 1, start):
                return owner
            if self._is_one(end, "agent_words"):
                return self._find_agent(end - 1)
        return read_phrase(self._rules, self._tokens[start:end], opens=start == 0)

    def _is_bare(self, place: int) -> bool:
        """Return whether a token is a name, no possessive, and no part of a longer one: Moscow Times."""
        token, after = self._get(place), self._get(place + 1)
        return token.kind is NAME and not token.is_possessive and (not after.is_capital or after.is_day)

    # behind a quotation

    def _find_behind(self, place: int) -> Speaker | None:
        """Return who speaks by the words behind a quotation; None where these say nothing of it."""
        first = next(i for i in range(place + 1, len(self._tokens) + 1) if self._get(i).text not in PAUSES)
        if signature := self._find_name_alone(first):
            speaker = self._read_signature(signature)
            if speaker or self._get(first - 1).text not in DASHES:
                return speaker
        if self._is_one(first, "agent_words"):
            return self._find_agent(place) if self._is_passive(place) else None
        if owner := self._find_owner_behind(first):
            return owner
        verb = self._find_verb(first)
        if verb is None or self._is_one(0, "subordinators") or self._tokens[0].kind is VERB:
            return self._find_with_any_verb(place)
        if self._is_one(first, "pronouns") and not self._is_verb_next(first):
            return None
        subject = self._find_subject_behind(verb, first)
        return None if subject is NO_SUBJECT or (subject is NOBODY and first == place + 1) else subject

    def _find_with_any_verb(self, place: int) -> Speaker | None:
        """Return whose name stands with any verb behind what opens the sentence: “…,” X shot back."""
        end = self._find_phrase_end(2)
        words = [token for token in self._tokens[2:end] if token.kind is TokenKind.WORD]
        names = [token for token in self._tokens[2:end] if token.kind is NAME and not token.is_possessive]
        is_open = place == 0 and self._get(1).text == "," and self._get(end).kind is SIGN
        is_other = any(word.is_capital or word.is_one(*PHRASE_BORDERS, "negations") for word in words)
        is_verb = 0 < len(words) <= ANY_VERB and not is_other
        return read_name(names[0]) if is_open and is_verb and len(names) == 1 else None

    def _is_verb_next(self, place: int) -> bool:
        """Return whether a verb follows a token, with what may stand beside it."""
        place += 1
        while self._is_one(place, "beside_verbs", "passive_words"):
            place += 1
        return self._get(place).kind is VERB

    def _find_name_alone(self, place: int) -> int | None:
        """Return where a name must stand alone: in brackets, behind a dash, last behind a colon."""
        sign = self._get(place).text
        is_last = sign == ":" and self._get(place + 2) is BEYOND
        if sign == "(" or is_last:
            return place + 1
        return place if self._get(place - 1).text in DASHES else None

    def _find_subject_behind(self, verb: int, first: int) -> Speaker:
        """Return who is named as the subject of a verb behind a quotation, whose words begin at a token."""
        if self._has_agent(verb):
            return self._find_agent(verb)
        is_inverted = verb == first or (verb == first + 1 and self._is_so(first))
        return self._find_inverted(verb) if is_inverted else self._find_subject(verb, first)

    def _has_agent(self, verb: int) -> bool:
        """Return whether a passive verb says by whom: told by X, not quoted as saying by X."""
        return self._is_one(verb + 1, "agent_words") and " " not in self._get(verb).text

    def _is_so(self, place: int) -> bool:
        """Return whether a word takes up what was said, and a name stands behind its verb: so said X."""
        points = all(self._is_one(place, kind) for kind in ("unnamed_speakers", "function_words"))
        return points and not self._is_one(place, "pronouns") and self._get(place + 2).kind is NAME

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
        points = noun == place + 2 and self._is_one(place + 1, "determiners") and self._is_bare(noun + 1)
        return read_name(self._get(noun + 1)) if points else None

    def _read_known(self, start: int, end: int) -> Speaker | None:
        """Return whom a phrase names, if somebody known."""
        found = self._read(start, end)
        return found if found and found.actors else None

    def _is_passive(self, end: int) -> bool:
        """Return whether a passive verb, with what may join it, stands before a token: was described as."""
        verb = end - 1 - self._is_one(end - 1, "subordinators")
        return self._get(verb).kind is VERB and (not verb or self._is_one(verb - 1, "passive_words"))

    def _find_agent(self, verb: int) -> Speaker:
        """Return who is named behind a passive verb: described by X as."""
        end = self._find_phrase_end(verb + 2)
        names = (place for place in range(end - 1, verb + 1, -1) if self._is_named(place))
        return self._read(verb + 2, next(names, end - 1) + 1) or NOBODY

    def _is_named(self, place: int) -> bool:
        """Return whether a phrase that names somebody may end at a token."""
        token = self._tokens[place]
        return token.kind is NAME or token.is_capital or token.is_one("unnamed_speakers", "quoting_nouns")

    def _find_verb(self, first: int) -> int | None:
        """Return the place of the first verb from a token on, in the same clause."""
        for place in range(first, min(first + BEHIND, len(self._tokens))):
            token = self._tokens[place]
            if token.kind is QUOTATION or token.text in STOPS or self._is_one(place, "coordinators"):
                return None
            is_part = self._is_one(place, "subordinators") and not (place == first and self._is_as(place))
            if self._begins_clause(place) or is_part:
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
        end = self._find_phrase_end(verb + 1)
        is_joined = self._is_one(end, "coordinators") and self._get(end + 1).kind is NAME
        if self._is_one(verb, "verbs_with_addressee") or is_joined:
            return NOBODY
        return self._read(verb + 1, end) or self._find_apposition(end) or NOBODY

    def _find_phrase_end(self, place: int) -> int:
        """Return where a phrase ends that begins at a token."""
        while self._get(place).kind in WORDS and not self._is_one(place, *PHRASE_ENDS):
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
        for cue in self._list_cues(place):
            if owner := self._find_owner_of_clause(cue, place):
                return NOBODY if self._is_called(cue, place) else owner
            subject = self._find_frame(cue) if self._tokens[cue].kind is VERB else NO_SUBJECT
            if subject is NO_SUBJECT and self._tokens[cue].kind is VERB:
                subject = self._find_only_name(cue) if cue != 1 else self._find_main_subject(place)
            if subject is not NO_SUBJECT:
                return subject if self._governs(cue, place) else NOBODY
        sign = self._get(place - 1).text
        if sign in DASHES and place <= NOUN_REACH:
            return self._read_known(0, place - 1)
        if sign == CELL:
            first = max((i + 1 for i in range(place - 1) if self._tokens[i].text == CELL), default=0)
            return self._read_known(first, place - 1)
        return self._find_before_colon(place) if sign == ":" else None

    def _list_cues(self, end: int) -> Iterator[int]:
        """Yield the places of verbs and nouns before a token, the nearest first, within its clause."""
        for place in range(end - 1, max(end - BEFORE, 0) - 1, -1):
            if self._tokens[place].text == ";" or self._begins_clause(place):
                return
            if self._tokens[place].kind is VERB or self._is_one(place, "quoting_nouns"):
                yield place

    def _begins_clause(self, place: int) -> bool:
        """Return whether a clause begins for which who spoke before need not speak."""
        return self._is_one(place, "clause_breaks") and not self._is_one(place + 1, "beside_verbs")

    def _find_frame(self, verb: int) -> Speaker:
        """Return who is named as the subject of a verb, before it or behind it."""
        if self._has_agent(verb):
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

    def _find_main_subject(self, place: int) -> Speaker:
        """Return whose name stands behind a clause that a quotation ends: By calling it “…”, X left."""
        name = place + 1 + (self._get(place + 1).text == ",")
        is_clause = self._is_one(0, "prepositions") and name > place + 1 and self._is_bare(name)
        return read_name(self._tokens[name]) if is_clause else NO_SUBJECT

    def _find_only_name(self, end: int) -> Speaker:
        """Return the only name before a token that may be the subject of all that is told there."""
        if any(self._begins_part(place) for place in range(end - 1)) or self._is_other(end - 2):
            return NO_SUBJECT
        names = [place for place in range(end) if self._is_bare(place) and not self._is_oblique(place)]
        if len(names) != 1 or self._is_object(names[0]):
            return NO_SUBJECT
        joint = max((place for place in range(end) if self._is_one(place, "coordinators")), default=names[0])
        is_denied = any(self._is_one(place, "negations", "clause_breaks") for place in range(joint, end))
        return NOBODY if is_denied else read_name(self._tokens[names[0]])

    def _is_other(self, place: int) -> bool:
        """Return whether somebody without a name is the subject of a part: quoted an official as saying."""
        return self._is_one(place, "unnamed_speakers") and self._is_one(place + 1, "subordinators")

    def _begins_part(self, place: int) -> bool:
        """Return whether somebody else may be the subject from a token on."""
        is_pronoun = self._is_one(place, "pronouns") and not self._is_one(place - 1, "prepositions")
        return is_pronoun or self._is_one(place, "subordinators")

    def _is_object(self, name: int) -> bool:
        """Return whether somebody without a name does something to a name: the minister thanked X."""
        start = self._find_phrase_start(name, 0)
        opening = start - 1 - self._is_one(start - 1, "determiners")
        words = self._tokens[start:name]
        has_verb = any(token.kind is TokenKind.WORD and not token.is_capital for token in words)
        return has_verb and not self._is_one(opening, "prepositions")

    def _find_owner_of_clause(self, noun: int, end: int) -> Speaker | None:
        """Return whose noun tells what comes up to a token: X's claim that; X's words; X's message was:"""
        after = noun + 1 + self._is_one(noun + 1, "passive_words")
        is_next = after + (self._get(after).text in {",", ":"}) == end
        has_colon = after > noun + 1 and self._get(end - 1).text == ":"
        if not self._is_one(noun, "quoting_nouns") or not (is_next or has_colon or self._is_that(noun + 1)):
            return None
        return self._find_owner(noun, 0)

    def _is_called(self, noun: int, end: int) -> bool:
        """Return whether what comes up to a token may be said of a noun: Y called X's claim “…”."""
        start = noun - 1
        while self._get(start).kind in WORDS:
            start -= 1
        return noun + 1 == end and self._get(start).kind is VERB

    def _is_as(self, place: int) -> bool:
        return self._is_one(place, "subordinators") and self._is_one(place, "unnamed_speakers")

    def _is_that(self, place: int) -> bool:
        return self._is_one(place, "determiners") and self._is_one(place, "unnamed_speakers")

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
                end = next(
                    i for i in range(place + 1, len(self._tokens) + 1) if self._get(i).kind not in WORDS
                )
                ends = (i for i in range(end - 1, place, -1) if self._is_bare(i) or self._get(i).is_capital)
                return self._read(place + 1, next(ends, end - 1) + 1)
        return None

    # the subject before a verb

    def _find_subject(self, verb: int, first: int) -> Speaker:
        """Return who is named as the subject of a verb, at or behind a token."""
        if (found := self._find_bound(verb)) is not None:
            return found
        place = verb - 1
        while (before := self._skip(place, first)) < place:
            place = before
        if (name := self._find_antecedent(place, verb)) is not None:
            return self._read_before(name, first)
        if self._is_one(place, "passive_words", "pronouns", "negations"):
            return NOBODY
        is_sign = place < first or self._get(place).kind is SIGN
        if is_sign or self._is_one(place, "coordinators", "subordinators"):
            return NO_SUBJECT
        return self._read_before(place, first)

    def _find_bound(self, verb: int) -> Speaker | None:
        """Return who speaks by the words right before a verb: quoted X as saying; a statement by X says."""
        if self._is_that(verb - 1) and self._get(verb - 2).kind is TokenKind.WORD:
            return NOBODY
        if self._is_as(verb - 1) and self._is_bare(verb - 2) and not self._is_oblique(verb - 2):
            return read_name(self._tokens[verb - 2])
        if self._is_one(verb - 1, *BEFORE_NO_SUBJECT) and not self._is_one(verb - 1, "beside_verbs"):
            return NO_SUBJECT
        return self._find_maker(verb)

    def _find_maker(self, verb: int) -> Speaker | None:
        """Return by whom the words are that a verb gives: a statement by X reads."""
        start = verb - 1
        while self._get(start).kind in WORDS and not self._is_one(start, "prepositions"):
            start -= 1
        is_made = self._is_one(start - 1, "quoting_nouns") or self._is_one(start - 2, "quoting_nouns")
        is_maker = self._is_one(start, "agent_words") and is_made
        return self._read(start + 1, verb) if is_maker else None

    def _find_antecedent(self, place: int, verb: int) -> int | None:
        """Return where a name is that a pronoun takes up: it was X who said; X, who said that, left."""
        if not self._is_one(place, "pronouns"):
            return None
        name = place - 1 - (self._get(place - 1).text in PAUSES)
        if self._get(name).kind is not NAME:
            return None
        if name < place - 1:
            return None if self._find_phrase_start(name, 0) or self._get(verb + 1).kind is SIGN else name
        start = name
        while self._get(start).kind in WORDS and not self._is_one(start, "passive_words", "negations"):
            start -= 1
        is_cleft = self._is_one(start, "passive_words") and self._is_one(start - 1, "pronouns")
        return name if is_cleft else None

    def _skip(self, place: int, first: int) -> int:
        """Return the place before what may part subject and verb; the same where nothing does."""
        if place < first or self._is_one(place, "passive_words", "negations"):
            return place
        is_adverb = self._is_one(place - 1, "beside_verbs") and self._is_unknown(place)
        if self._is_one(place, "beside_verbs") or is_adverb:
            return place - 1
        if self._is_one(place, "coordinators") and self._is_one(place + 1, "beside_verbs"):
            return place - 2 * self._is_one(place - 1, "beside_verbs")
        if self._get(place).text == ")":
            return next((i - 1 for i in range(place, first, -1) if self._tokens[i].text == "("), place)
        if self._get(place).text in PAUSES:
            return self._skip_aside(place, first)
        return min(self._skip_phrase(place), place - self._get(place).is_day)

    def _is_unknown(self, place: int) -> bool:
        """Return whether a word in small letters is none of the language's that are listed."""
        token = self._get(place)
        return token.kind is TokenKind.WORD and token.text.islower() and not token.kinds

    def _skip_aside(self, comma: int, first: int) -> int:
        """Return the place of the name before an aside that ends with a comma; else the comma's."""
        for place in range(comma - 1, max(first, comma - ASIDE), -1):
            token, before = self._tokens[place], self._tokens[place - 1]
            if token.kind is QUOTATION or token.text in STOPS:
                return comma
            if token.text in PAUSES and before.kind is not NAME and self._is_apposition(place + 1, comma):
                return comma - 1
            if (
                token.text in PAUSES
                and (before.kind is NAME or before.is_capital)
                and not self._is_oblique(place - 1)
            ):
                return place - 1
            if token.text in PAUSES:
                return comma
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
        if before < place and self._is_one(before, "prepositions"):
            return before - 1
        start = self._find_phrase_start(place, 0) - 1
        start -= self._is_one(start, "determiners")
        is_behind = self._is_one(start, "prepositions") and self._is_bare(start - 1)
        return start - 1 if is_behind and not self._is_oblique(start - 1) else place

    def _is_oblique(self, place: int) -> bool:
        """Return whether a name stands behind a preposition."""
        behind = place - 1 - self._is_one(place - 1, "determiners")
        is_behind = self._is_one(behind, "prepositions") and not self._is_one(behind, "subordinators")
        return self._get(place).kind is NAME and is_behind

    def _find_phrase_start(self, place: int, first: int) -> int:
        """Return where a phrase begins that ends at a token, at or behind another."""
        while (
            place > first
            and self._get(place - 1).kind in WORDS
            and not self._is_one(place - 1, *PHRASE_BORDERS)
        ):
            place -= 1
        return place

    def _read_before(self, place: int, first: int) -> Speaker:
        """Return who is named by the phrase that ends at a token."""
        start = self._find_phrase_start(place, first)
        is_joined = self._is_one(start - 1, "coordinators") and self._get(start - 2).kind is NAME
        if is_joined or self._is_one(start - 1, "negations") or self._is_in_relative_clause(start, place):
            return NOBODY
        return self._read(start, place + 1) or NOBODY

    def _is_in_relative_clause(self, start: int, end: int) -> bool:
        """Return whether a phrase goes with another verb behind a pronoun: whoever defeated X, said."""
        words = (self._tokens[place] for place in range(start, end + 1))
        has_verb = any(token.kind is TokenKind.WORD and not token.is_capital for token in words)
        is_pronoun = self._is_one(start - 1, "pronouns") or self._is_that(start - 1)
        return has_verb and is_pronoun and self._get(start - 2).kind is TokenKind.WORD


BEFORE_NO_SUBJECT = ("determiners", "prepositions", "subordinators", "possessive_pronouns")
"""The kinds of words before a verb that has no subject of its own there."""

PHRASE_ENDS = ("prepositions", "coordinators", "clause_breaks", "subordinators")
"""The kinds of words with which something else begins than a phrase that names somebody."""

PHRASE_BORDERS = (
    *PHRASE_ENDS,
    *("beside_verbs", "passive_words", "pronouns", "possessive_pronouns", "determiners"),
)
"""The kinds of words before which no phrase that names somebody begins."""
