"""Phrases that name who speaks: a known name, another with capitals, or somebody of a state or body.

What does not belong here: where in a sentence such a phrase stands (speech_frames.py).
"""

from collections.abc import Sequence
from typing import NamedTuple

from istanbul_talks.check.speech.speaker_names import Actors
from istanbul_talks.check.speech.speech_tokens import SpeechRules, SpeechToken, TokenKind

FULL_NAME = 2
"""Words of a name up to which the last may be a known one's in another spelling."""

POST = 6
"""Words of a post that may follow the name of a state or body: the Russian deputy foreign minister."""


class Speaker(NamedTuple):
    """Who speaks, in the draft's words, and who that may be: nobody known where it is empty.

    `is_broad` where it is somebody of theirs: “Kremlin officials”.
    """

    words: str
    actors: Actors = frozenset()
    is_broad: bool = False


def read_phrase(rules: SpeechRules, tokens: Sequence[SpeechToken], *, opens: bool) -> Speaker | None:
    """Return whom some words name; None where they name nobody. `opens` where a sentence begins with them."""
    if not tokens or tokens[-1].is_possessive:
        return None
    if tokens[-1].kind is TokenKind.NAME:
        return read_name(tokens[-1])
    return _read_capitals(rules, tokens, opens) if tokens[-1].is_capital else _read_broad(rules, tokens)


def read_name(token: SpeechToken) -> Speaker:
    """Return whom a name names."""
    return Speaker(token.text, token.actors)


def _read_capitals(rules: SpeechRules, tokens: Sequence[SpeechToken], opens: bool) -> Speaker | None:
    """Return whom words with capitals name, of which the last is no known name."""
    start = len(tokens)
    while start and (tokens[start - 1].is_capital or _is_modifier(tokens[start - 1])):
        start -= 1
    name = tokens[start:]
    plain = [_is_plain(rules, token, opens=opens and name == tokens[:1]) for token in name]
    if name[-1].is_day or plain[-1]:
        return _read_broad(rules, tokens)
    first = max((place + 1 for place, each in enumerate(plain[:-1]) if each), default=0)
    words = " ".join(token.text for token in name[first:])
    known = rules.names.get_actors(words) if len(name) - first <= FULL_NAME else frozenset()
    return Speaker(words, known) if known else _read_broad(rules, tokens) or Speaker(words)


def _is_modifier(token: SpeechToken) -> bool:
    """Return whether a name may be part of a longer one: Moscow Times."""
    return token.kind is TokenKind.NAME and not token.is_possessive


def _is_plain(rules: SpeechRules, token: SpeechToken, *, opens: bool) -> bool:
    """Return whether a word with a capital is no name: a post, or a word that opens and may be common."""
    return token.kind is TokenKind.WORD and (
        rules.is_title(token)
        or token.is_one("sentence_openers", "unnamed_speakers")
        or (opens and not rules.is_name(token))
        or bool(rules.names.get_states(token.text))
    )


def _read_broad(rules: SpeechRules, tokens: Sequence[SpeechToken]) -> Speaker | None:
    """Return whose people some words name: Kremlin officials, Ukraine's Foreign Ministry."""
    for place in range(len(tokens) - 1, max(len(tokens) - POST, 0) - 1, -1):
        token = tokens[place]
        states = rules.names.get_states(token.text) if token.is_capital else frozenset()
        is_of_others = tokens[-1].is_one("unnamed_speakers") or rules.is_title(tokens[-1])
        if token.actors & rules.names.people and not token.is_possessive and not is_of_others:
            return None if any(each.text.islower() for each in tokens[:place]) else read_name(token)
        if token.is_possessive and not tokens[-1].is_capital:
            return None
        if actors := token.actors | states:
            return Speaker(
                " ".join(each.text for each in tokens[place + token.is_possessive :]), actors, is_broad=True
            )
    return None
