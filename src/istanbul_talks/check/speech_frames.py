"""Who speaks, as a sentence says it: “…,” X said; said X; X said that “…”; according to X; X: “…”.

A frame is a verb that reports speech, and the name beside it. Where nobody, several or only a pronoun is
there, nobody is said to speak. What does not belong here: whether the articles agree (speakers.py).
"""

from collections.abc import Sequence
from typing import NamedTuple

from istanbul_talks.check.speaker_names import Actors
from istanbul_talks.check.speech_tokens import SpeechRules, Token, TokenKind

Q, NAME, VERB, WORD, SIGN = (
    TokenKind.QUOTATION,
    TokenKind.NAME,
    TokenKind.VERB,
    TokenKind.WORD,
    TokenKind.SIGN,
)

ASIDE = 30
"""Maximum number of tokens between two commas that may stand between a speaker and the verb."""

REACH = 16
"""Maximum number of tokens from a quotation to a verb behind it."""

FULL_NAME = 2
"""Words of a name up to which the last may be a known one's in another spelling."""

DASHES = frozenset("-–—―")
PAUSES = frozenset({",", *DASHES})
BREAKS = frozenset(";.!?")


class Speaker(NamedTuple):
    """Who speaks, in the draft's words, and who that may be: nobody known where it is empty.

    `is_broad` where somebody of theirs speaks: “Kremlin officials”.
    """

    words: str
    actors: Actors = frozenset()
    is_broad: bool = False


NOBODY = Speaker("")
"""It is not said by a name who speaks."""

ELLIPTIC = Speaker(" ")
"""The verb has no subject of its own: whoever spoke before goes on."""


class SpeechFrames:
    """The frames of one sentence."""

    def __init__(self, rules: SpeechRules, tokens: Sequence[Token]) -> None:
        self._rules = rules
        self._tokens = tokens

    @property
    def named(self) -> list[Token]:
        """All names in the sentence outside of quotations."""
        return [token for token in self._tokens if token.kind is NAME]

    def find_speaker(self, start: int) -> tuple[Speaker, ...]:
        """Return who speaks the quotation that begins here; none where it is not said."""
        index = next(i for i, token in enumerate(self._tokens) if token.start == start)
        after, before = self._find_behind(index), self._find_before(index)
        if after is NOBODY or (before is NOBODY and not after):
            return ()
        said = [each for each in (after, before or self._find_via()) if each]
        return tuple(said + [each for each in [self._find_owner(index)] if each and said])

    def is_alone(self) -> bool:
        """Return whether the sentence has no words outside of quotations."""
        return all(token.kind in (Q, SIGN) for token in self._tokens)

    def ends_with_colon(self) -> bool:
        """Return whether the sentence ends with a colon."""
        return bool(self._tokens) and self._tokens[-1].text == ":"

    def find_last(self) -> tuple[Speaker, ...]:
        """Return who speaks what follows the sentence, which ends with a colon."""
        return tuple(
            each
            for each in (self._find_before(len(self._tokens)) or self._find_via(),)
            if each and each.words.strip()
        )

    def find_signature(self) -> Speaker | None:
        """Return whose name alone the sentence is, behind a dash."""
        tokens = self._tokens
        if len(tokens) > 1 and tokens[0].text in DASHES and tokens[1].kind is NAME:
            return Speaker(tokens[1].text, tokens[1].actors)
        return None

    def _get(self, index: int) -> Token:
        """Return a token; beyond the sentence a full stop."""
        return self._tokens[index] if 0 <= index < len(self._tokens) else Token(SIGN, ".", -1)

    def _is_one(self, index: int, *kinds: str) -> bool:
        return self._rules.is_one(self._get(index), *kinds)

    # behind the quotation

    def _find_behind(self, index: int) -> Speaker | None:
        """Return who speaks by the words behind a quotation; None where these say nothing of it."""
        first = index + 1
        while self._get(first).text in PAUSES:
            first += 1
        if self._get(first).text == "(" or self._get(first - 1).text in DASHES:
            return self._read_signature(first)
        if self._get(first).kind is VERB:
            return self._find_inverted(first)
        for verb in range(first, min(first + REACH, len(self._tokens))):
            if self._ends_clause(verb) or (verb > first and self._is_one(verb, "subordinators")):
                return None
            if self._tokens[verb].kind is VERB:
                speaker = self._find_subject(verb, first)
                return None if speaker is ELLIPTIC or (speaker is NOBODY and first == index + 1) else speaker
        return None

    def _ends_clause(self, place: int) -> bool:
        """Return whether something else begins at a token."""
        token = self._tokens[place]
        return token.kind is Q or token.text in BREAKS or self._is_one(place, "clause_breaks", "coordinators")

    def _read_signature(self, first: int) -> Speaker | None:
        """Return who is named alone behind a dash, or in brackets."""
        token = self._get(first + (self._get(first).text == "("))
        following = self._get(first + 1 + (self._get(first).text == "("))
        alone = token.kind is NAME and not token.is_possessive and following.text in {",", ")", ".", *DASHES}
        return Speaker(token.text, token.actors) if alone else None

    def _find_inverted(self, verb: int) -> Speaker | None:
        """Return whose name follows a verb; None where there is none."""
        if self._is_one(verb, "verbs_with_addressee") or self._is_one(verb + 1, "pronouns"):
            return NOBODY
        end = verb + 1
        while self._get(end).kind in (NAME, WORD) and not self._is_one(
            end, "prepositions", "coordinators", "clause_breaks", "subordinators"
        ):
            end += 1
        while end > verb + 1 and self._is_one(end - 1, "beside_verbs"):
            end -= 1
        if self._is_one(end, "coordinators") and self._get(end + 1).kind is NAME:
            return NOBODY
        return self._read_phrase(verb + 1, end) or self._find_apposition(end)

    def _find_apposition(self, place: int) -> Speaker | None:
        """Return whose name stands between commas behind a post: said the head of the delegation, X."""
        for comma in range(place, len(self._tokens) - 1):
            token, name, after = self._tokens[comma], self._tokens[comma + 1], self._get(comma + 2)
            if token.kind in (Q, VERB) or token.text in BREAKS:
                return NOBODY
            if token.text in PAUSES and name.kind is NAME and not name.is_possessive and after.kind is SIGN:
                return Speaker(name.text, name.actors)
        return NOBODY

    # before the quotation

    def _find_before(self, index: int) -> Speaker | None:
        """Return who speaks by the words before a quotation; None where these say nothing of it."""
        if (noun := self._find_noun(index)) is not None:
            return noun
        for verb in range(index - 1, -1, -1):
            token = self._tokens[verb]
            if token.text == ";" or self._is_one(verb, "clause_breaks"):
                return None
            if token.kind is VERB:
                speaker = self._find_frame(verb)
                if speaker is ELLIPTIC:
                    continue
                return speaker if self._governs(verb, index) else NOBODY
        if any(token.kind is VERB for token in self._tokens[:index]):
            return self._find_only(index)
        return self._find_before_colon(index) if self._get(index - 1).text == ":" else None

    def _find_only(self, index: int) -> Speaker | None:
        """Return the only name before a quotation, if it is the subject of all that is told there."""
        if any(self._is_one(place, "pronouns", "subordinators") for place in range(index)):
            return None
        names = [i for i in range(index) if self._tokens[i].kind is NAME]
        if len(names) != 1 or self._tokens[names[0]].is_possessive or self._is_oblique(names[0]):
            return None
        return Speaker(self._tokens[names[0]].text, self._tokens[names[0]].actors)

    def _find_frame(self, verb: int) -> Speaker:
        """Return who speaks by a verb, whose subject stands before it or behind."""
        if self._is_one(verb + 1, "agent_words"):
            return self._read_agent(verb + 2)
        before = self._get(verb - 1)
        if before.kind is Q or (before.text in PAUSES and self._get(verb - 2).kind is Q):
            return self._find_inverted(verb) or NOBODY
        subject = self._find_subject(verb, 0)
        if subject is ELLIPTIC and before.text in PAUSES and self._get(verb + 1).kind is NAME:
            return self._find_inverted(verb) or NOBODY
        return subject

    def _read_agent(self, place: int) -> Speaker:
        """Return who is named behind the word for an agent."""
        end = place
        while self._get(end).kind in (NAME, WORD) and not self._is_one(end, "prepositions", "subordinators"):
            end += 1
        return self._read_phrase(place, end) or NOBODY

    def _governs(self, verb: int, index: int) -> bool:
        """Return whether what a verb reports goes on until the quotation."""
        comma = next((i for i in range(verb + 1, index - 1) if self._tokens[i].text in PAUSES), None)
        if comma is None:
            return True
        others = any(
            token.kind is NAME and not token.is_possessive and self._tokens[i - 1].text in PAUSES
            for i, token in enumerate(self._tokens[comma + 1 : index], comma + 1)
        )
        clause = next((i for i in range(verb, -1, -1) if self._tokens[i].text in PAUSES), -1)
        part = any(self._is_one(i, "subordinators") for i in range(clause + 1, verb))
        return not others and not part

    def _find_noun(self, index: int) -> Speaker | None:
        """Return whose words, claim or statement a quotation is said to be; None where nobody's."""
        near = (place for place in range(index - 1, index - 4, -1) if self._is_one(place, "quoting_nouns"))
        noun = next(near, None)
        if noun is None:
            return None
        for name in range(noun - 1, noun - 4, -1):
            if self._get(name).kind is NAME and self._get(name).is_possessive:
                return Speaker(self._get(name).text, self._get(name).actors)
        return None

    def _find_before_colon(self, index: int) -> Speaker | None:
        """Return whose name alone stands before a colon, with an occasion at most."""
        first = index - 1
        while self._get(first - 1).kind not in (Q,) and self._get(first - 1).start >= 0:
            first -= 1
        names = [i for i in range(first, index) if self._tokens[i].kind is NAME]
        heads = [i for i in names if not self._tokens[i].is_possessive and not self._is_oblique(i)]
        if len(heads) == 1 and index - first <= REACH:
            return Speaker(self._tokens[heads[0]].text, self._tokens[heads[0]].actors)
        return None

    def _find_owner(self, index: int) -> Speaker | None:
        """Return whose words a possessive right before a quotation says they are."""
        token = self._get(index - 1)
        return Speaker(token.text, token.actors) if token.kind is NAME and token.is_possessive else None

    def _find_via(self) -> Speaker | None:
        """Return according to whom the sentence speaks."""
        for place, token in enumerate(self._tokens):
            if token.kind is TokenKind.PREPOSITION:
                end = place + 1
                while self._get(end).kind in (NAME, WORD):
                    end += 1
                names = [i for i in range(place + 1, end) if self._tokens[i].kind is NAME]
                if names and not self._tokens[names[-1]].is_possessive:
                    return self._read_phrase(place + 1, names[-1] + 1)
                return self._read_phrase(place + 1, end)
        return None

    # the subject of a verb

    def _find_subject(self, verb: int, first: int) -> Speaker:
        """Return who is named as the subject of a verb, at or behind a token."""
        place = verb - 1
        while place >= first:
            token = self._tokens[place]
            if self._is_one(place, "passive_words"):
                return NOBODY
            if self._is_one(place, "beside_verbs"):
                place -= 1
            elif token.text == ")":
                place = self._find_back(place, {"("}) - 1
            elif (skipped := self._skip_phrase(place)) < place:
                place = skipped
            elif token.text in PAUSES:
                aside = self._skip_aside(place, first)
                if aside is None:
                    return ELLIPTIC
                place = aside
            else:
                break
        if place < first or self._is_one(place, "coordinators") or self._get(place).text in PAUSES:
            return ELLIPTIC
        return self._read_phrase_before(place, first)

    def _skip_phrase(self, place: int) -> int:
        """Return the place before a phrase of time or place that ends here; the same where there is none."""
        before = place
        while self._get(before).is_capital or self._get(before).text.isdigit() or self._is_oblique(before):
            if self._get(before).kind is NAME:
                return before - 2 - (not self._is_one(before - 1, "prepositions"))
            before -= 1
        if before < place and self._is_one(before, "prepositions"):
            return before - 1
        return place - 1 if self._rules.is_day(self._get(place)) else place

    def _is_oblique(self, place: int) -> bool:
        """Return whether a name stands behind a preposition."""
        token = self._get(place)
        article = self._get(place - 1).kind is WORD and not self._get(place - 1).is_capital
        return token.kind is NAME and (
            self._is_one(place - 1, "prepositions") or (article and self._is_one(place - 2, "prepositions"))
        )

    def _skip_aside(self, comma: int, first: int) -> int | None:
        """Return the place of the name before an aside that ends with a comma."""
        for place in range(comma - 1, max(first, comma - ASIDE), -1):
            token = self._tokens[place - 1]
            if self._tokens[place].kind in (Q,) or self._tokens[place].text in BREAKS:
                return None
            is_name = token.kind is NAME or token.is_capital
            if self._tokens[place].text in PAUSES and is_name and not self._is_oblique(place - 1):
                return place - 1
        return None

    def _find_back(self, place: int, signs: set[str]) -> int:
        while place > 0 and self._tokens[place].text not in signs:
            place -= 1
        return place

    # phrases

    def _read_phrase_before(self, place: int, first: int) -> Speaker:
        """Return who is named by the phrase that ends at a token."""
        if self._is_one(place, "pronouns"):
            return NOBODY
        start = place
        while start > first and self._belongs(start - 1):
            start -= 1
        if self._get(place).kind is NAME and self._is_one(start - 1, "coordinators"):
            return NOBODY
        return self._read_phrase(start, place + 1) or NOBODY

    def _belongs(self, place: int) -> bool:
        """Return whether a token may belong to a phrase that names somebody."""
        token = self._tokens[place]
        return token.kind in (NAME, WORD) and not self._is_one(
            place,
            "prepositions",
            "coordinators",
            "clause_breaks",
            "subordinators",
            "beside_verbs",
            "passive_words",
        )

    def _read_phrase(self, start: int, end: int) -> Speaker | None:
        """Return whom the words from one token to another name; None where they name nobody."""
        tokens = self._tokens[start:end]
        if not tokens or tokens[-1].is_possessive or self._rules.is_one(tokens[-1], "pronouns"):
            return None
        if tokens[-1].kind is NAME:
            return Speaker(tokens[-1].text, tokens[-1].actors)
        return self._read_unknown(tokens, start == 0) if tokens[-1].is_capital else self._read_broad(tokens)

    def _read_unknown(self, tokens: Sequence[Token], opens: bool) -> Speaker | None:
        """Return whom capitals name that are no known name."""
        run = len(tokens)
        while run and (
            tokens[run - 1].is_capital or (tokens[run - 1].kind is NAME and not tokens[run - 1].is_possessive)
        ):
            run -= 1
        name = tokens[run:]
        if all(self._is_plain(token, opens and token is tokens[0]) for token in name):
            return self._read_broad(tokens)
        if self._rules.is_day(name[-1]):
            return None
        titles = [i for i, token in enumerate(name[:-1]) if self._is_plain(token, opens=False)]
        words = " ".join(token.text for token in name[titles[-1] + 1 if titles else 0 :])
        known = self._rules.names.get_actors(words) if len(words.split()) <= FULL_NAME else frozenset()
        return Speaker(words, known) if known else self._read_broad(tokens) or Speaker(words)

    def _is_plain(self, token: Token, opens: bool) -> bool:
        """Return whether a capital makes no name of a word."""
        rules = self._rules
        common = opens and (token.text.lower() in rules.common or rules.is_one(token, "unnamed_speakers"))
        return token.kind is WORD and (
            common
            or rules.is_title(token)
            or rules.is_one(token, "sentence_openers")
            or bool(rules.names.get_states(token.text))
        )

    def _read_broad(self, tokens: Sequence[Token]) -> Speaker | None:
        """Return whose people are named: Kremlin officials, the Russian side."""
        for place in range(len(tokens) - 1, max(len(tokens) - 6, -1), -1):
            token = tokens[place]
            actors = (
                token.actors
                if token.kind is NAME
                else self._rules.names.get_states(token.text)
                if token.is_capital
                else None
            )
            if token.is_possessive and not tokens[-1].is_capital:
                return None
            if actors:
                return Speaker(" ".join(each.text for each in tokens[place:]), actors, is_broad=True)
        return None
